// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.cells;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.messkit.results.index.forks.ForkModel;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;

/** How well cells tell the TPS of their services. */
public final class Precision {
    private Precision() {}

    /**
     * The widest interval of each service's measured cells of closed load.
     *
     * @param cells of any number of services and forks
     * @return half width of the 95 % interval as a share of TPS, by the service's name; infinite where a cell has one measured
     *     fork or none; services of which no cell of closed load ran are missing
     */
    public static Map<String, Double> widest(Collection<Cell> cells) {
        ForkModel forks = Points.forks(cells);
        Map<String, Double> widest = new LinkedHashMap<>();
        for (Cell cell : cells) {
            if (cell.load().model().equals(Points.CLOSED) && cell.outcome() != Outcome.SKIPPED) {
                String service = cell.service().name();
                double half = forks.mean(
                                service, Points.key(cell.payload(), cell.load().concurrency()))
                        .filter(mean -> mean.forks() > 1)
                        .map(mean -> Math.expm1(mean.halfWidth()))
                        .orElse(Double.POSITIVE_INFINITY);
                widest.merge(service, half, Math::max);
            }
        }
        return widest;
    }
}
