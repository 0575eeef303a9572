// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.law;

import java.util.OptionalDouble;

/**
 * A perfect service up to a hard cap, X(N) = min(λN, C): a pool, a core, a link.
 *
 * @param lambda λ, TPS of one request at a time, greater than 0
 * @param cap C, TPS, greater than 0
 */
public record HardCap(double lambda, double cap) implements Law {
    /** Checks the ranges. */
    public HardCap {
        Law.within("lambda", lambda, Double.MIN_NORMAL, Double.MAX_VALUE);
        Law.within("cap", cap, Double.MIN_NORMAL, Double.MAX_VALUE);
    }

    @Override
    public String label() {
        return "hard cap";
    }

    @Override
    public double tps(double concurrency) {
        return Math.min(lambda * Law.concurrency(concurrency), cap);
    }

    @Override
    public OptionalDouble peakConcurrency() {
        return OptionalDouble.empty();
    }

    @Override
    public double greatestTps() {
        return cap;
    }

    /** The fewest requests in flight that reach the cap. */
    public double capConcurrency() {
        return Math.max(1, cap / lambda);
    }
}
