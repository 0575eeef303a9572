// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import java.util.List;
import java.util.Optional;
import org.messkit.results.index.table.Numbers;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;

/** Every cell of the run. One that was not measured shows why, and what it cost, but neither TPS nor times. */
final class CellTable {
    private final Html html = new Html();

    private CellTable() {}

    static String of(List<Cell> cells) {
        return new CellTable().render(cells);
    }

    /** An outcome in its own words, coloured by class. */
    static String outcome(Outcome outcome) {
        String kind = outcome.isValid() ? "good" : outcome == Outcome.SKIPPED ? "idle" : "bad";
        return new Html()
                .element("span class=\"outcome " + kind + "\"", outcome.label())
                .toString();
    }

    private String render(List<Cell> cells) {
        if (cells.isEmpty()) {
            return "<p class=\"empty\">No cell was run.</p>";
        }
        html.open("table class=\"sortable\"");
        html.columnHeads(
                "#Cell",
                "Service",
                "#Payload (bytes)",
                "#Elements",
                "#Depth",
                "Answer",
                "Load",
                "#CR",
                "#Rate (1/s)",
                "#Fork",
                "Outcome",
                "#TPS",
                "#Mean (ms)",
                "#p50 (ms)",
                "#p99 (ms)",
                "#Max (ms)",
                "#Errors",
                "#Server CPU (cores)",
                "#Consumer CPU (cores)",
                "#In flight",
                "Reason");
        html.open("tbody").line();
        cells.forEach(this::row);
        return html.close("tbody").close("table").toString();
    }

    private void row(Cell cell) {
        html.open("tr");
        whole(cell.id());
        html.rowHead(cell.service().name());
        payload(cell.payload());
        whole(cell.payload().elements());
        whole(cell.payload().depth());
        html.element("td", cell.payload().answer());
        html.element("td", cell.load().model());
        whole(cell.load().concurrency());
        cell.load().rate().ifPresentOrElse(this::figure, html::none);
        whole(cell.fork());
        html.open("td").raw(outcome(cell.outcome())).close("td");
        if (cell.outcome() == Outcome.MEASURED && cell.figures().isPresent()) {
            headline(cell.figures().get());
        } else {
            html.none().none().none().none().none();
        }
        cell.figures()
                .ifPresentOrElse(this::cost, () -> html.none().none().none().none());
        html.element("td class=\"reason\"", cell.reason()).close("tr").line();
    }

    private void payload(Cell.Payload payload) {
        String shares = payload.shares().isEmpty() ? "" : " (" + payload.shares() + ")";
        html.number(Numbers.whole(payload.bytes()) + shares, payload.bytes());
    }

    private void headline(Cell.Figures f) {
        Cell.Times t = f.serviceTime();
        figure(f.tps());
        figure(t.meanMillis());
        time(t, 50, t.p50Millis());
        time(t, 99, t.p99Millis());
        time(t, 100, Optional.of(t.maxMillis()));
    }

    private void cost(Cell.Figures f) {
        whole(f.errors());
        figure(f.cpu().serverCores());
        figure(f.cpu().consumerCores());
        figure(f.effectiveConcurrency());
    }

    private void whole(long number) {
        html.number(Numbers.whole(number), number);
    }

    private void time(Cell.Times of, double percentile, Optional<Double> millis) {
        millis.ifPresentOrElse(
                number -> html.number((of.isAtLeast(percentile) ? "≥ " : "") + Numbers.figure(number), number),
                html::none);
    }

    private void figure(double number) {
        if (Double.isFinite(number)) {
            html.number(Numbers.figure(number), number);
        } else {
            html.none();
        }
    }
}
