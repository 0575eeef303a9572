// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.law;

import java.util.List;

/**
 * A law fitted to levels by least squares, all levels of equal weight.
 *
 * @param law with the fitted coefficients
 * @param coefficients with their errors
 * @param squares sum of the squared residuals, TPS²
 * @param levels how many
 */
public record LawFit(Law law, List<Coefficient> coefficients, double squares, int levels) {
    /** Copies. */
    public LawFit {
        coefficients = List.copyOf(coefficients);
    }

    /** The coefficient of that name. */
    public Coefficient coefficient(String name) {
        return coefficients.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Standard error of the residuals, TPS. */
    public double residualError() {
        return Math.sqrt(squares / (levels - coefficients.size()));
    }

    /**
     * Akaike's criterion with the correction for few points; the less, the better. Laws of the same levels may be compared.
     *
     * @see "C. M. Hurvich, C.-L. Tsai, Regression and time series model selection in small samples, Biometrika 1989"
     */
    public double aicc() {
        // The variance of the residuals is a coefficient too.
        int k = coefficients.size() + 1;
        double plain = levels * Math.log(Math.max(squares, Double.MIN_NORMAL) / levels) + 2 * k;
        return plain + 2.0 * k * (k + 1) / (levels - k - 1);
    }
}
