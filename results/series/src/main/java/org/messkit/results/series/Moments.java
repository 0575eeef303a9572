// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.series;

import java.util.Arrays;

/** Mean, variance and autocorrelation of a series. */
public final class Moments {
    private Moments() {}

    /** Arithmetic mean; not a number for an empty series. */
    public static double mean(double[] series) {
        return Arrays.stream(series).sum() / series.length;
    }

    /** Sample variance, with divisor n - 1; 0 for fewer than two values. */
    public static double variance(double[] series) {
        if (series.length < 2) {
            return 0;
        }
        double mean = mean(series);
        return Arrays.stream(series).map(x -> (x - mean) * (x - mean)).sum() / (series.length - 1);
    }

    /** Autocorrelation at lag 1, from -1 to 1; 0 where the series does not vary. */
    public static double lag1(double[] series) {
        double mean = mean(series);
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < series.length; i++) {
            variance += (series[i] - mean) * (series[i] - mean);
            covariance += i == 0 ? 0 : (series[i] - mean) * (series[i - 1] - mean);
        }
        return variance > 0 ? covariance / variance : 0;
    }

    /**
     * By how much the variance of a mean grows because neighbours resemble each other: (1 + r) / (1 - r) of a first-order
     * autoregressive series, r being the lag-1 autocorrelation held within 0 and 0.8, beyond which no short series tells.
     */
    public static double autocorrelationFactor(double[] series) {
        double r = Math.max(0, Math.min(0.8, lag1(series)));
        return (1 + r) / (1 - r);
    }
}
