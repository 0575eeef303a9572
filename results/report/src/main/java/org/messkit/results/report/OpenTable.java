// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.messkit.loads.OpenLoad;
import org.messkit.results.index.table.Numbers;
import org.messkit.results.index.table.PayloadNames;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;

/** Cells of open load: response time beside service time, and how the schedule was kept. */
final class OpenTable {
    /** The percentiles, the same of both times. */
    private static final Map<Double, Function<Cell.Times, Optional<Double>>> TIMES = new TreeMap<>(Map.of(
            50.0, Cell.Times::p50Millis,
            99.0, Cell.Times::p99Millis,
            99.9, Cell.Times::p999Millis,
            100.0, t -> Optional.of(t.maxMillis())));

    private final Html html = new Html();
    private final PayloadNames names;

    private OpenTable(PayloadNames names) {
        this.names = names;
    }

    /** The table, or a sentence where the run has no open load. */
    static String of(List<Cell> cells) {
        List<Cell> open =
                cells.stream().filter(cell -> cell.load() instanceof OpenLoad).toList();
        return open.isEmpty()
                ? "<p class=\"empty\">The scenario has no open load, so this run says nothing about response times.</p>"
                : new OpenTable(PayloadNames.of(cells)).render(open);
    }

    private String render(List<Cell> cells) {
        html.open("table class=\"sortable\"");
        html.columnHeads(
                "#Cell",
                "Service",
                "#Payload (bytes)",
                "#Rate (1/s)",
                "Arrivals",
                "#Fork",
                "Outcome",
                "#TPS",
                "#Response p50 (ms)",
                "#Response p99 (ms)",
                "#Response p99.9 (ms)",
                "#Response max (ms)",
                "#Service p50 (ms)",
                "#Service p99 (ms)",
                "#Service p99.9 (ms)",
                "#Service max (ms)",
                "#Late starts",
                "#Queued starts",
                "#Backlog peak");
        html.open("tbody").line();
        cells.forEach(this::row);
        return html.close("tbody").close("table").toString();
    }

    private void row(Cell cell) {
        html.open("tr");
        whole(cell.id());
        html.rowHead(cell.service().name() + (cell.payload().inFull() ? ", full answer" : ""));
        html.number(names.of(cell), cell.payload().bytes());
        figure(cell.load().rate());
        html.element("td", ((OpenLoad) cell.load()).arrivals().label());
        whole(cell.fork());
        html.open("td").raw(CellTable.outcome(cell.outcome())).close("td");
        Optional<Cell.Figures> headline = cell.figures().filter(f -> cell.outcome() == Outcome.MEASURED);
        figure(headline.map(Cell.Figures::tps));
        times(headline.flatMap(Cell.Figures::arrivals).map(Cell.Arrivals::responseTime));
        times(headline.map(Cell.Figures::serviceTime));
        Optional<Cell.Arrivals> arrivals = cell.figures().flatMap(Cell.Figures::arrivals);
        count(arrivals.map(Cell.Arrivals::late));
        count(arrivals.map(Cell.Arrivals::queued));
        count(arrivals.map(Cell.Arrivals::backlogPeak));
        html.close("tr").line();
    }

    private void times(Optional<Cell.Times> times) {
        TIMES.forEach((percentile, value) -> {
            String bound = times.filter(t -> t.isAtLeast(percentile)).isPresent() ? "≥ " : "";
            times.flatMap(value).ifPresentOrElse(n -> html.number(bound + Numbers.figure(n), n), html::none);
        });
    }

    private void whole(long number) {
        html.number(Numbers.whole(number), number);
    }

    private void count(Optional<Long> number) {
        number.ifPresentOrElse(this::whole, html::none);
    }

    private void figure(Optional<Double> number) {
        number.ifPresentOrElse(n -> html.number(Numbers.figure(n), n), html::none);
    }
}
