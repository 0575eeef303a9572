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
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;

/** Processes that stand still at the start of a window, in its middle, over its end and between windows. */
class FreezeIT {
    private static final Duration WINDOW = Duration.ofSeconds(2);
    /** After a cell has ended: into the settling of the next; into its window; towards the end of that. */
    private static final int[] AFTER_MILLIS = {150, 1200, 2100};

    @TempDir
    private Path folder;

    private record Freeze(Instant from, Instant to) {
        double secondsIn(Cell cell) {
            Instant start = cell.figures().orElseThrow().start();
            Instant end = start.plus(WINDOW);
            long millis = Duration.between(from.isAfter(start) ? from : start, to.isBefore(end) ? to : end)
                    .toMillis();
            return Math.max(0, millis) / 1000.0;
        }
    }

    @Test
    void theServiceIsNamed() throws Exception {
        freeze("null/synthetic@pox", kit -> child(kit, "HostMain"), "the service stood still", Outcome.INCONSISTENT);
    }

    @Test
    void theTestNodeIsNamed() throws Exception {
        freeze(
                "null/synthetic@pox",
                kit -> child(kit, "TestNodeMain"),
                "the TestNode stood still",
                Outcome.CONSUMER_LIMITED);
    }

    @Test
    void theControllerIsNamed() throws Exception {
        freeze("null/synthetic@pox", Kit::handle, "the controller stood still", Outcome.INCONSISTENT);
    }

    @Test
    void theDatabaseIsNamed() throws Exception {
        freeze(
                "pantry/pg-text@pox",
                kit -> child(kit, "postgres -D"),
                "the service's database stood still",
                Outcome.INCONSISTENT);
    }

    private void freeze(String service, Function<Kit, ProcessHandle> who, String named, Outcome outcome)
            throws Exception {
        Path run = folder.resolve("run");
        Path scenario = Files.writeString(folder.resolve("freeze.xml"), """
                <scenario xmlns="urn:messkit:scenario:1" name="freeze" seed="1">
                  <services>%s</services>
                  <payload bytes="5000"/>
                  <closed concurrency="1 2 3 4 5"/>
                  <timing warmup="200ms" settle="500ms" window="2s"/>
                  <store orders="20"/>
                  <service-jvm heap="128m" properties="messkit.synthetic.micros=500"/>
                  <testnode heap="128m"/>
                  <limits other-work="accepted" compilers="accepted" ceiling="none"/>
                </scenario>
                """.formatted(service));
        List<Freeze> freezes = new ArrayList<>();
        try (Kit kit = Kit.start(folder, List.of(), "run", scenario.toString(), "--out", run.toString())) {
            kit.awaitCells(run, 1);
            ProcessHandle frozen = who.apply(kit);
            for (int i = 0; i < AFTER_MILLIS.length; i++) {
                kit.awaitCells(run, i + 1);
                Thread.sleep(AFTER_MILLIS[i]);
                freezes.add(stop(frozen, 900));
            }
            kit.awaitCells(run, AFTER_MILLIS.length + 1);
            // Between windows: it has passed before the next one begins.
            freezes.add(stop(frozen, 150));
            int code = kit.exitCode();
            assertTrue(code == 4 || code == 0, kit::outputOrNothing);
        }
        int cost = 0;
        for (Cell cell : Kit.read(run).cells()) {
            double seconds =
                    freezes.stream().mapToDouble(f -> f.secondsIn(cell)).sum();
            String seen =
                    cell.id() + ": frozen " + seconds + " s of the window, " + cell.outcome() + ": " + cell.reason();
            if (seconds > 0.1) {
                cost++;
                assertEquals(outcome, cell.outcome(), seen);
                assertTrue(cell.reason().startsWith(named), seen);
            } else if (seconds == 0) {
                assertTrue(Kit.holds(cell), seen);
            }
        }
        // A store is put back before a cell, which takes its time.
        assertTrue(cost >= 2, "the long ones lie in windows: " + cost);
    }

    private static Freeze stop(ProcessHandle frozen, long millis) throws Exception {
        Instant from = Instant.now();
        signal("STOP", frozen);
        Thread.sleep(millis);
        signal("CONT", frozen);
        return new Freeze(from, Instant.now());
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
