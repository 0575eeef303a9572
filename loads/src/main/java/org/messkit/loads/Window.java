// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import java.time.Duration;

/**
 * When a cell settles and when it is measured, on the clock's nanoseconds: load runs from {@code start}, what ends from
 * {@code from} on and before {@code to} is measured, and at {@code to} each user ends the transaction it is in (the drain).
 */
public record Window(long start, long from, long to) {
    /** What is read in shorter ones is the grain of clocks and samplers. */
    private static final Duration SHORTEST = Duration.ofMillis(100);

    /** Checks the order. */
    public Window {
        if (from < start || to <= from) {
            throw new IllegalArgumentException(
                    "a window is start <= from < to, got: " + start + ", " + from + ", " + to);
        }
    }

    /** Reads how long a scenario's windows are: its attribute {@code window}, or what holds without. */
    public static Duration length(Attributes attributes, Duration otherwise) {
        Duration length = attributes.duration("window", otherwise);
        if (length.compareTo(SHORTEST) < 0) {
            attributes.problem("window must be " + SHORTEST.toMillis() + "ms or longer");
        }
        return length;
    }

    boolean measures(long endNanos) {
        return endNanos >= from && endNanos < to;
    }

    /**
     * What counting a cycle whole, or not at all, adds to the time that a user really spent in the window: positive for a
     * counted cycle that reaches over an edge, negative for one that was not counted and reaches in.
     */
    long edgeNanos(long cycleStart, long cycleEnd, boolean counted) {
        return (counted ? cycleEnd - cycleStart : 0) - insideNanos(cycleStart, cycleEnd);
    }

    /** How much of a cycle lies in the window. */
    long insideNanos(long cycleStart, long cycleEnd) {
        return Math.max(0, Math.min(cycleEnd, to) - Math.max(cycleStart, from));
    }

    /** Length of the measured part. */
    public double seconds() {
        return (to - from) / 1e9;
    }
}
