// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.law;

import java.util.OptionalDouble;

/** How throughput depends on the number of concurrent requests. */
public sealed interface Law permits UniversalScalability, Amdahl, HardCap {
    /** The law's name in reports. */
    String label();

    /**
     * Predicted throughput.
     *
     * @param concurrency requests in flight, N ≥ 1; need not be whole
     * @return transactions per second
     */
    double tps(double concurrency);

    /** Where throughput is greatest; empty where the law rises, or stays, for ever. */
    OptionalDouble peakConcurrency();

    /** The throughput that the law never exceeds; infinite for a perfect service. */
    double greatestTps();

    /**
     * Mean time of a transaction, R(N) = N / X(N), as Little's law has it.
     *
     * @return seconds
     */
    default double seconds(double concurrency) {
        return concurrency / tps(concurrency);
    }

    /** Refuses a concurrency below 1. */
    static double concurrency(double concurrency) {
        if (!(concurrency >= 1)) {
            throw new IllegalArgumentException("concurrency must be at least 1, got: " + concurrency);
        }
        return concurrency;
    }

    /** Refuses a coefficient outside its range. */
    static void within(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " must be from " + low + " to " + high + ", got: " + value);
        }
    }
}
