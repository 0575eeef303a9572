// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.series;

import java.util.Arrays;

/**
 * Which changes of a series matter: after the fact, over all that a fork did. A segment between change points differs from the
 * last one if the 95 % interval of the ratio of their means lies outside a margin around 1. So a change as large as the margin is seldom
 * found, and short or noisy series show only larger ones.
 *
 * @implNote The interval is by the delta method with the autocorrelation factor, instead of a bootstrap: it is called for every
 *     fork, and a bootstrap of single values would take neighbours for independent.
 * @see "L. Traini et al., Towards Effective Assessment of Steady State Performance in Java Software, EMSE 2023"
 */
public final class Drift {
    private static final double TAIL = 0.05;
    private static final double Z = 1.959964;

    private Drift() {}

    /**
     * From where on the series is like its end.
     *
     * @param margin share of the mean below which a change does not matter, for example 0.05
     * @return index of the first value after the last change that matters; 0 if there is none
     */
    public static int steadyFrom(double[] series, double margin) {
        double[] clean = Outliers.replaced(series, TAIL);
        int[] changes = ChangePoints.of(clean);
        if (changes.length == 0) {
            return 0;
        }
        double[] end = Arrays.copyOfRange(clean, changes[changes.length - 1], clean.length);
        for (int c = changes.length - 1; c >= 0; c--) {
            double[] before = Arrays.copyOfRange(clean, c == 0 ? 0 : changes[c - 1], changes[c]);
            Interval ratio = ratio(end, before);
            if (ratio.high() <= 1 - margin || ratio.low() >= 1 + margin) {
                return changes[c];
            }
        }
        return 0;
    }

    /** The interval of the ratio of two segments' means, above and below; both means must be positive. */
    private static Interval ratio(double[] above, double[] below) {
        double ratio = Moments.mean(above) / Moments.mean(below);
        return Interval.symmetric(ratio, Z * ratio * Math.sqrt(relativeVariance(above) + relativeVariance(below)));
    }

    private static double relativeVariance(double[] segment) {
        double mean = Moments.mean(segment);
        return Moments.variance(segment) / segment.length * Moments.autocorrelationFactor(segment) / (mean * mean);
    }
}
