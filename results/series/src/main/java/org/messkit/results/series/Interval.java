// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.series;

import java.util.Arrays;

/**
 * An estimate and the two-sided 95 % interval around it, in the estimate's unit.
 *
 * @param estimate finite
 * @param low at most the estimate; negative infinity if unbounded
 * @param high at least the estimate; positive infinity if unbounded
 */
public record Interval(double estimate, double low, double high) {
    private static final double UPPER = 0.975;

    /** Checks the order. */
    public Interval {
        if (!Double.isFinite(estimate) || !(low <= estimate && estimate <= high)) {
            throw new IllegalArgumentException(
                    "an interval must hold its estimate, got: " + low + " ≤ " + estimate + " ≤ " + high);
        }
    }

    /** The interval that reaches as far to either side. */
    public static Interval symmetric(double estimate, double halfWidth) {
        return new Interval(estimate, estimate - halfWidth, estimate + halfWidth);
    }

    /**
     * Geometric mean of ratios, by Student's t on their logarithms.
     *
     * @param logs natural logarithms of the ratios, at least 2
     * @throws IllegalArgumentException if there are fewer
     */
    public static Interval ofRatios(double[] logs) {
        if (logs.length < 2) {
            throw new IllegalArgumentException("an interval needs at least 2 ratios, got: " + logs.length);
        }
        double mean = Arrays.stream(logs).average().orElseThrow();
        double squares = Arrays.stream(logs).map(x -> (x - mean) * (x - mean)).sum();
        double half = StudentT.quantile(UPPER, logs.length - 1) * Math.sqrt(squares / (logs.length - 1) / logs.length);
        return new Interval(Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half));
    }

    /** Whether the value lies within, ends included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** Half of the width as a share of the estimate. */
    public double relativeHalfWidth() {
        return (high - low) / 2 / Math.abs(estimate);
    }
}
