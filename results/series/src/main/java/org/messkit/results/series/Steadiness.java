// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.series;

import java.util.Arrays;

/**
 * Whether a series has reached a steady state: its warm-up is over by {@link Mser5}, the halves of what follows agree, and the
 * interval of its mean is narrow. Where {@link Mser5} would cut in the second half, all of that half is judged: little noise makes it cut
 * at changes far below the tolerance. Says when to begin a measurement, never its value: an interval from the very data that
 * stopped the wait covers the truth in two of three cases instead of 19 of 20. Measure a fresh window.
 *
 * @param steady whether all three hold
 * @param start index of the first value after the warm-up; 0 where it is not over
 * @param halvesApart how far the means of both halves of what follows differ, as a share of their mean; not a number where the
 *     series is too short
 * @param relativeHalfWidth of the mean of what follows, by {@link BatchMeans}; not a number where the series is too short
 */
public record Steadiness(boolean steady, int start, double halvesApart, double relativeHalfWidth) {
    /** Values that must follow the warm-up. */
    public static final int LEAST_STEADY = 50;

    private static final double TAIL = 0.05;

    /**
     * Judges the series from its first value after the start of the warm-up on.
     *
     * @param series for example transactions completed in each 100 ms
     * @param tolerance share of the mean, for halves and half width alike, for example 0.02
     */
    public static Steadiness of(double[] series, double tolerance) {
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("the tolerance must be greater than 0, got: " + tolerance);
        }
        double[] clean = Outliers.replaced(series, TAIL);
        int start = Mser5.truncation(clean).orElse(clean.length / 2);
        if (clean.length - start < LEAST_STEADY) {
            return new Steadiness(false, 0, Double.NaN, Double.NaN);
        }
        double[] rest = Arrays.copyOfRange(clean, start, clean.length);
        double mean = Moments.mean(rest);
        int middle = rest.length / 2;
        double first = Moments.mean(Arrays.copyOfRange(rest, 0, middle));
        double second = Moments.mean(Arrays.copyOfRange(rest, middle, rest.length));
        double apart = Math.abs(second - first) / mean;
        double width = BatchMeans.of(rest).interval().relativeHalfWidth();
        return new Steadiness(apart <= tolerance && width <= tolerance, start, apart, width);
    }
}
