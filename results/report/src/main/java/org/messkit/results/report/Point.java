// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;

/**
 * One point of a line: one service, payload and level over all forks.
 *
 * @param cells at least one, measured or not
 * @param level what the index has of it, which is where its figures come from; empty if no cell of it was measured
 */
record Point(Grid.Service service, Grid.Panel panel, int concurrency, List<Cell> cells, Optional<CurvePoint> level) {
    Point {
        cells = List.copyOf(cells);
    }

    boolean isMeasured() {
        return level.isPresent();
    }

    /** TPS of each measured cell: no other has a figure that may be shown as a result. */
    List<Double> forks() {
        return cells.stream()
                .filter(c -> c.outcome() == Outcome.MEASURED)
                .flatMap(c -> c.figures().stream())
                .map(Cell.Figures::tps)
                .toList();
    }

    OptionalDouble tps() {
        return level.stream().mapToDouble(CurvePoint::tps).findFirst();
    }

    OptionalDouble meanMillis() {
        return level.stream().mapToDouble(CurvePoint::meanMillis).findFirst();
    }

    OptionalDouble p99Millis() {
        return level.map(CurvePoint::p99Millis).orElse(OptionalDouble.empty());
    }
}
