// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.series;

import java.util.Arrays;

/**
 * Whether a series goes up or down from its beginning to its end, by the ranks of its values alone: a slow change that is spread
 * over the whole series has no point at which it happens, and single wild values do not hide it.
 *
 * @see "H. Mann, Nonparametric Tests Against Trend, Econometrica 1945; S. Yue, C. Wang, The Mann-Kendall Test Modified by
 *     Effective Sample Size, Water Resources Management 2004, for the lag-1 factor of the series without its trend"
 */
public final class Trend {
    /** Shorter series have none. */
    public static final int LEAST_LENGTH = 10;

    /** Chance alone goes beyond once in a thousand series. */
    private static final double Z = 3.29;

    /**
     * Kendall's tau of a trend that is plain to see. The line that is taken off does not bend, and what it leaves of a bent trend looks
     * like noise that lasts.
     */
    private static final double PLAIN = 0.9;

    private Trend() {}

    /**
     * By how much the last third lies above the first, if there is a trend.
     *
     * @param series positive values
     * @return ratio of the two medians; 1 if there is no trend, or less than {@link #LEAST_LENGTH} values
     */
    public static double of(double[] series) {
        int n = series.length;
        if (n < LEAST_LENGTH) {
            return 1;
        }
        double score = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                score += Math.signum(series[j] - series[i]);
            }
        }
        double variance = n * (n - 1.0) * (2.0 * n + 5) / 18 * Moments.autocorrelationFactor(withoutLine(series));
        boolean plain = Math.abs(score) >= PLAIN * n * (n - 1) / 2;
        if (!plain && Math.abs(score) <= Z * Math.sqrt(variance)) {
            return 1;
        }
        int third = n / 3;
        return Quantiles.of(Arrays.copyOfRange(series, n - third, n), 0.5)
                / Quantiles.of(Arrays.copyOfRange(series, 0, third), 0.5);
    }

    /** The logarithms, less their straight line of least squares. */
    private static double[] withoutLine(double[] series) {
        double[] rest = Arrays.stream(series).map(Math::log).toArray();
        int n = rest.length;
        double mean = Moments.mean(rest);
        double middle = (n - 1) / 2.0;
        double both = 0;
        for (int i = 0; i < n; i++) {
            both += (i - middle) * (rest[i] - mean);
        }
        double slope = both / (n * (n * (double) n - 1) / 12);
        for (int i = 0; i < n; i++) {
            rest[i] -= mean + slope * (i - middle);
        }
        return rest;
    }
}
