// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.series;

import java.util.OptionalInt;

/**
 * Where a series' warm-up ends, by the marginal standard error rule over means of five: the cut that makes the standard error
 * of the mean of what remains least.
 *
 * @see "K. P. White, An Effective Truncation Heuristic for Bias Reduction in Simulation Output, Simulation 69(6), 1997"
 */
public final class Mser5 {
    private static final int BATCH = 5;
    private static final int LEAST_BATCHES = 10;

    private Mser5() {}

    /**
     * How many leading values to leave out.
     *
     * @return a multiple of five; empty if the series is shorter than 50, or if the best cut lies in its second half, where
     *     the rule says only that the series is too short
     */
    public static OptionalInt truncation(double[] series) {
        int m = series.length / BATCH;
        if (m < LEAST_BATCHES) {
            return OptionalInt.empty();
        }
        double mean = Moments.mean(series);
        double sum = 0;
        double squares = 0;
        int best = m;
        double least = Double.POSITIVE_INFINITY;
        for (int d = m - 1; d >= 0; d--) {
            double z = batch(series, d) - mean;
            sum += z;
            squares += z * z;
            int left = m - d;
            double error = Math.max(0, squares - sum * sum / left) / ((double) left * left);
            // At equal error the longer rest: a constant series has no warm-up.
            if (left >= BATCH && error <= least) {
                least = error;
                best = d;
            }
        }
        return best <= m / 2 ? OptionalInt.of(best * BATCH) : OptionalInt.empty();
    }

    private static double batch(double[] series, int index) {
        double sum = 0;
        for (int i = index * BATCH; i < (index + 1) * BATCH; i++) {
            sum += series[i];
        }
        return sum / BATCH;
    }
}
