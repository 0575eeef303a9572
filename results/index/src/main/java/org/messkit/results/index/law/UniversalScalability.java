// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.law;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The Universal Scalability Law, X(N) = λN / (1 + σ(N-1) + κN(N-1)).
 *
 * @param lambda λ, TPS of one request at a time, greater than 0
 * @param sigma σ, share of the work that waits for others (contention), 0 to 1
 * @param kappa κ, cost of agreement between any two (coherency), 0 to 1; 0 leaves Amdahl's law
 * @see "N. J. Gunther, Guerrilla Capacity Planning, Springer 2007"
 */
public record UniversalScalability(double lambda, double sigma, double kappa) implements Law {
    /** Checks the ranges. */
    public UniversalScalability {
        Law.within("lambda", lambda, Double.MIN_NORMAL, Double.MAX_VALUE);
        Law.within("sigma", sigma, 0, 1);
        Law.within("kappa", kappa, 0, 1);
    }

    @Override
    public String label() {
        return "Universal Scalability Law";
    }

    @Override
    public double tps(double concurrency) {
        double n = Law.concurrency(concurrency);
        return lambda * n / (1 + sigma * (n - 1) + kappa * n * (n - 1));
    }

    /** N = √((1-σ)/κ), but never below 1. */
    @Override
    public OptionalDouble peakConcurrency() {
        return kappa > 0 ? OptionalDouble.of(Math.max(1, Math.sqrt((1 - sigma) / kappa))) : OptionalDouble.empty();
    }

    @Override
    public double greatestTps() {
        return peakConcurrency().isPresent() ? tps(peakConcurrency().getAsDouble()) : limit();
    }

    /** Where the perfect line meets the limit, N = 1/σ; infinite without contention. */
    public double optimalConcurrency() {
        return 1 / sigma;
    }

    /** What contention alone would leave, λ/σ; infinite without contention. */
    public double limit() {
        return lambda / sigma;
    }

    /** What if contention were another. */
    public UniversalScalability withSigma(double changed) {
        return new UniversalScalability(lambda, changed, kappa);
    }

    /** What if coherency cost were another. */
    public UniversalScalability withKappa(double changed) {
        return new UniversalScalability(lambda, sigma, changed);
    }

    /** What if both were so many times what they are; empty where one would be beyond 1, for there is no such law. */
    public Optional<UniversalScalability> with(double timesSigma, double timesKappa) {
        return timesSigma * sigma > 1 || timesKappa * kappa > 1
                ? Optional.empty()
                : Optional.of(withSigma(timesSigma * sigma).withKappa(timesKappa * kappa));
    }
}
