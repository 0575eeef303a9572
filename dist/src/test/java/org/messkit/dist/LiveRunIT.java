// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Run;

/** A run that goes on is read by others, and written by none of them. */
class LiveRunIT {
    @TempDir
    private Path folder;

    @Test
    void readingARunDoesNotChangeItAndNobodyElseGoesOnWithIt() throws Exception {
        Path run = folder.resolve("run");
        Path scenario = Kit.scenario(folder, "null/baseline@pox", "1 2 3 4 5 6 7 8", "1s");
        try (Kit kit = Kit.start(folder, List.of(), "run", scenario.toString(), "--out", run.toString())) {
            kit.awaitCells(run, 2);
            byte[] before = Files.readAllBytes(run.resolve("run.xml"));
            String said = said(0, "report", run.toString());
            assertTrue(said.matches("(?s).*still going, \\d of 8 cells.*"), said);
            assertArrayEquals(before, Files.readAllBytes(run.resolve("run.xml")));
            assertFalse(Files.exists(run.resolve("report.html")));
            String refused = said(2, "run", "--share-machine", "--resume", run.toString());
            assertTrue(refused.contains("is going on in another process"), refused);
            kit.handle().destroyForcibly();
        }
        byte[] head = Files.readAllBytes(run.resolve("run.xml"));
        List<Cell> onDisk = Kit.read(run).cells();
        assertEquals(files(run), onDisk.size());
        String reported = said(0, "report", run.toString());
        assertTrue(reported.contains("never finished: " + onDisk.size() + " of 8 cells"), reported);
        assertArrayEquals(head, Files.readAllBytes(run.resolve("run.xml")), "a report is no end");
        assertTrue(Files.exists(run.resolve("report.html")));
        assertEquals(onDisk, Kit.read(run).cells());
    }

    @Test
    void ofTwoThatGoOnWithARunOneDoesAndTheOtherIsRefused() throws Exception {
        Path run = folder.resolve("run");
        Path scenario = Kit.scenario(folder, "null/baseline@pox", "1 2 3 4", "1s");
        try (Kit kit = Kit.start(folder, List.of(), "run", scenario.toString(), "--out", run.toString())) {
            kit.awaitCells(run, 1);
            kit.handle().destroyForcibly();
        }
        List<Cell> before = Kit.read(run).cells();
        String[] resume = {"run", "--share-machine", "--resume", run.toString()};
        try (Kit one = Kit.start(Files.createDirectory(folder.resolve("one")), List.of(), resume);
                Kit two = Kit.start(Files.createDirectory(folder.resolve("two")), List.of(), resume)) {
            Kit refused = List.of(2, 5).contains(one.exitCode()) ? one : two;
            Kit went = refused == one ? two : one;
            assertTrue(List.of(2, 5).contains(refused.exitCode()), refused::outputOrNothing);
            assertTrue(
                    refused.output()
                            .matches("(?s).*(in another process|by another process|another process wrote it).*"),
                    refused.output());
            went.assertHolds(run);
        }
        Run whole = Kit.read(run);
        assertEquals(List.of(), whole.problems());
        assertEquals("complete", whole.end().orElseThrow());
        assertEquals(List.of(1, 2, 3, 4), whole.cells().stream().map(Cell::id).toList());
        assertEquals(before, whole.cells().subList(0, before.size()), "measured once");
        Kit.histogramsLieInTheirWindowsAndAddUp(whole);
    }

    @Test
    void aRunWhoseFilesWereChangedDoesNotGoOn() throws Exception {
        Path run = folder.resolve("run");
        Path scenario = Kit.scenario(folder, "null/baseline@pox", "1 2 3", "1s");
        try (Kit kit = Kit.start(folder, List.of(), "run", scenario.toString(), "--out", run.toString())) {
            kit.awaitCells(run, 1);
            kit.handle().destroyForcibly();
        }
        Path resolved = run.resolve("scenario.xml");
        String was = Files.readString(resolved);
        String[] resume = {"run", "--share-machine", "--resume", run.toString()};
        for (String[] edit : new String[][] {{"1000ms", "1500ms"}, {"1 2 3", "1 2 8"}, {"seed=\"1\"", "seed=\"8\""}}) {
            assertTrue(was.contains(edit[0]), was);
            Files.writeString(resolved, was.replace(edit[0], edit[1]));
            String refused = said(2, resume);
            assertTrue(refused.contains("scenario.xml is damaged"), refused);
        }
        // As if the run had written it so.
        Path manifest = run.resolve("manifest.sha256");
        Files.writeString(resolved, was.replace("1 2 3", "1 2 8"));
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(resolved)));
        Files.writeString(
                manifest, Files.readString(manifest).replaceAll("[0-9a-f]{64}  scenario.xml", hash + "  scenario.xml"));
        String refused = said(2, resume);
        assertTrue(refused.contains("has another plan"), refused);
        assertEquals(Optional.empty(), Kit.read(run).end());
    }

    private static long files(Path run) throws Exception {
        try (var files = Files.list(run.resolve("cells"))) {
            return files.filter(file -> file.toString().endsWith(".xml")).count();
        }
    }

    private String said(int code, String... arguments) throws Exception {
        Path own = Files.createTempDirectory(folder, "other");
        try (Kit other = Kit.start(own, List.of(), arguments)) {
            assertEquals(code, other.exitCode(), other::outputOrNothing);
            return other.output();
        }
    }
}
