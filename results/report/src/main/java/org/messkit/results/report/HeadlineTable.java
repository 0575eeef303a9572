// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.messkit.results.index.CurveIndex;
import org.messkit.results.index.cells.Drift;
import org.messkit.results.index.table.Numbers;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Rules;

/** Per payload and service: the peak, where it is, and what to think of it. The rig's ceiling comes last, outside the order. */
final class HeadlineTable {
    /** What comes nearer to the rig's ceiling is not believed. */
    private final Grid grid;

    private final Html html = new Html();

    private HeadlineTable(Grid grid) {
        this.grid = grid;
    }

    static String of(Grid grid) {
        return new HeadlineTable(grid).render();
    }

    private String render() {
        if (grid.points().isEmpty()) {
            return "<p class=\"empty\">No cell was run: there is no figure.</p>";
        }
        html.open("table class=\"headline\"");
        html.columnHeads(
                "Service",
                "#Peak TPS",
                "#at CR",
                "#Range over forks (TPS)",
                "#Mean service time (ms)",
                "#p99 service time (ms)",
                "#Critical-TPS",
                "#Of rig ceiling",
                "Remark");
        for (Grid.Panel panel : grid.panels()) {
            html.open("tbody").open("tr class=\"group\"");
            html.element("th scope=\"rowgroup\" colspan=\"9\"", panel.label())
                    .close("tr")
                    .line();
            // Not ranks: without an interval nobody knows which of two near figures is the greater.
            grid.services().stream()
                    .filter(service -> !grid.line(service, panel).isEmpty())
                    .sorted(Comparator.comparing(Grid.Service::ceiling).thenComparing(s -> -grid.peak(s, panel)
                            .map(p -> p.tps().orElseThrow())
                            .orElse(-1.0)))
                    .forEach(service -> row(service, panel));
            html.close("tbody").line();
        }
        return html.close("table").toString();
    }

    private void row(Grid.Service service, Grid.Panel panel) {
        html.open(service.ceiling() ? "tr class=\"ceiling\"" : "tr").open("th scope=\"row\"");
        html.raw("<span data-symbol=\"" + grid.services().indexOf(service) + "\"></span>");
        html.text(service.name() + (service.ceiling() ? " (rig ceiling)" : "")).close("th");
        Optional<Point> peak = grid.peak(service, panel);
        if (peak.isPresent() && withheld(service, panel).isEmpty()) {
            figures(peak.get(), grid.curve(service, panel));
        } else {
            html.none().none().none().none().none().none().none();
        }
        html.element("td", remark(service, panel, peak)).close("tr").line();
    }

    /** What one of its processes changed by, where that is too much for a figure. */
    private Optional<Drift> withheld(Grid.Service service, Grid.Panel panel) {
        return grid.curve(service, panel).flatMap(CurveIndex::withheld);
    }

    private void figures(Point peak, Optional<CurveIndex> curve) {
        double tps = peak.tps().orElseThrow();
        html.number(Numbers.figure(tps));
        html.number(Numbers.whole(peak.concurrency()));
        List<Double> forks = peak.forks().stream().sorted().toList();
        if (forks.size() > 1) {
            double most = forks.get(forks.size() - 1);
            html.number(Numbers.figure(forks.get(0)) + "–" + Numbers.figure(most));
        } else {
            html.none();
        }
        figure(peak.meanMillis());
        figure(peak.p99Millis());
        figure(curve.map(c -> c.answerTimes().criticalTps()).orElse(OptionalDouble.empty()));
        ofCeiling(peak).ifPresentOrElse(share -> html.number(Numbers.percent(share)), html::none);
    }

    /** As a share of the ceiling's own peak; empty where that was not measured. */
    private OptionalDouble ofCeiling(Point peak) {
        Optional<Point> ceiling =
                peak.service().ceiling() ? Optional.empty() : grid.ceiling(peak.service(), peak.panel());
        double most = ceiling.map(point -> point.tps().orElseThrow()).orElse(0.0);
        return most > 0 ? OptionalDouble.of(peak.tps().orElseThrow() / most) : OptionalDouble.empty();
    }

    private void figure(OptionalDouble figure) {
        figure.ifPresentOrElse(f -> html.number(Numbers.figure(f)), html::none);
    }

    private String remark(Grid.Service service, Grid.Panel panel, Optional<Point> peak) {
        List<Point> line = grid.line(service, panel);
        if (peak.isEmpty()) {
            return "no measured cell: " + outcomes(line);
        }
        Optional<Drift> withheld = withheld(service, panel);
        if (withheld.isPresent()) {
            return withheld.get().remark();
        }
        if (ofCeiling(peak.get()).orElse(0) > Rules.NEAR_CEILING.value()) {
            return "near the rig's ceiling: not the service's own limit";
        }
        int at = peak.get().concurrency();
        if (line.stream().noneMatch(p -> p.concurrency() != at && p.isMeasured())) {
            return "one measured level only: not known to be a peak";
        }
        if (line.stream().anyMatch(p -> p.concurrency() > at && p.isMeasured())) {
            return "";
        }
        return line.stream().anyMatch(p -> p.concurrency() > at)
                ? "higher levels were not measured: the peak may be higher"
                : "highest level of the run: the peak may be higher";
    }

    private static String outcomes(List<Point> line) {
        Map<Outcome, Long> counts = line.stream()
                .flatMap(p -> p.cells().stream())
                .collect(Collectors.groupingBy(Cell::outcome, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(e -> e.getKey().label() + " (" + e.getValue() + ")")
                .collect(Collectors.joining(", "));
    }
}
