// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.table;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;

/** The first cell of each service process beside its repetition at the end. */
final class DriftSheet {
    private DriftSheet() {}

    /** Empty where nothing was repeated. */
    static Optional<Sheet> of(Run run) {
        List<List<String>> rows = run.cells().stream()
                .filter(cell -> cell.outcome() == Outcome.REPEATED)
                .flatMap(last -> first(run, last).map(first -> row(first, last)).stream())
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sheet(
                        "Drift",
                        "The first cell of each service process and the same one again as its last. What changed in between is of the"
                                + " service or of the machine; a ratio far from 1 puts differences of that size between cells in"
                                + " doubt. Of one pair the spread is not known.",
                        List.of(
                                "Service",
                                "#Fork",
                                "#Payload (bytes)",
                                "#Load",
                                "#TPS first",
                                "#TPS last",
                                "#Last / first"),
                        rows));
    }

    private static Optional<Cell> first(Run run, Cell last) {
        return run.cells().stream()
                .filter(cell -> cell.service().equals(last.service()) && cell.fork() == last.fork())
                .min(Comparator.comparingInt(Cell::id))
                .filter(cell -> cell.outcome() == Outcome.MEASURED);
    }

    private static List<String> row(Cell first, Cell last) {
        double before = first.figures().orElseThrow().tps();
        double after = last.figures().orElseThrow().tps();
        return List.of(
                Words.name(last.service().name(), last.payload()),
                Numbers.whole(last.fork()),
                Numbers.whole(last.payload().bytes()),
                ExpectationSheet.load(last.load()),
                Numbers.figure(before),
                Numbers.figure(after),
                Numbers.figure(after / before));
    }
}
