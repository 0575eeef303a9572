// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.law;

import org.messkit.results.series.StudentT;

/**
 * One fitted coefficient. The interval is the two-sided 95 % one by Student's t, cut at 0; at the bound 0 it is the one-sided
 * 95 % limit, since nothing lies below.
 *
 * @param name as in the law's formula: lambda, sigma, kappa, cap
 * @param value fitted
 * @param standardError same unit, 0 or more
 * @param degreesOfFreedom levels less coefficients
 */
public record Coefficient(String name, double value, double standardError, int degreesOfFreedom) {
    /** Lower end of the interval, 0 or more. */
    public double low() {
        return value == 0 ? 0 : Math.max(0, value - StudentT.quantile(0.975, degreesOfFreedom) * standardError);
    }

    /** Upper end of the interval. */
    public double high() {
        return value + StudentT.quantile(value == 0 ? 0.95 : 0.975, degreesOfFreedom) * standardError;
    }
}
