// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.law;

import java.util.OptionalDouble;

/**
 * Amdahl's law, X(N) = λN / (1 + σ(N-1)): part of the work is serial, and nothing else is lost.
 *
 * @param lambda λ, TPS of one request at a time, greater than 0
 * @param sigma σ, the serial share, 0 to 1
 * @see "G. M. Amdahl, Validity of the single processor approach, AFIPS 1967"
 */
public record Amdahl(double lambda, double sigma) implements Law {
    /** Checks the ranges. */
    public Amdahl {
        Law.within("lambda", lambda, Double.MIN_NORMAL, Double.MAX_VALUE);
        Law.within("sigma", sigma, 0, 1);
    }

    @Override
    public String label() {
        return "Amdahl's law";
    }

    @Override
    public double tps(double concurrency) {
        return lambda * concurrency / (1 + sigma * (Law.concurrency(concurrency) - 1));
    }

    @Override
    public OptionalDouble peakConcurrency() {
        return OptionalDouble.empty();
    }

    @Override
    public double greatestTps() {
        return lambda / sigma;
    }
}
