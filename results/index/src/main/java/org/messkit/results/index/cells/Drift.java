// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.cells;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Rules;

/**
 * The first cell of a service process beside its repetition as the last.
 *
 * @param first measured
 * @param last repeated; of the same process, payload and load
 */
public record Drift(Cell first, Cell last) {
    /**
     * One for each process whose two cells are both valid, in the order of the run. A first cell that was measured once more is not the
     * first in time: nothing lies between it and its repetition.
     */
    public static List<Drift> of(List<Cell> cells) {
        return cells.stream()
                .filter(cell -> cell.outcome() == Outcome.REPEATED)
                .flatMap(last -> first(cells, last).map(first -> new Drift(first, last)).stream())
                .toList();
    }

    /** The worst of a service, where one of its processes changed by so much that its max-TPS is not known; else empty. */
    public static Optional<Drift> tooFar(List<Cell> cells, Cell.Service service) {
        return of(cells).stream()
                .filter(drift -> drift.last.service().equals(service))
                .max(Comparator.comparingDouble(drift -> Math.abs(drift.ratio() - 1)))
                .filter(drift -> Math.abs(drift.ratio() - 1) > Rules.ANCHOR.value());
    }

    /** For the user, in one line. */
    public String remark() {
        return String.format(
                Locale.ROOT,
                "max-TPS withheld: the first cell of fork %d had %.0f TPS, and %.0f when it was repeated at the end",
                last.fork(),
                firstTps(),
                lastTps());
    }

    private static Optional<Cell> first(List<Cell> cells, Cell last) {
        return cells.stream()
                .filter(cell -> cell.service().equals(last.service()) && cell.fork() == last.fork())
                .min(Comparator.comparingInt(Cell::id))
                .filter(cell -> cell.outcome() == Outcome.MEASURED)
                .filter(first -> cells.stream()
                        .filter(cell -> cell.service().equals(last.service()) && cell.fork() == last.fork())
                        .flatMap(cell -> cell.figures().stream())
                        .noneMatch(figures -> figures.start()
                                .isBefore(first.figures().orElseThrow().start())));
    }

    /** TPS at the beginning. */
    public double firstTps() {
        return first.figures().orElseThrow().tps();
    }

    /** TPS at the end. */
    public double lastTps() {
        return last.figures().orElseThrow().tps();
    }

    /** Last over first; 1 is none. */
    public double ratio() {
        return lastTps() / firstTps();
    }
}
