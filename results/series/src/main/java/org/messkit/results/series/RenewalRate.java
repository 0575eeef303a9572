// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.series;

/**
 * The rate of what users do again and again, from one window. A count of what began or ended in the window is off by up to a whole round
 * of all users; a count by the share of each cycle that lies in the window is off by chance alone, and not at all where all cycles are
 * equally long. By renewal theory (Cox, Renewal Theory, 1962) such a count of n varies by cv·√n, cv being the coefficient of variation
 * of a cycle.
 *
 * @implNote Of a few cycles cv is hardly known; so two cycles of cv 1, as of exponential times, are counted with those that were seen.
 *     By simulation that and {@link #WIDER} cover the truth in 95 % of windows of equal and of exponential times, within what 200
 *     windows tell, from two transactions of a user on.
 */
public final class RenewalRate {
    private static final double UPPER = 0.975;
    /** Cycles that are counted as if they had been seen, of cv 1. */
    private static final int PRIOR = 2;
    /** For what the normal form leaves out where a window holds few. */
    private static final double WIDER = 1.15;
    /** Clocks and their rounding. */
    private static final double LEAST = 1e-3;

    private RenewalRate() {}

    /**
     * The rate and its 95 % interval.
     *
     * @param inWindow cycles by the share of each that lies in the window, above 0
     * @param ended cycles that ended in the window, 1 or more
     * @param squaredVariation cv² of their lengths, 0 or more
     * @param seconds length of the window
     * @return per second
     */
    public static Interval of(double inWindow, long ended, double squaredVariation, double seconds) {
        double freedom = ended - 1.0 + PRIOR;
        double cv2 = ((ended - 1) * squaredVariation + PRIOR) / freedom;
        double half = LEAST + WIDER * StudentT.quantile(UPPER, freedom) * Math.sqrt(cv2 / inWindow);
        double rate = inWindow / seconds;
        return new Interval(rate, rate * Math.exp(-half), rate * Math.exp(half));
    }
}
