// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;

/** Processes that stand still at the start of a window, in its middle, over its end and between windows. */
class FreezeIT {
    private static final Duration WINDOW = Duration.ofMillis(1500);
    /** After a cell has ended: into the settling of the next; into its window; towards the end of that. */
    private static final int[] AFTER_MILLIS = {150, 1000, 1700};

    @TempDir
    private Path folder;

    private record Freeze(String process, Instant from, Instant to) {
        double secondsIn(Cell cell) {
            Instant start = cell.figures().orElseThrow().start();
            Instant end = start.plus(WINDOW);
            long millis = Duration.between(from.isAfter(start) ? from : start, to.isBefore(end) ? to : end)
                    .toMillis();
            return Math.max(0, millis) / 1000.0;
        }

        /** As near to a window as looks lie apart. */
        boolean touches(Cell cell) {
            return new Freeze(process, from.minusMillis(100), to.plusMillis(100)).secondsIn(cell) > 0;
        }
    }

    @Test
    void whoStandsStillIsNamed() throws Exception {
        freeze(
                "null/synthetic@pox",
                Map.of(
                        "the service",
                        kit -> child(kit, "HostMain"),
                        "the TestNode",
                        kit -> child(kit, "TestNodeMain"),
                        "the controller",
                        Kit::handle));
    }

    @Test
    void theDatabaseIsNamed() throws Exception {
        freeze("pantry/pg-text@pox", Map.of("the service's database", kit -> child(kit, "postgres -D")));
    }

    private void freeze(String service, Map<String, Function<Kit, ProcessHandle>> processes) throws Exception {
        Path run = folder.resolve("run");
        // For each process a cell for each place in a window, and one that it stands still before.
        int cells = 1 + processes.size() * (AFTER_MILLIS.length + 1);
        Path scenario = Files.writeString(folder.resolve("freeze.xml"), """
                <scenario xmlns="urn:messkit:scenario:1" name="freeze" seed="1">
                  <services>%s</services>
                  <payload bytes="5000"/>
                  <closed concurrency="%s"/>
                  <timing warmup="200ms" settle="500ms" window="1500ms"/>
                  <store orders="20"/>
                  <service-jvm heap="128m" properties="messkit.synthetic.micros=500"/>
                  <testnode heap="128m"/>
                  <limits other-work="accepted" compilers="accepted" ceiling="none"/>
                </scenario>
                """.formatted(
                service,
                IntStream.rangeClosed(1, cells).mapToObj(Integer::toString).collect(Collectors.joining(" "))));
        List<Freeze> freezes = new ArrayList<>();
        try (Kit kit = Kit.start(folder, List.of(), "run", scenario.toString(), "--out", run.toString())) {
            int done = 1;
            for (Map.Entry<String, Function<Kit, ProcessHandle>> process : processes.entrySet()) {
                kit.awaitCells(run, done);
                ProcessHandle frozen = process.getValue().apply(kit);
                for (int after : AFTER_MILLIS) {
                    kit.awaitCells(run, done++);
                    Thread.sleep(after);
                    freezes.add(stop(process.getKey(), frozen, 700));
                }
                kit.awaitCells(run, done++);
                // Between windows: it has passed before the next one begins.
                freezes.add(stop(process.getKey(), frozen, 150));
            }
            int code = kit.exitCode();
            assertTrue(code == 4 || code == 0, kit::outputOrNothing);
        }
        int cost = 0;
        for (Cell cell : Kit.read(run).cells()) {
            Freeze longest = freezes.stream()
                    .max(Comparator.comparingDouble(freeze -> freeze.secondsIn(cell)))
                    .orElseThrow();
            double seconds = longest.secondsIn(cell);
            String seen = cell.id() + ": " + longest.process() + " stood still for " + seconds + " s of the window, "
                    + cell.outcome() + ": " + cell.reason();
            if (seconds > 0.1) {
                cost++;
                assertEquals(
                        longest.process().equals("the TestNode") ? Outcome.CONSUMER_LIMITED : Outcome.INCONSISTENT,
                        cell.outcome(),
                        seen);
                assertTrue(cell.reason().startsWith(longest.process() + " stood still"), seen);
            } else if (freezes.stream().noneMatch(freeze -> freeze.touches(cell))) {
                assertTrue(Kit.holds(cell), seen);
            }
        }
        // A store is put back before a cell, which takes its time.
        assertTrue(cost >= 2 * processes.size(), "the long ones lie in windows: " + cost);
    }

    private static Freeze stop(String process, ProcessHandle frozen, long millis) throws Exception {
        Instant from = Instant.now();
        signal("STOP", frozen);
        Thread.sleep(millis);
        signal("CONT", frozen);
        return new Freeze(process, from, Instant.now());
    }

    private static void signal(String name, ProcessHandle to) throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + name, Long.toString(to.pid()))
                        .start()
                        .waitFor());
    }

    private static ProcessHandle child(Kit kit, String word) {
        try {
            return kit.child(word);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
