// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.cells;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;

/**
 * The first cell of a service process beside its repetition as the last.
 *
 * @param first measured
 * @param last repeated; of the same process, payload and load
 */
public record Drift(Cell first, Cell last) {
    /** One for each process whose two cells are both valid, in the order of the run. */
    public static List<Drift> of(Run run) {
        return run.cells().stream()
                .filter(cell -> cell.outcome() == Outcome.REPEATED)
                .flatMap(last -> first(run, last).map(first -> new Drift(first, last)).stream())
                .toList();
    }

    private static Optional<Cell> first(Run run, Cell last) {
        return run.cells().stream()
                .filter(cell -> cell.service().equals(last.service()) && cell.fork() == last.fork())
                .min(Comparator.comparingInt(Cell::id))
                .filter(cell -> cell.outcome() == Outcome.MEASURED);
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
