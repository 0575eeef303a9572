// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.forks;

import java.util.OptionalDouble;
import org.messkit.results.series.Interval;
import org.messkit.results.series.StudentT;

/**
 * Mean of ln TPS over the forks of a cell.
 *
 * @param mean of ln TPS
 * @param forks that it rests on, 1 or more
 * @param pool the variance between forks
 */
public record LogMean(double mean, int forks, Pool pool) {
    /** The 95 % interval of the TPS that other forks of this service would have on average; the estimate is geometric. */
    public Interval tps() {
        double half = halfWidth();
        return new Interval(Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half));
    }

    /**
     * Half width of the interval to compare cells of one service by: two that do not overlap differ (5 %). What their forks share
     * cancels. Empty if the cells of a fork are too few to tell what each has for itself.
     *
     * @see "H. Goldstein, M. Healy, The Graphical Presentation of a Collection of Means, JRSS A 1995"
     */
    public OptionalDouble comparisonHalfWidth() {
        return pool.ownDegreesOfFreedom() > 0
                ? OptionalDouble.of(
                        StudentT.quantile(0.975, pool.ownDegreesOfFreedom()) * Math.sqrt(pool.own() / forks / 2))
                : OptionalDouble.empty();
    }

    /** Half width of the 95 % interval of ln TPS. */
    public double halfWidth() {
        return pool.halfWidth() / Math.sqrt(forks);
    }
}
