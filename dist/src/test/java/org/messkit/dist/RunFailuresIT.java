// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;

/**
 * What goes wrong is an outcome that the user sees, loses no finished cell, and leaves no process behind. Killed services are in {@link
 * StoreKillIT}.
 */
class RunFailuresIT {
    private static final String NODE = "TestNodeMain";

    @TempDir
    private Path folder;

    @Test
    void wrongAnswerMakesItsCellErrors() throws Exception {
        Path rooms = PlantedRoom.build(folder.resolve("rooms"), WrongTechnology.class, "wrong");
        Path scenario = Kit.scenario(folder, "null/wrong@pox null/baseline@pox", "1 2", "300ms");
        try (Kit kit = Kit.start(folder, List.of("-Dmesskit.rooms=" + rooms + File.pathSeparator), run(scenario))) {
            assertEquals(4, kit.exitCode(), kit::outputOrNothing);
        }
        for (Cell cell : Kit.read(runFolder()).cells()) {
            boolean planted = cell.service().technology().equals("wrong");
            assertTrue(planted ? cell.outcome() == Outcome.ERRORS : Kit.holds(cell), cell::toString);
            if (planted) {
                assertTrue(cell.reason().contains("differs byte for byte"), cell.reason());
                assertTrue(cell.figures().orElseThrow().total().reconcile());
            }
        }
    }

    @Test
    void killedTestNodeIsALostNodeAndTheNextServiceIsMeasured() throws Exception {
        Path rooms = PlantedRoom.build(folder.resolve("rooms"), RightTechnology.class, "right");
        Path scenario = Kit.scenario(folder, "null/baseline@pox null/right@pox", "1 2", "500ms");
        try (Kit kit = Kit.start(folder, List.of("-Dmesskit.rooms=" + rooms), run(scenario))) {
            kit.awaitCells(runFolder(), 1);
            kit.child(NODE).destroyForcibly();
            assertEquals(4, kit.exitCode(), kit::outputOrNothing);
        }
        Run run = Kit.read(runFolder());
        assertEquals(1, count(run, Outcome.LOST_NODE), run.cells().toString());
        assertEquals(3, held(run), run.cells().toString());
    }

    @Test
    void killedControllerLeavesNothingRunningAndTheRunGoesOn() throws Exception {
        // With a store: what the first process left in it must not be there for the second one.
        Path scenario = Kit.scenario(folder, "pantry/h2@pox", "1 2 4", "1s");
        try (Kit kit = Kit.start(folder, List.of(), run(scenario))) {
            kit.awaitCells(runFolder(), 1);
            List<ProcessHandle> children = kit.children();
            assertTrue(children.size() >= 2, children.toString());
            kit.handle().destroyForcibly();
            Kit.awaitGone(children);
        }
        Run run = Kit.read(runFolder());
        assertFalse(run.end().isPresent());
        assertTrue(Files.exists(runFolder().resolve("store")), "nothing is left: this tests nothing");
        assertTrue(Kit.holds(run.cells().get(0)), run.cells().toString());
        try (Kit kit = Kit.start(folder, List.of(), "report", runFolder().toString())) {
            assertEquals(0, kit.exitCode(), kit::outputOrNothing);
        }
        assertTrue(Files.exists(runFolder().resolve("report.html")));
        try (Kit kit =
                Kit.start(folder, List.of(), "run", "--resume", runFolder().toString())) {
            kit.assertHolds(runFolder());
        }
        Run whole = Kit.read(runFolder());
        assertEquals("complete", whole.end().orElseThrow());
        assertEquals(3, held(whole), whole.cells().toString());
        assertEquals(
                run.cells(), whole.cells().subList(0, run.cells().size()), "what was finished before is as it was");
        assertFalse(Files.exists(runFolder().resolve("store")), "the store's folder is left");
        assertTrue(whole.info().notes().stream().anyMatch(note -> note.contains("went on at")));
        Kit.histogramsLieInTheirWindowsAndAddUp(whole);
        try (Kit kit =
                Kit.start(folder, List.of(), "run", "--resume", runFolder().toString())) {
            assertEquals(2, kit.exitCode(), kit::outputOrNothing);
            assertTrue(kit.output().contains("is complete: there is nothing to go on with"), kit.output());
        }
    }

    @Test
    void secondRunOnTheSameMachineIsRefusedUnlessTold() throws Exception {
        Path scenario = Kit.scenario(folder, "null/baseline@pox", "1 2 4", "1s");
        try (Kit kit = Kit.start(folder, List.of(), run(scenario))) {
            kit.awaitCells(runFolder(), 1);
            Path other = folder.resolve("other");
            String[] second = {"run", scenario.toString(), "--out", other.toString()};
            try (Kit refused = Kit.start(folder, List.of(), second)) {
                assertEquals(5, refused.exitCode(), refused::outputOrNothing);
                assertTrue(refused.output().contains("another run is measuring on this machine"), refused.output());
            }
            assertFalse(Files.exists(other));
            String[] sharing = {"run", scenario.toString(), "--out", other.toString(), "--share-machine"};
            try (Kit shared = Kit.start(folder, List.of(), sharing)) {
                shared.awaitCells(other, 1);
            }
            kit.assertHolds(runFolder());
        }
    }

    @Test
    void interruptKeepsFinishedCellsAndExits130() throws Exception {
        Path scenario = Kit.scenario(folder, "null/baseline@pox", "1 2 4 8", "1s");
        try (Kit kit = Kit.start(folder, List.of(), run(scenario))) {
            kit.awaitCells(runFolder(), 1);
            List<ProcessHandle> children = kit.children();
            // As a terminal does it: Ctrl-C reaches the children too, and here first.
            List<String> kill = new ArrayList<>(List.of("kill", "-INT"));
            children.forEach(child -> kill.add(Long.toString(child.pid())));
            kill.add(Long.toString(kit.handle().pid()));
            new ProcessBuilder(kill).start().waitFor();
            assertEquals(130, kit.exitCode(), kit::outputOrNothing);
            Kit.awaitGone(children);
        }
        Run run = Kit.read(runFolder());
        assertEquals("interrupted", run.end().orElseThrow());
        assertFalse(run.cells().isEmpty());
        assertEquals(run.cells().size(), held(run), run.cells().toString());
        assertTrue(Files.exists(runFolder().resolve("report.html")));
    }

    private Path runFolder() {
        return folder.resolve("run");
    }

    private String[] run(Path scenario) {
        return new String[] {"run", scenario.toString(), "--out", runFolder().toString()};
    }

    private static long held(Run run) {
        return run.cells().stream().filter(Kit::holds).count();
    }

    private static long count(Run run, Outcome outcome) {
        return run.cells().stream().filter(cell -> cell.outcome() == outcome).count();
    }
}
