// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.forks;

import org.messkit.results.series.StudentT;

/**
 * Variance of ln TPS between forks, estimated over several cells or services together.
 *
 * @param variance of one cell in one fork, 0 or more
 * @param degreesOfFreedom that it rests on, 1 or more
 * @param shared the part that all cells of a fork share, still with the part of the cells' mean
 * @param sharedDegreesOfFreedom that the shared part rests on
 * @param own the part that each cell has for itself
 * @param ownDegreesOfFreedom that the own part rests on; 0 if it is not known
 * @param cells in a fork, mean number
 */
public record Pool(
        double variance,
        double degreesOfFreedom,
        double shared,
        double sharedDegreesOfFreedom,
        double own,
        double ownDegreesOfFreedom,
        double cells) {
    /**
     * From sums of squares.
     *
     * @param forkSquares of the forks' effects
     * @param forkFreedom their degrees of freedom, 1 or more
     * @param ownSquares of what is left of each cell
     * @param ownFreedom their degrees of freedom, 0 or more
     */
    static Pool of(double forkSquares, double forkFreedom, double ownSquares, double ownFreedom, double cells) {
        double shared = forkSquares / forkFreedom;
        double own = ownFreedom > 0 ? ownSquares / ownFreedom : 0;
        // A fork's effect is the mean over its cells: it holds 1/cells of each cell's own variance already.
        double rest = own * (1 - 1 / cells);
        double variance = shared + rest;
        // Satterthwaite's degrees of freedom of a sum.
        double spread = shared * shared / forkFreedom + (rest > 0 ? rest * rest / ownFreedom : 0);
        double freedom = spread > 0 ? variance * variance / spread : forkFreedom;
        return new Pool(variance, freedom, shared, forkFreedom, own, ownFreedom, cells);
    }

    /** Half width of the 95 % interval of ln TPS of one cell in one fork. */
    double halfWidth() {
        return StudentT.quantile(0.975, degreesOfFreedom) * Math.sqrt(variance);
    }

    /** Variance of the mean over so many cells in one fork. */
    double overCells(int count) {
        return shared + own * Math.max(0, 1.0 / count - 1 / cells);
    }
}
