// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.loads.ClosedLoad;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.PlannedCell;
import org.messkit.results.log.RunInfo;
import org.messkit.results.log.RunPlan;
import org.messkit.results.log.RunWriter;
import picocli.CommandLine;

/** The verbs that judge, on runs that were written to a folder. */
class CompareVerbTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void runsAreComparedWithTheFirst() throws IOException {
        String before = run("before", "dom", 1000, 1010, 990);
        String after = run("after", "dom", 1500, 1510, 1490);
        assertEquals(0, messkit("compare", before, after), err.toString());
        assertTrue(out.toString().contains("## Compared: after against before"), out.toString());
        assertTrue(out.toString().contains("| 1.50 | 1.47–1.53 | faster | 1 | 2 |"), out.toString());
    }

    @Test
    void aComparisonIsAlsoAPageAndJson() throws IOException {
        String before = run("before", "dom", 1000, 1010, 990);
        String after = run("after", "dom", 1500, 1510, 1490);
        assertEquals(0, messkit("compare", "--format", "json", before, after), err.toString());
        JsonObject json = JsonParser.parseString(out.toString()).getAsJsonObject();
        JsonObject ratio = json.getAsJsonArray("ratios").get(0).getAsJsonObject();
        assertEquals(1.5, ratio.get("ratio").getAsDouble(), 0.001);
        assertEquals("faster", ratio.get("words").getAsString());
        assertFalse(Files.exists(Path.of(after, "comparison.html")), "a program that asks for JSON wants no page");
        assertEquals(0, messkit("compare", before, after), err.toString());
        String page = Files.readString(Path.of(after, "comparison.html"));
        assertTrue(page.contains("<h1>after against before</h1>") && page.contains("1.47–1.53"), page);
    }

    @Test
    void aReportTakesAssumptions() throws IOException {
        String dom = run("dom", "dom", 1000);
        assertEquals(0, messkit("report", dom, "--target-tps", "2500", "--what-if", "sigma=0.25"), err.toString());
        String[] rows = Files.readString(Path.of(dom, "index.csv")).split("\n");
        List<String> heads = List.of(rows[0].split(","));
        assertTrue(rows[1].contains(",2500.00,2.25000,3,"), rows[1]);
        assertTrue(heads.containsAll(List.of("target_tps", "cores_for_target", "services_for_target")), rows[0]);
        assertTrue(Files.readString(Path.of(dom, "index.md")).contains("with σ × 0.25"));
        assertEquals(2, messkit("report", dom, "--what-if", "lambda=2"));
        assertTrue(err.toString().contains("--what-if knows sigma and kappa, not: lambda"), err.toString());
        assertEquals(2, messkit("report", dom, "--what-if", "kappa=-1"));
        assertEquals(2, messkit("report", dom, "--target-tps", "0"));
    }

    @Test
    void historiesAreWrittenForOtava() throws IOException {
        String before = run("before", "dom", 1000);
        String after = run("after", "dom", 1500);
        assertEquals(0, messkit("compare", "--format", "otava", before, after), err.toString());
        assertEquals("""
                time,run,buffet/dom@pox.5000B.e100.d8.CR1.tps
                2026-11-23T10:00:00Z,before,1000.00
                2026-11-23T10:00:00Z,after,1500.00
                """, out.toString());
    }

    @Test
    void aSingleForkHasNoVerdict() throws IOException {
        assertEquals(0, messkit("compare", "--format", "csv", run("a", "dom", 1000), run("b", "dom", 1500)));
        assertTrue(out.toString().contains(",1.50000,,,\"no verdict, needs 2 more forks\",,"), out.toString());
    }

    @Test
    void whatCannotBeComparedIsRefused() throws IOException {
        String dom = run("dom", "dom", 1000);
        assertEquals(2, messkit("compare", dom, run("jaxb", "jaxb", 1000)));
        assertTrue(err.toString().startsWith("jaxb against dom: nothing to compare"), err.toString());
        assertEquals(2, messkit("compare", dom));
        assertEquals(2, messkit("compare", "no-such"));
    }

    @Test
    void aReportLeavesTheIndexBesideIt() throws IOException {
        assertEquals(0, messkit("report", run("dom", "dom", 1000)), err.toString());
        for (String file : List.of("report.html", "index.csv", "index.json", "index.md")) {
            assertTrue(Files.isRegularFile(folder.resolve("dom").resolve(file)), file);
        }
        assertTrue(Files.readString(folder.resolve("dom/report.html")).contains("a single level shows no trend"));
    }

    /** A finished run of one cell, with a fork for each TPS. */
    private String run(String id, String technology, int... tps) throws IOException {
        List<Cell> cells = new ArrayList<>();
        for (int value : tps) {
            cells.add(cell(cells.size() + 1, technology, value));
        }
        RunInfo info = new RunInfo(
                id, "s", "", Instant.parse("2026-11-23T10:00:00Z"), 1, cells.size(), List.of(), Map.of("heap", "1g"));
        Path at = folder.resolve(id);
        RunPlan plan = new RunPlan(0, cells.stream().map(PlannedCell::of).toList());
        try (RunWriter writer = RunWriter.create(at, info, plan, new byte[0])) {
            for (Cell cell : cells) {
                writer.cell(cell);
            }
            writer.finish("complete");
        }
        return at.toString();
    }

    private static Cell cell(int fork, String technology, int tps) {
        Cell.Figures figures = new Cell.Figures(
                Instant.parse("2026-11-23T10:00:00Z").plusSeconds(fork),
                1,
                tps,
                0,
                new Cell.Totals(tps, 0, 0, tps),
                new Cell.Times(0.1, 1000.0 / tps, 0.5, Optional.empty(), Optional.empty(), 9),
                10,
                5200,
                300,
                1e6,
                new Cell.Cpu(0.9, 1, 0.2));
        return new Cell(
                fork,
                new Cell.Service("buffet/" + technology + "@pox", "buffet", technology, "", "pox"),
                new Cell.Payload(5000, 100, 8),
                new ClosedLoad(1),
                fork,
                Outcome.MEASURED,
                "",
                Optional.of(figures));
    }

    private int messkit(String... arguments) {
        CommandLine program = MessKit.commandLine();
        program.setOut(new PrintWriter(out, true));
        program.setErr(new PrintWriter(err, true));
        return program.execute(arguments);
    }
}
