// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

/**
 * The cycles of a closed load's users: a transaction and the time up to the next. TPS come from them and not from what ended in the
 * window, since users that begin together also end together: such a count goes in whole rounds. Sums, so several users' or
 * TestNodes' add up.
 *
 * @param inWindow transactions of the window without its edges: each valid one by the share of its cycle that lies in the window
 * @param ended cycles whose transaction ended in the window, valid or not
 * @param sumNanos length of these, added up
 * @param sumSquares squares of their lengths, added up, in square nanoseconds
 */
public record Cycles(double inWindow, long ended, double sumNanos, double sumSquares) {
    /** No cycle. */
    static final Cycles NONE = new Cycles(0, 0, 0, 0);

    /** Both. */
    Cycles plus(Cycles other) {
        return new Cycles(
                inWindow + other.inWindow,
                ended + other.ended,
                sumNanos + other.sumNanos,
                sumSquares + other.sumSquares);
    }

    /** Squared coefficient of variation of the length, 0 where fewer than two cycles ended. */
    public double squaredVariation() {
        if (ended < 2) {
            return 0;
        }
        double mean = sumNanos / ended;
        double variance = Math.max(0, (sumSquares - ended * mean * mean) / (ended - 1));
        return variance / (mean * mean);
    }
}
