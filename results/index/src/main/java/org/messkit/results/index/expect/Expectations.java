// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.expect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.messkit.loads.OpenLoad;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Expectation;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;

/** Holds expectations against cells. Figures of cells that are not valid are not judged, but for the share of errors. */
public final class Expectations {
    private Expectations() {}

    /** Every expectation of a run on every level that it is meant for, in the scenario's order, then the run's. */
    public static List<Judged> of(Run run) {
        List<Judged> judged = new ArrayList<>();
        for (Expectation expectation : run.info().expectations()) {
            Map<List<Object>, List<Cell>> levels = new LinkedHashMap<>();
            run.cells().stream().filter(expectation::concerns).forEach(cell -> levels.computeIfAbsent(
                            List.of(cell.service(), cell.payload(), level(cell)), key -> new ArrayList<>())
                    .add(cell));
            levels.values().forEach(forks -> judged.add(judge(expectation, forks)));
        }
        return judged;
    }

    /** Why a cell by itself does not hold what is expected of it; empty where it does. */
    public static Optional<String> broken(Collection<Expectation> expectations, Cell cell) {
        return expectations.stream()
                .filter(expectation -> expectation.concerns(cell))
                .map(expectation -> judge(expectation, List.of(cell)))
                .filter(judged -> judged.verdict() != Judged.Verdict.HELD)
                .map(judged -> judged.expectation().label() + ": " + judged.why())
                .findFirst();
    }

    private static Judged judge(Expectation expectation, List<Cell> forks) {
        Expectation.Figure figure = expectation.figure();
        List<Double> values = forks.stream()
                .filter(cell -> cell.outcome() == Outcome.MEASURED
                        || cell.outcome() == Outcome.ERRORS && figure == Expectation.Figure.ERRORS)
                .flatMap(cell -> cell.figures().flatMap(figure::in).stream())
                .toList();
        Cell first = forks.get(0);
        if (values.isEmpty()) {
            return new Judged(expectation, first, Optional.empty(), Judged.Verdict.NOT_JUDGED, unknown(first));
        }
        double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
        boolean held = figure.holds(mean, expectation.limit());
        return new Judged(
                expectation,
                first,
                Optional.of(mean),
                held ? Judged.Verdict.HELD : Judged.Verdict.FAILED,
                "it was " + figure.text(mean) + (values.size() > 1 ? ", mean of " + values.size() + " forks" : ""));
    }

    private static String unknown(Cell cell) {
        if (cell.outcome() == Outcome.MEASURED) {
            return "too few transactions for it";
        }
        return "the cell is " + cell.outcome().label() + (cell.reason().isEmpty() ? "" : ": " + cell.reason());
    }

    private static Object level(Cell cell) {
        return cell.load() instanceof OpenLoad
                ? cell.load().rate().orElse(0.0)
                : cell.load().concurrency();
    }
}
