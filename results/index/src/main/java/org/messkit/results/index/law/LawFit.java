// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.law;

import java.util.List;
import java.util.Optional;
import org.hipparchus.distribution.continuous.FDistribution;

/**
 * A law fitted to levels by least squares on ln TPS, all levels of equal weight.
 *
 * @param law with the fitted coefficients
 * @param coefficients with their errors
 * @param squares sum of the squared residuals of ln TPS
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

    /** Standard error of the residuals, as a share of TPS. */
    public double residualError() {
        return Math.sqrt(squares / freedom());
    }

    private int freedom() {
        return levels - coefficients.size();
    }

    /**
     * Akaike's criterion; the less, the better. Laws of the same levels may be compared.
     *
     * @param noise how much levels err; where it is not known the residuals tell
     * @see "K. P. Burnham, D. R. Anderson, Model Selection and Multimodel Inference, Springer 2002, section 2.2"
     */
    public double aic(Optional<Noise> noise) {
        double misfit = noise.map(n -> squares / n.variance())
                .orElseGet(() -> levels * Math.log(Math.max(squares, Double.MIN_NORMAL) / levels));
        return misfit + 2 * coefficients.size();
    }

    /**
     * How probable residuals at least as large would be, were the law true.
     *
     * @param noise how much levels err, whatever law they follow
     */
    public double probability(Noise noise) {
        double ratio = squares / freedom() / noise.variance();
        return 1 - new FDistribution(freedom(), noise.degreesOfFreedom()).cumulativeProbability(ratio);
    }

    /**
     * Akaike's criterion with the correction for few points, where nothing but the residuals tells how much levels err.
     *
     * @see "C. M. Hurvich, C.-L. Tsai, Regression and time series model selection in small samples, Biometrika 1989"
     */
    public double aicc() {
        // The variance of the residuals is a coefficient too.
        int k = coefficients.size() + 1;
        return aic(Optional.empty()) + 2 + 2.0 * k * (k + 1) / (levels - k - 1);
    }
}
