// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;

/** Windows that hold few transactions, or end while one is under way. */
class WindowIT {
    @TempDir
    private Path folder;

    @Test
    void whoWaitsWhenTheWindowEndsIsInTheResult() throws Exception {
        Cell cell = hanging("<closed concurrency='4'/>");
        assertEquals(Outcome.INCONSISTENT, cell.outcome(), cell.reason());
        assertTrue(
                cell.reason()
                        .matches("3\\.\\d\\d of 4 users were at work in the window: when it ended 1 had waited longer"
                                + " than any before, up to [67]\\.\\d s"),
                cell.reason());
        assertTrue(cell.figures().orElseThrow().serviceTime().maxMillis() > 5900, "its time is in the maximum");
        assertEquals(0, cell.figures().orElseThrow().overdue().orElseThrow().unanswered(), "the drain waited for it");
    }

    /** A cell of three seconds in whose window, after the first, one user is kept waiting for six. */
    private Cell hanging(String load) throws Exception {
        Path rooms = PlantedRoom.build(folder.resolve("rooms"), HangTechnology.class, "hang");
        Path now = folder.resolve("now");
        Path run = folder.resolve("run");
        String scenario = scenario("<services>null/hang@pox</services><payload bytes='2000'/>" + load
                + "<timing warmup='300ms' settle='100ms' window='3s'/>");
        try (Kit kit =
                Kit.start(folder, List.of("-Dmesskit.rooms=" + rooms), "run", scenario, "--out", run.toString())) {
            Kit.await("the first second of the window", () -> {
                try {
                    return !kit.handle().isAlive()
                            || Files.readString(run.resolve("histograms.hlog")).contains("Tag=0001.node1.service");
                } catch (IOException e) {
                    return false;
                }
            });
            Files.createFile(now);
            kit.exitCode();
        }
        return Kit.read(run).cells().get(0);
    }

    @Tag("slow")
    @Test
    void aColdServiceIsNotMeasured() throws Exception {
        Path scenario = Files.writeString(folder.resolve("cold.xml"), """
                <scenario xmlns='urn:messkit:scenario:1' name='cold' seed='7'><services>buffet/dom@soap11</services>
                <payload bytes='20kB'/><closed concurrency='1 2 4'/><timing warmup='100ms' settle='0s' window='400ms'/>
                <limits other-work='accepted' ceiling='none'/></scenario>""");
        Path run = folder.resolve("run");
        try (Kit kit = Kit.start(folder, List.of(), "run", scenario.toString(), "--out", run.toString())) {
            kit.exitCode();
        }
        List<Cell> cells = Kit.read(run).cells();
        assertEquals(3, cells.size());
        for (Cell cell : cells) {
            double compiling =
                    cell.figures().orElseThrow().internals().orElseThrow().compiling();
            assertTrue(compiling <= 0.1 || cell.outcome() != Outcome.MEASURED, compiling + " in the compilers");
            assertTrue(
                    cell.outcome() != Outcome.NOT_STEADY
                            || cell.reason()
                                    .matches(
                                            "its JVM's compilers had \\d+ % of its cores in the window, also when it was"
                                                    + " measured once more"),
                    cell.reason());
        }
        assertTrue(Kit.read(run).problems().isEmpty(), "what was measured first left nothing behind");
    }

    @Test
    void largeMessagesToRealServicesAreCountedWithoutEdges() throws Exception {
        List<Cell> cells = run(-1, List.of(), """
                <services>buffet/saxon@pox</services><payload bytes="4MB"/><closed concurrency="2"/>
                <timing warmup="1s" settle="500ms" window="1500ms"/>
                <service-jvm heap="1g"/><testnode heap="1g"/>""");
        for (Cell cell : cells) {
            Cell.Figures figures = cell.figures().orElseThrow();
            if (Kit.holds(cell)) {
                double truth = cell.load().concurrency() / (figures.usersAtWork() / figures.tps());
                Cell.Throughput tps = figures.throughput().orElseThrow();
                assertTrue(tps.tpsLow() <= truth && truth <= tps.tpsHigh(), truth + " and " + tps);
            } else {
                assertTrue(cell.reason().contains("is too short"), cell.reason());
            }
        }
    }

    @Test
    void aWindowOfAMillisecondIsRefused() throws Exception {
        try (Kit kit = Kit.start(folder, List.of(), "plan", scenario("""
                <services>null/baseline@pox</services><payload bytes="2000"/><closed concurrency="1"/>
                <timing window="1ms"/>"""))) {
            assertEquals(2, kit.exitCode());
            assertTrue(kit.output().contains("window must be 100ms or longer"), kit.output());
        }
    }

    /** Runs a scenario; an exit code below 0 stands for any. */
    private List<Cell> run(int code, List<String> options, String elements) throws Exception {
        Path run = folder.resolve("run");
        try (Kit kit = Kit.start(folder, options, "run", scenario(elements), "--out", run.toString())) {
            int seen = kit.exitCode();
            assertTrue(code < 0 || seen == code, kit::outputOrNothing);
        }
        return Kit.read(run).cells();
    }

    private String scenario(String elements) throws Exception {
        return Files.writeString(
                        folder.resolve("window.xml"),
                        "<scenario xmlns='urn:messkit:scenario:1' name='window' seed='7'>" + elements
                                + "<limits other-work='accepted' compilers='accepted' ceiling='none'/></scenario>")
                .toString();
    }
}
