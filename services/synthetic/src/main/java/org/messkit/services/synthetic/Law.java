// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.synthetic;

import java.util.Properties;

/**
 * How long a request takes. With n requests in the service each takes S (1 + σ (n − 1) + κ n (n − 1)): throughput over n is then the
 * Universal Scalability Law with λ = 1/S.
 *
 * @param micros S, the time of a request that is alone, in microseconds
 * @param parallelism requests that take their time at once, the rest wait and are counted in n; 0 for all
 * @param contention σ, 0 to 1
 * @param coherency κ, 0 to 1
 * @param cpu share of the time that is spent computing, 0 to 1; the rest is waited
 * @param lock share of the time that is spent holding the one lock, 0 to 1
 * @param pool requests that are let in at once; 0 for all
 * @param cap requests per second that are let through at most; 0 for any
 * @param leakNanos by which each request makes all that follow longer
 * @param cacheMicros for which what one request computes serves the others, which wait for it and then take no time
 * @param garbage bytes that a request allocates and drops
 * @param disk bytes that a request writes and forces to the disk
 * @see "N. J. Gunther, Guerrilla Capacity Planning, 2007, for the law"
 */
record Law(
        double micros,
        int parallelism,
        double contention,
        double coherency,
        double cpu,
        double lock,
        int pool,
        double cap,
        double leakNanos,
        double cacheMicros,
        int garbage,
        int disk) {
    private static final String PREFIX = "messkit.synthetic.";
    private static final double DEFAULT_MICROS = 1000;

    /**
     * Reads the properties {@code messkit.synthetic.*}, each named as here.
     *
     * @throws IllegalArgumentException if one is no number, or out of its range
     */
    static Law of(Properties properties) {
        return new Law(
                number(properties, "micros", DEFAULT_MICROS, 60e6),
                (int) number(properties, "parallelism", 0, 1e6),
                number(properties, "contention", 0, 1),
                number(properties, "coherency", 0, 1),
                number(properties, "cpu", 0, 1),
                number(properties, "lock", 0, 1),
                (int) number(properties, "pool", 0, 1e6),
                number(properties, "cap", 0, 1e9),
                number(properties, "leak-nanos", 0, 1e9),
                number(properties, "cache-micros", 0, 1e9),
                (int) number(properties, "garbage", 0, 1e9),
                (int) number(properties, "disk", 0, 1e9));
    }

    /**
     * How long a request takes.
     *
     * @param inService requests in the service, this one included, 1 or more
     * @param before requests that were served before
     */
    double nanos(int inService, long before) {
        double n = inService;
        return micros * 1000 * (1 + contention * (n - 1) + coherency * n * (n - 1)) + leakNanos * before;
    }

    private static double number(Properties properties, String name, double otherwise, double most) {
        String value = properties.getProperty(PREFIX + name);
        if (value == null) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(value.strip());
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new IllegalArgumentException(PREFIX + name + " must be a number from 0 to " + most + ", got: " + value);
    }
}
