// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.law;

import org.messkit.results.series.StudentT;

/**
 * One fitted coefficient. The interval is the two-sided 95 % one by Student's t, cut where the coefficient cannot be: below 0, and for σ and
 * κ above 1. At such a bound it is one-sided, since nothing lies beyond.
 *
 * @param name as in the law's formula: lambda, sigma, kappa, cap
 * @param value fitted
 * @param standardError same unit, 0 or more
 * @param degreesOfFreedom levels less coefficients
 */
public record Coefficient(String name, double value, double standardError, int degreesOfFreedom) {
    /** Lower end of the interval, 0 or more. */
    public double low() {
        return Math.max(0, value - reach(value == most()));
    }

    /** Upper end of the interval; of σ and κ 1 or less. */
    public double high() {
        return Math.min(most(), value + reach(value == 0));
    }

    private double reach(boolean oneSided) {
        return StudentT.quantile(oneSided ? 0.95 : 0.975, degreesOfFreedom) * standardError;
    }

    private double most() {
        return name.equals("sigma") || name.equals("kappa") ? 1 : Double.POSITIVE_INFINITY;
    }
}
