// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.law;

/**
 * One measured level of a curve.
 *
 * @param concurrency requests in flight, N ≥ 1
 * @param tps greater than 0
 */
public record Level(double concurrency, double tps) {
    /** Checks the ranges. */
    public Level {
        Law.concurrency(concurrency);
        Law.within("tps", tps, Double.MIN_NORMAL, Double.MAX_VALUE);
    }
}
