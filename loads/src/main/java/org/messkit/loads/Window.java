// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

/**
 * When a cell settles and when it is measured, on the clock's nanoseconds: load runs from {@code start}, what ends from
 * {@code from} on and before {@code to} is measured, and at {@code to} each user ends the transaction it is in (the drain).
 */
public record Window(long start, long from, long to) {
    /** Checks the order. */
    public Window {
        if (from < start || to <= from) {
            throw new IllegalArgumentException(
                    "a window is start <= from < to, got: " + start + ", " + from + ", " + to);
        }
    }

    boolean measures(long endNanos) {
        return endNanos >= from && endNanos < to;
    }

    /**
     * What counting a cycle whole, or not at all, adds to the time that a user really spent in the window: positive for a
     * counted cycle that reaches over an edge, negative for one that was not counted and reaches in.
     */
    long edgeNanos(long cycleStart, long cycleEnd, boolean counted) {
        long inside = Math.max(0, Math.min(cycleEnd, to) - Math.max(cycleStart, from));
        return (counted ? cycleEnd - cycleStart : 0) - inside;
    }

    /** Length of the measured part. */
    public double seconds() {
        return (to - from) / 1e9;
    }
}
