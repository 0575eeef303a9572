// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.forks;

import java.util.List;
import org.messkit.results.series.Interval;
import org.messkit.results.series.StudentT;

/**
 * The ratio of two TPS, on the logarithm.
 *
 * @param log ln of the ratio
 * @param variance of that, 0 or more
 * @param degreesOfFreedom that the variance rests on
 * @param forks of the two sides, the fewer
 */
public record Ratio(double log, double variance, double degreesOfFreedom, int forks) {
    /** One over other. Both may rest on the same pool, or each on its own, as of two runs. */
    public static Ratio of(LogMean one, LogMean other) {
        return between(
                one.mean() - other.mean(),
                new Side(one.pool(), one.pool().variance(), one.pool().degreesOfFreedom(), one.forks()),
                new Side(other.pool(), other.pool().variance(), other.pool().degreesOfFreedom(), other.forks()));
    }

    /**
     * The geometric mean of the ratios of several cells of the same two services: what their forks share does not average out.
     *
     * @param ones the one service's cells, 1 or more
     * @param others the other's, in the same order
     */
    public static Ratio geometricMean(List<LogMean> ones, List<LogMean> others) {
        double log = 0;
        for (int i = 0; i < ones.size(); i++) {
            log += (ones.get(i).mean() - others.get(i).mean()) / ones.size();
        }
        return between(log, side(ones), side(others));
    }

    private record Side(Pool pool, double variance, double freedom, int forks) {
        double ofMean() {
            return variance / forks;
        }
    }

    private static Side side(List<LogMean> cells) {
        Pool pool = cells.get(0).pool();
        int forks = cells.stream().mapToInt(LogMean::forks).min().orElseThrow();
        return new Side(pool, pool.overCells(cells.size()), pool.sharedDegreesOfFreedom(), forks);
    }

    private static Ratio between(double log, Side one, Side other) {
        double variance = one.ofMean() + other.ofMean();
        int forks = Math.min(one.forks(), other.forks());
        if (one.pool().equals(other.pool()) || variance == 0) {
            return new Ratio(log, variance, Math.min(one.freedom(), other.freedom()), forks);
        }
        double spread = one.ofMean() * one.ofMean() / one.freedom() + other.ofMean() * other.ofMean() / other.freedom();
        return new Ratio(log, variance, variance * variance / spread, forks);
    }

    /** The ratio and its 95 % interval. */
    public Interval interval() {
        double half = StudentT.quantile(0.975, degreesOfFreedom) * Math.sqrt(variance);
        return new Interval(Math.exp(log), Math.exp(log - half), Math.exp(log + half));
    }

    /** How probable a ratio at least as far from 1 would be, were there no difference. */
    public double differenceP() {
        return variance == 0 ? (log == 0 ? 1 : 0) : StudentT.twoSided(log / Math.sqrt(variance), degreesOfFreedom);
    }

    /**
     * How probable a ratio at least as close to 1 would be, were the difference as large as the margin (two one-sided tests).
     *
     * @param margin share, for example 0.05
     */
    public double equivalenceP(double margin) {
        if (variance == 0) {
            return log > Math.log1p(-margin) && log < Math.log1p(margin) ? 0 : 1;
        }
        double error = Math.sqrt(variance);
        return Math.max(above((log - Math.log1p(-margin)) / error), above((Math.log1p(margin) - log) / error));
    }

    private double above(double t) {
        double half = StudentT.twoSided(t, degreesOfFreedom) / 2;
        return t >= 0 ? half : 1 - half;
    }
}
