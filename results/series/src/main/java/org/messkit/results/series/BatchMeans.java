// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.series;

import java.util.Arrays;

/**
 * The mean of a series whose values depend on their neighbours, with its interval from the means of consecutive batches,
 * widened for what autocorrelation is left between them.
 *
 * @param mean of the batches
 * @param variance between batches, divisor n - 1
 * @param factor (1 + r) / (1 - r), r the batches' lag-1 autocorrelation within 0 and 0.8
 * @param batches how many, 2 or more
 * @see "A. M. Law, Simulation Modeling and Analysis, 5th edition, section 9.5"
 */
public record BatchMeans(double mean, double variance, double factor, int batches) {
    /** Batches that the kit's rules use. */
    public static final int BATCHES = 10;

    /**
     * Divides a series into ten batches of equal length; the few values that do not fill one are left out at its begin.
     *
     * @throws IllegalArgumentException if the series has fewer than ten values
     */
    public static BatchMeans of(double[] series) {
        int size = series.length / BATCHES;
        if (size == 0) {
            throw new IllegalArgumentException(
                    "batch means need at least " + BATCHES + " values, got: " + series.length);
        }
        int start = series.length - size * BATCHES;
        double[] means = new double[BATCHES];
        for (int b = 0; b < BATCHES; b++) {
            means[b] = Moments.mean(Arrays.copyOfRange(series, start + b * size, start + (b + 1) * size));
        }
        return new BatchMeans(
                Moments.mean(means), Moments.variance(means), Moments.autocorrelationFactor(means), BATCHES);
    }

    /** The mean's 95 % interval within one process: it says nothing of other forks. */
    public Interval interval() {
        return Interval.symmetric(mean, StudentT.quantile(0.975, batches - 1) * Math.sqrt(meanVariance()));
    }

    /** Variance of the mean, autocorrelation included. */
    public double meanVariance() {
        return variance / batches * factor;
    }
}
