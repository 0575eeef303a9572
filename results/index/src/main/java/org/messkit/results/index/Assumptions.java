// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index;

/**
 * What a reader of a run assumes, to see what would come of it.
 *
 * @param targetTps TPS that cores and services are counted for, greater than 0
 * @param sigmaTimes what σ of the Universal Scalability Law is multiplied by, 0 or more
 * @param kappaTimes what κ of that law is multiplied by, 0 or more
 */
public record Assumptions(double targetTps, double sigmaTimes, double kappaTimes) {
    /** What is assumed where nobody says. */
    public static final Assumptions DEFAULT = new Assumptions(1_000, 0.5, 0.5);

    /** Checks the ranges. */
    public Assumptions {
        if (!(targetTps > 0) || Double.isInfinite(targetTps)) {
            throw new IllegalArgumentException("the target must be above 0 TPS, got: " + targetTps);
        }
        if (!isFactor(sigmaTimes) || !isFactor(kappaTimes)) {
            throw new IllegalArgumentException(
                    "factors of coefficients must be 0 or more, got: sigma=" + sigmaTimes + ",kappa=" + kappaTimes);
        }
    }

    private static boolean isFactor(double times) {
        return times >= 0 && Double.isFinite(times);
    }
}
