// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.fleet;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.messkit.testnodes.wire.Interval;

/**
 * Adds up intervals of several TestNodes: the first of each is the first of all, and so on. What a node has more than another,
 * because it was ended early, is left out of the sum. Thread-safe.
 */
final class IntervalSum {
    private final List<Deque<Interval>> waiting = new ArrayList<>();
    private final Intervals seen;

    IntervalSum(int nodes, Intervals seen) {
        this.seen = seen;
        for (int i = 0; i < nodes; i++) {
            waiting.add(new ArrayDeque<>());
        }
    }

    /** Takes an interval of a node, numbered from 1; tells the sum once all nodes have theirs. */
    synchronized void add(int node, Interval interval) throws IOException {
        seen.ofNode(node, interval);
        waiting.get(node - 1).add(interval);
        if (waiting.stream().noneMatch(Deque::isEmpty)) {
            seen.interval(
                    waiting.stream().map(Deque::remove).reduce(Interval::plus).orElseThrow());
        }
    }
}
