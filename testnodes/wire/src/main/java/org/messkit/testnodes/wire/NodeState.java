// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.wire;

/**
 * What a TestNode's JVM says of itself at the end of an interval; counters since its start. States of several TestNodes merge by
 * addition.
 *
 * @param heapBytes heap in use
 * @param collectionMillis of garbage collection
 * @param allocatedBytes by threads that live; -1 where the JVM does not count them
 * @param threads live ones
 */
public record NodeState(long heapBytes, long collectionMillis, long allocatedBytes, long threads) {
    /** Of two TestNodes. */
    public NodeState plus(NodeState other) {
        boolean known = allocatedBytes >= 0 && other.allocatedBytes >= 0;
        return new NodeState(
                heapBytes + other.heapBytes,
                collectionMillis + other.collectionMillis,
                known ? allocatedBytes + other.allocatedBytes : -1,
                threads + other.threads);
    }
}
