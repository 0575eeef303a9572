// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.series;

import java.util.Arrays;

/**
 * Outliers of a series against their neighbourhood: values further from the median of the window around them than three
 * times the distance between two of its quantiles.
 *
 * <p>Outliers stay in every figure that is reported; only a decision on the series' shape may set them aside.
 *
 * @see "E. Barrett et al., Virtual Machine Warmup Blows Hot and Cold, OOPSLA 2017 (tail 0.10)"
 * @see "L. Traini et al., Towards Effective Assessment of Steady State Performance in Java Software, EMSE 2023 (tail 0.01)"
 */
public final class Outliers {
    /** Values in the window. */
    public static final int WINDOW = 200;

    private static final double BANDS = 3;

    private Outliers() {}

    /**
     * Which values are outliers. The first and last half window have no neighbourhood and are never masked, hence no value of
     * a series shorter than {@link #WINDOW} is.
     *
     * @param tail share outside either of the two quantiles, between 0 and 0.5
     */
    public static boolean[] mask(double[] series, double tail) {
        if (!(tail > 0 && tail < 0.5)) {
            throw new IllegalArgumentException("tail must be between 0 and 0.5, got: " + tail);
        }
        boolean[] outliers = new boolean[series.length];
        forEachWindow(series, tail, (i, median, band) -> outliers[i] = Math.abs(series[i] - median) > band);
        return outliers;
    }

    /** The series with each outlier replaced by the median of its window. */
    public static double[] replaced(double[] series, double tail) {
        double[] clean = series.clone();
        forEachWindow(
                series, tail, (i, median, band) -> clean[i] = Math.abs(series[i] - median) > band ? median : series[i]);
        return clean;
    }

    private interface Windowed {
        void at(int i, double median, double band);
    }

    private static void forEachWindow(double[] series, double tail, Windowed visitor) {
        int half = WINDOW / 2;
        if (series.length < WINDOW) {
            return;
        }
        double[] window = Arrays.copyOf(series, WINDOW);
        Arrays.sort(window);
        for (int i = half; i <= series.length - half && i < series.length; i++) {
            double band = BANDS * (Quantiles.ofSorted(window, 1 - tail) - Quantiles.ofSorted(window, tail));
            visitor.at(i, Quantiles.ofSorted(window, 0.5), band);
            if (i + half < series.length) {
                replace(window, series[i - half], series[i + half]);
            }
        }
    }

    /** Keeps the window sorted: sorting each anew would cost a load's own processor time. */
    private static void replace(double[] sorted, double old, double next) {
        int out = Arrays.binarySearch(sorted, old);
        int in = Arrays.binarySearch(sorted, next);
        in = in < 0 ? -in - 1 : in;
        if (in > out) {
            System.arraycopy(sorted, out + 1, sorted, out, --in - out);
        } else {
            System.arraycopy(sorted, in, sorted, in + 1, out - in);
        }
        sorted[in] = next;
    }
}
