// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.messkit.results.index.CurveIndex;
import org.messkit.results.index.cells.Operations;
import org.messkit.results.index.curve.Curve;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.index.table.Numbers;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Run;
import org.messkit.results.series.Interval;

/** The charts' places on the page, and the data that the page's script draws into them. */
record Charts(Run run, Grid grid) {
    private static final String PAYLOAD_CHOICES = """
            <div class="legend" role="group" aria-label="Services shown"></div>
            <p class="choice"><label><input type="checkbox" data-option="proportional" checked> proportional line (dashed)</label></p>
            """;

    /** What the script reads. Null is no figure. */
    private record Data(
            List<String> services,
            List<Boolean> ceilings,
            List<PanelData> panels,
            List<Integer> levels,
            List<Dot> points,
            List<Marks> marks,
            List<OperationDot> operations) {}

    private record PanelData(String label, int bytes) {}

    /** Indices of service and panel, the level, and the figures over its forks. The interval is low and high. */
    private record Dot(
            int service,
            int panel,
            int level,
            Double tps,
            List<Double> interval,
            List<Double> forks,
            Double mean,
            Double p99) {}

    /** One operation's times at a level. */
    private record OperationDot(int service, int panel, String operation, int level, Double mean, Double p99) {}

    /** Indices of service and panel, and where the line's views begin, in concurrent requests. */
    private record Marks(int service, int panel, Double knee, Integer overdrive, Integer kneeAtMost) {}

    /** Gson escapes what could end the script element. */
    String data() {
        return new GsonBuilder()
                .serializeNulls()
                .create()
                .toJson(new Data(
                        grid.services().stream().map(Grid.Service::name).toList(),
                        grid.services().stream().map(Grid.Service::ceiling).toList(),
                        grid.panels().stream()
                                .map(p -> new PanelData(p.label(), p.bytes()))
                                .toList(),
                        grid.levels(),
                        grid.points().stream().map(this::dot).toList(),
                        marks(),
                        operationDots()));
    }

    private Dot dot(Point p) {
        return new Dot(
                grid.services().indexOf(p.service()),
                grid.panels().indexOf(p.panel()),
                p.concurrency(),
                boxed(p.tps()),
                interval(p),
                p.forks(),
                boxed(p.meanMillis()),
                boxed(p.p99Millis()));
    }

    private List<Double> interval(Point p) {
        Optional<Interval> interval = p.level().flatMap(CurvePoint::interval);
        return interval.filter(i -> Double.isFinite(i.high()))
                .map(i -> List.of(i.low(), i.high()))
                .orElse(null);
    }

    private List<Marks> marks() {
        List<Marks> marks = new ArrayList<>();
        for (int s = 0; s < grid.services().size(); s++) {
            for (int p = 0; p < grid.panels().size(); p++) {
                Optional<Curve> curve =
                        grid.curve(grid.services().get(s), grid.panels().get(p)).map(CurveIndex::curve);
                if (curve.isPresent()) {
                    marks.add(new Marks(
                            s,
                            p,
                            boxed(curve.get().knee()),
                            boxed(curve.get().overdrive()),
                            boxed(curve.get().kneeAtMost())));
                }
            }
        }
        return marks;
    }

    /** The Scalability Index: a chart for each payload, and below it the cells that could not be drawn. */
    String index() {
        return eachPanel("index", "TPS over concurrent requests", true);
    }

    /** Service times: a chart for each payload. */
    String times() {
        return eachPanel("times", "Service time over concurrent requests", false);
    }

    /** Service times by operation: a chart for each payload and operation; empty where no use case has several. */
    String operations() {
        List<String> names = operationDots().stream()
                .map(OperationDot::operation)
                .distinct()
                .sorted()
                .toList();
        if (names.isEmpty()) {
            return "";
        }
        Html html = new Html().open("div class=\"panels\"").line();
        for (String name : names) {
            for (int i = 0; i < grid.panels().size(); i++) {
                int panel = i;
                if (operationDots().stream()
                        .anyMatch(o -> o.panel() == panel && o.operation().equals(name))) {
                    html.open("figure");
                    html.open("figcaption")
                            .element("h3", name + ", " + grid.panels().get(i).label())
                            .element("p class=\"subtitle\"", subtitle())
                            .close("figcaption");
                    place(
                            html,
                            "times",
                            i,
                            name,
                            "Service time of " + name + ". The figures are in the table of operations.");
                    html.close("figure").line();
                }
            }
        }
        return html.close("div").toString();
    }

    private List<OperationDot> operationDots() {
        List<OperationDot> dots = new ArrayList<>();
        for (Point point : grid.points()) {
            for (Operations o : Operations.of(point.cells())) {
                dots.add(new OperationDot(
                        grid.services().indexOf(point.service()),
                        grid.panels().indexOf(point.panel()),
                        o.operation(),
                        point.concurrency(),
                        o.meanMillis(),
                        o.p99Millis().orElse(null)));
            }
        }
        return dots;
    }

    /** TPS over payload, at one level at a time. */
    String payload() {
        if (grid.panels().size() < 2) {
            return "<p class=\"empty\">The run has " + (grid.panels().isEmpty() ? "no" : "one")
                    + " payload: there is no curve over payload.</p>";
        }
        Html html = new Html()
                .raw(PAYLOAD_CHOICES)
                .open("p class=\"choice\"")
                .open("label")
                .text("At ");
        html.open("select data-level");
        for (int i = grid.levels().size() - 1; i >= 0; i--) {
            int level = grid.levels().get(i);
            html.element("option value=\"" + level + "\"", Numbers.whole(level));
        }
        html.close("select")
                .text(" concurrent requests")
                .close("label")
                .close("p")
                .line();
        html.open("div class=\"panels\"");
        chart(html, "payload", 0, "TPS over payload", "All payloads");
        return html.close("div").toString();
    }

    private String eachPanel(String kind, String what, boolean listMissing) {
        Html html = new Html().open("div class=\"panels\"").line();
        for (int i = 0; i < grid.panels().size(); i++) {
            Grid.Panel panel = grid.panels().get(i);
            html.open("figure");
            figure(html, kind, i, what, panel.label());
            if (listMissing) {
                missing(html, panel);
            }
            html.close("figure").line();
        }
        return html.close("div").toString();
    }

    private void chart(Html html, String kind, int panel, String what, String label) {
        html.open("figure");
        figure(html, kind, panel, what, label);
        html.close("figure").line();
    }

    private void figure(Html html, String kind, int panel, String what, String label) {
        html.open("figcaption")
                .element("h3", label)
                .element("p class=\"subtitle\"", subtitle())
                .close("figcaption");
        if (grid.points().stream().noneMatch(p -> at(p, kind, panel) && p.isMeasured())) {
            html.element("p class=\"empty\"", "No cell was measured.");
            return;
        }
        String alternative = what + ", " + label + ". The figures are in the table of all cells.";
        place(html, kind, panel, "", alternative);
    }

    /** Where the script draws. */
    private static void place(Html html, String kind, int panel, String operation, String alternative) {
        html.open("div class=\"chart\" role=\"img\" data-chart=\"" + kind + "\" data-panel=\"" + panel
                        + (operation.isEmpty() ? "" : "\" data-operation=\"" + operation) + "\" aria-label=\""
                        + Html.escape(alternative) + "\"")
                .close("div");
    }

    private boolean at(Point point, String kind, int panel) {
        return kind.equals("payload") || point.panel().equals(grid.panels().get(panel));
    }

    /** The conditions without which a curve says nothing. */
    private String subtitle() {
        String models = run.cells().stream()
                .map(c -> c.load().model() + " load")
                .distinct()
                .collect(Collectors.joining(" and "));
        String cores = run.info().settings().getOrDefault("service cores", "not recorded");
        String durability = run.info().settings().getOrDefault("durability", "");
        String stores = durability.isEmpty() ? "" : " · durability: " + durability;
        String forks = grid.forks() > 1 ? " · mean of " + grid.forks() + " forks" : "";
        return models + " · service cores: " + cores + stores + forks;
    }

    private void missing(Html html, Grid.Panel panel) {
        List<Cell> missing = grid.points().stream()
                .filter(p -> p.panel().equals(panel))
                .flatMap(p -> p.cells().stream())
                .filter(c -> !c.outcome().isValid())
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        // A long list would push the next chart off the screen.
        html.open("details class=\"missing\"" + (missing.size() > 8 ? "" : " open"));
        html.element("summary", "Not on the lines: " + missing.size() + (missing.size() == 1 ? " cell" : " cells"));
        html.open("ul");
        for (Cell cell : missing) {
            String where = Stream.of(cell.service().name(), "CR " + cell.load().concurrency(), "fork " + cell.fork())
                    .collect(Collectors.joining(", "));
            html.open("li").text(where + ": ").raw(CellTable.outcome(cell.outcome()));
            html.text(cell.reason().isEmpty() ? "" : " " + cell.reason()).close("li");
        }
        html.close("ul").close("details");
    }

    private static Integer boxed(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static Double boxed(OptionalDouble figure) {
        return figure.isPresent() && Double.isFinite(figure.getAsDouble()) ? figure.getAsDouble() : null;
    }
}
