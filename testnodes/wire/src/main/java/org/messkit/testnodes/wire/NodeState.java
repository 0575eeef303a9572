// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.wire;

import java.util.Map;

/**
 * What a TestNode's JVM says of itself at the end of an interval; counters since its start.
 *
 * @param heapBytes heap in use
 * @param collectionMillis of garbage collection
 * @param allocatedBytes by threads that live; -1 where the JVM does not count them
 * @param threads live ones
 */
public record NodeState(long heapBytes, long collectionMillis, long allocatedBytes, long threads) {
    /** From the fields of an interval's frame. */
    public static NodeState of(Frame f) {
        return new NodeState(
                f.number("heap-bytes"), f.number("collection-ms"), f.number("allocated-bytes"), f.number("threads"));
    }

    /** As fields of a frame. */
    public Map<String, String> fields() {
        return Map.of(
                "heap-bytes", Long.toString(heapBytes),
                "collection-ms", Long.toString(collectionMillis),
                "allocated-bytes", Long.toString(allocatedBytes),
                "threads", Long.toString(threads));
    }
}
