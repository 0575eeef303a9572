// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;

/** A figure that cannot be trusted is not given: the cell says why instead. */
class TrustIT {
    @TempDir
    private Path folder;

    @Test
    void openLoadThatTheServiceCannotServeIsOverloaded() throws Exception {
        Cell cell = run(
                4,
                "null/baseline@pox",
                "<open rate='200000' connections='8' backlog='500'/><timing warmup='1s' settle='0s' window='5s'/>");
        assertEquals(Outcome.OVERLOADED, cell.outcome(), cell.reason());
        assertTrue(cell.reason().contains("arrivals waited at 200000.0/s"), cell.reason());
        assertTrue(cell.figures().isEmpty(), "the load ended within the window: there is no figure of it");
    }

    @Tag("alone")
    @Test
    void serviceThatLeaksIsDrifting() throws Exception {
        Path rooms = PlantedRoom.build(folder.resolve("rooms"), LeakTechnology.class, "leak");
        // A warm-up, or else the JVM's own slow start hides how much slower the service gets. Many users, since
        // a drift shows in thousands of transactions only, and on a slow machine the window begins late, when
        // each takes long already. Alone, since beside the noise of other JVMs' starts it need not show at all.
        try (Kit kit = Kit.start(folder, List.of("-Dmesskit.rooms=" + rooms), start("null/leak@pox", """
                <closed concurrency='16'/><timing warmup='2s' settle='0s' window='8s'/>
                <steady tolerance='1' cap='1s'/>"""))) {
            assertEquals(4, kit.exitCode(), kit::outputOrNothing);
        }
        Cell cell = Kit.read(runFolder()).cells().get(0);
        assertEquals(Outcome.DRIFTING, cell.outcome(), cell.reason());
        assertTrue(cell.reason().startsWith("its service time changed by +"), cell.reason());
    }

    @Tag("alone")
    @Test
    @EnabledOnOs(OS.LINUX)
    void starvedTestNodeIsTheLimit() throws Exception {
        List<Process> loops = new ArrayList<>();
        try (Kit kit = Kit.start(folder, List.of(), start("tv-dinner/stax@pox", """
                <closed concurrency='4'/><testnode cores='1'/>
                <timing warmup='3s' settle='1s' window='4s'/>"""))) {
            String core = testNodeCore();
            loops.add(new ProcessBuilder("taskset", "-c", core, "sh", "-c", "while :; do :; done").start());
            assertEquals(4, kit.exitCode(), kit::outputOrNothing);
        } finally {
            loops.forEach(Process::destroyForcibly);
        }
        Cell cell = Kit.read(runFolder()).cells().get(0);
        assertEquals(Outcome.CONSUMER_LIMITED, cell.outcome(), cell.reason());
        assertTrue(cell.reason().startsWith("the TestNode"), cell.reason());
        assertBothSidesWereWatched();
    }

    /** In some second of the cell there is a figure for each, of which a busy machine has more than nothing. */
    private void assertBothSidesWereWatched() throws IOException {
        List<String> rows = Files.readAllLines(runFolder().resolve("monitor/0001.csv"));
        List<String> heads = List.of(rows.get(0).split(","));
        for (String head : List.of(
                "busiest_core",
                "run_queue",
                "service_heap_bytes",
                "service_allocated_bytes_per_s",
                "service_threads",
                "testnode_cpu_cores",
                "testnode_heap_bytes",
                "testnode_allocated_bytes_per_s",
                "testnode_threads",
                "network_received_bytes_per_s",
                "network_sent_bytes_per_s",
                "tcp_connections")) {
            int column = heads.indexOf(head);
            assertTrue(
                    column >= 0 && rows.stream().skip(1).anyMatch(row -> isPositive(row.split(",", -1)[column])),
                    () -> head + " in " + rows);
        }
    }

    private static boolean isPositive(String cell) {
        return !cell.isEmpty() && Double.parseDouble(cell) > 0;
    }

    /** The core's number, from the settings that a run writes when it begins. */
    private String testNodeCore() throws Exception {
        Pattern pinned = Pattern.compile("name=\"TestNode cores\" value=\"1 \\(pinned to (\\d+)\\)\"");
        Path run = runFolder().resolve("run.xml");
        for (int look = 0; look < 600; look++) {
            Matcher found = pinned.matcher(Files.exists(run) ? Files.readString(run) : "");
            if (found.find()) {
                return found.group(1);
            }
            Thread.sleep(100);
        }
        throw new IOException("the run never said on which core its TestNode is");
    }

    private Cell run(int exitCode, String services, String load) throws Exception {
        try (Kit kit = Kit.start(folder, List.of(), start(services, load))) {
            assertEquals(exitCode, kit.exitCode(), kit::outputOrNothing);
        }
        return Kit.read(runFolder()).cells().get(0);
    }

    private String[] start(String services, String load) throws IOException {
        Path scenario = Files.writeString(
                folder.resolve("trust.xml"),
                "<scenario xmlns='urn:messkit:scenario:1' name='trust' seed='7'><services>" + services
                        + "</services><payload bytes='5000'/><limits ceiling='none'/>" + load + "</scenario>");
        return new String[] {"run", scenario.toString(), "--out", runFolder().toString()};
    }

    private Path runFolder() {
        return folder.resolve("run");
    }
}
