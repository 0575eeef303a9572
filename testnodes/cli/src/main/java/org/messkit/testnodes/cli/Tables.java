// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.messkit.loads.Load;
import org.messkit.results.index.expect.Judged;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;

/** The tables that verbs print of results. */
final class Tables {
    private Tables() {}

    /** A line for each thing that is wrong with a run's folder. */
    static List<String> problems(Run run) {
        return run.problems().stream()
                .map(problem -> "damaged, and in no figure: " + run.info().id() + "/" + problem.text())
                .toList();
    }

    /** One row per cell and fork, sorted for reading. */
    static Table cells(List<Cell> cells) {
        Table table = new Table(
                "service",
                "payload B",
                "load",
                "fork",
                "outcome",
                "TPS",
                "mean ms",
                "p50 ms",
                "p99 ms",
                "server cores");
        cells.stream()
                .sorted(Comparator.comparing((Cell c) -> c.service().name())
                        .thenComparing(c -> c.payload().bytes())
                        .thenComparing(c -> c.payload().inFull())
                        .thenComparing(c -> c.payload().elements())
                        .thenComparing(c -> c.payload().depth())
                        .thenComparing(Cell::payload, Cell.Payload.BY_SHARES)
                        .thenComparing(c -> c.load().model())
                        .thenComparing(c -> c.load().rate().orElse(0.0))
                        .thenComparing(c -> c.load().concurrency())
                        .thenComparing(Cell::fork))
                .forEach(cell -> row(table, cell, payload(cell, cells)));
        return table;
    }

    /** One row per expectation and level. */
    static Table expectations(List<Judged> judged) {
        Table table = new Table("service", "payload B", "load", "expected", "verdict", "seen");
        List<Cell> cells = judged.stream().map(Judged::cell).toList();
        for (Judged j : judged) {
            table.row(
                    j.cell().service().name(),
                    payload(j.cell(), cells),
                    load(j.cell().load()),
                    j.expectation().label(),
                    j.verdict().label(),
                    j.why());
        }
        return table;
    }

    /** Its bytes, and what else tells it from the others that this service was asked; of a cell that never ran the shape is not known. */
    private static String payload(Cell cell, List<Cell> all) {
        Cell.Payload own = cell.payload();
        List<Cell.Payload> ofItsBytes = all.stream()
                .filter(c -> c.service().equals(cell.service()))
                .map(Cell::payload)
                .filter(p -> p.bytes() == own.bytes())
                .toList();
        boolean shapes = own.depth() > 0
                && ofItsBytes.stream()
                        .filter(p -> p.depth() > 0)
                        .anyMatch(p -> p.elements() != own.elements() || p.depth() != own.depth());
        boolean shares = !own.shares().isEmpty()
                && ofItsBytes.stream().anyMatch(p -> !p.shares().equals(own.shares()));
        return own.bytes()
                + (shapes ? ", " + own.elements() + " elements, depth " + own.depth() : "")
                + (shares ? ", " + own.shares() : "")
                + (own.inFull() ? " full" : "");
    }

    private static void row(Table table, Cell cell, String payload) {
        boolean headline = cell.outcome() == Outcome.MEASURED;
        Cell.Figures figures = cell.figures().orElse(null);
        table.row(
                cell.service().name(),
                payload,
                load(cell.load()),
                Integer.toString(cell.fork()),
                headline ? cell.outcome().label() : cell.outcome().label() + " (" + cell.reason() + ")",
                headline ? number("%.1f", figures.tps()) : "–",
                headline ? number("%.3f", figures.serviceTime().meanMillis()) : "–",
                headline ? percentile(figures.serviceTime(), 50, Cell.Times::p50Millis) : "–",
                headline ? percentile(figures.serviceTime(), 99, Cell.Times::p99Millis) : "–",
                figures == null ? "–" : number("%.2f", figures.cpu().serverCores()));
    }

    private static String percentile(Cell.Times times, double percent, Function<Cell.Times, Optional<Double>> value) {
        return value.apply(times)
                .map(millis -> (times.isAtLeast(percent) ? "≥ " : "") + number("%.3f", millis))
                .orElse("–");
    }

    /** For example {@code 4 CR} or {@code 500.0/s}. */
    static String load(Load load) {
        return load.rate().map(rate -> number("%.1f/s", rate)).orElseGet(load::label);
    }

    private static String number(String form, double value) {
        return String.format(Locale.ROOT, form, value);
    }
}
