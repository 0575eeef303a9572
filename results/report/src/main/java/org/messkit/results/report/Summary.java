// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.messkit.results.index.expect.Expectations;
import org.messkit.results.index.expect.Judged;
import org.messkit.results.log.Environment;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Problem;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunInfo;

/** What is said of the whole run: what it asked, how it ended, what to mind, under which conditions. */
record Summary(Run run, Grid grid) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);
    private static final List<String> FILES = List.of(
            "run.xml",
            "plan.xml",
            "scenario.xml",
            "environment.xml",
            "manifest.sha256",
            "summary.csv",
            "summary.json",
            "junit.xml",
            "index.csv",
            "index.json",
            "index.md",
            "tables",
            "histograms.hlog");

    String head() {
        RunInfo info = run.info();
        Html html = new Html().element("h1", info.scenario()).line();
        if (!info.goal().isBlank()) {
            html.element("p class=\"goal\"", info.goal()).line();
        }
        html.open("p class=\"facts\"");
        html.text("Run " + info.id() + " · begun " + time(info.start()) + " · seed " + info.seed() + " · " + tally());
        return html.close("p").toString();
    }

    /** The notes, and whether the run is whole: nobody should see a figure before these. */
    String banners() {
        Html html = new Html();
        for (Problem problem : run.problems()) {
            html.element("p class=\"banner bad\"", "Damaged, and in no figure: " + problem.text());
        }
        String end = run.end().orElse("");
        if (!end.equals("complete")) {
            String how = end.isEmpty() ? "was never finished" : "ended: " + end;
            html.element(
                    "p class=\"banner bad\"",
                    "This run " + how + ". It holds " + run.cells().size() + " of "
                            + run.info().cells() + " planned cells.");
        }
        long bad = run.cells().stream().filter(c -> c.outcome().exitCode() > 0).count();
        if (bad > 0) {
            html.element(
                    "p class=\"banner bad\"",
                    "This run is not valid as a whole: " + bad + " of "
                            + run.cells().size() + " cells failed a proof. They are listed and have no figure.");
        }
        List<Judged> judged = Expectations.of(run);
        long held =
                judged.stream().filter(j -> j.verdict() == Judged.Verdict.HELD).count();
        if (held < judged.size()) {
            html.element(
                    "p class=\"banner bad\"",
                    "Not as expected: " + held + " of " + judged.size()
                            + " expectations hold. See the table of expectations.");
        }
        for (String note : run.info().notes()) {
            html.open("p class=\"banner note\"")
                    .element("strong", "Note:")
                    .text(" " + note)
                    .close("p");
        }
        return html.toString();
    }

    String conditions() {
        Html html = new Html().open("table class=\"facts\"").open("tbody");
        Map<String, String> settings = run.info().settings();
        if (settings.isEmpty()) {
            return "<p class=\"empty\">None were recorded.</p>";
        }
        settings.forEach((name, value) -> fact(html, name, value));
        return html.close("tbody").close("table").toString();
    }

    String environment() {
        if (run.environment().groups().isEmpty()) {
            return "<p class=\"empty\">It was not recorded.</p>";
        }
        Html html = new Html();
        for (Environment.Group group : run.environment().groups()) {
            html.open("section class=\"group\"").element("h3", group.name());
            html.open("table class=\"facts\"").open("tbody");
            group.facts().forEach(fact -> fact(html, fact.name(), fact.value()));
            html.close("tbody").close("table").close("section").line();
        }
        return html.toString();
    }

    /** Links to those of the run's files that lie beside the report. */
    String files() {
        return FILES.stream()
                .filter(name -> Files.exists(run.folder().resolve(name)))
                .map(name -> "<a href=\"" + name + "\">" + name + "</a>")
                .collect(Collectors.joining(" · "));
    }

    private String tally() {
        if (run.cells().isEmpty()) {
            return "no cell";
        }
        Map<Outcome, Long> counts = run.cells().stream()
                .collect(Collectors.groupingBy(c -> c.outcome(), java.util.TreeMap::new, Collectors.counting()));
        return "cells: "
                + counts.entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey().label())
                        .collect(Collectors.joining(", "));
    }

    private static void fact(Html html, String name, String value) {
        html.open("tr").rowHead(name).element("td", value).close("tr").line();
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
