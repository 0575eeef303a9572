// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.series;

import org.apache.commons.statistics.distribution.TDistribution;

/** Student's t distribution: how far a mean of few may lie off. */
public final class StudentT {
    private StudentT() {}

    /**
     * The value that a t-distributed variable stays below with the given probability.
     *
     * @param probability between 0 and 1, for a two-sided 95 % interval 0.975
     * @param degreesOfFreedom greater than 0
     */
    public static double quantile(double probability, double degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(probability);
    }

    /**
     * How probable it is that a t-distributed variable lies at least as far from 0 to either side.
     *
     * @param degreesOfFreedom greater than 0
     */
    public static double twoSided(double t, double degreesOfFreedom) {
        return 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(t));
    }
}
