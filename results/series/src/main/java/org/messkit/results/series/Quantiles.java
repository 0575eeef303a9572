// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.series;

import java.util.Arrays;

/** Quantiles of a sample, interpolated linearly between order statistics (type 7 of Hyndman and Fan, 1996). */
public final class Quantiles {
    private Quantiles() {}

    /** The sample's quantile; the sample need not be sorted and is left as it is. */
    public static double of(double[] sample, double probability) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted, probability);
    }

    /**
     * The quantile of a sample that is sorted already.
     *
     * @param probability from 0 to 1
     * @throws IllegalArgumentException if the sample is empty
     */
    public static double ofSorted(double[] sorted, double probability) {
        if (sorted.length == 0) {
            throw new IllegalArgumentException("a quantile needs at least 1 value, got: 0");
        }
        double at = probability * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        // Equal neighbours may both be infinite.
        return sorted[below] == sorted[above]
                ? sorted[below]
                : sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
