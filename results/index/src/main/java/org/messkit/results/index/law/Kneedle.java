// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.law;

import java.util.OptionalDouble;

/**
 * The knee of a concave, rising curve: where its distance above the straight line from its first to its last point is greatest,
 * if it falls far enough after that.
 *
 * @see "V. Satopää et al., Finding a “Kneedle” in a Haystack, ICDCS Workshops 2011; sensitivity S = 1, no smoothing"
 */
public final class Kneedle {
    private static final double SENSITIVITY = 1;

    private Kneedle() {}

    /**
     * The knee.
     *
     * @param x rising, at least three
     * @param y of the same length; cut behind the greatest, the method is for rising curves
     * @return the knee's x; empty if the curve has none
     */
    public static OptionalDouble knee(double[] x, double[] y) {
        int n = x.length;
        if (n < 3 || y.length != n) {
            throw new IllegalArgumentException("a knee needs at least 3 points, got: " + n + " and " + y.length);
        }
        if (y[n - 1] <= y[0]) {
            return OptionalDouble.empty();
        }
        double[] difference = new double[n];
        for (int i = 0; i < n; i++) {
            difference[i] = (y[i] - y[0]) / (y[n - 1] - y[0]) - (x[i] - x[0]) / (x[n - 1] - x[0]);
        }
        int knee = -1;
        for (int i = 1; i < n; i++) {
            boolean maximum = i < n - 1 && difference[i] > difference[i - 1] && difference[i] >= difference[i + 1];
            if (maximum) {
                knee = i;
            } else if (knee > 0 && difference[i] < difference[knee] - SENSITIVITY / (n - 1)) {
                return OptionalDouble.of(x[knee]);
            }
        }
        return OptionalDouble.empty();
    }
}
