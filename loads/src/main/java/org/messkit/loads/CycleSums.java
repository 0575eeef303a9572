// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

/** Sums of one user's {@link Cycles}. Of the user's thread. */
final class CycleSums {
    private double inWindow;
    private long ended;
    private double nanos;
    private double squares;

    /**
     * One more.
     *
     * @param valid whether its transaction was
     * @param measured whether that ended in the window
     */
    void add(long cycleStart, long cycleEnd, boolean valid, boolean measured, Window window) {
        long cycle = cycleEnd - cycleStart;
        if (valid && cycle > 0) {
            inWindow += (double) window.insideNanos(cycleStart, cycleEnd) / cycle;
        }
        if (measured) {
            ended++;
            nanos += cycle;
            squares += (double) cycle * cycle;
        }
    }

    Cycles sums() {
        return new Cycles(inWindow, ended, nanos, squares);
    }
}
