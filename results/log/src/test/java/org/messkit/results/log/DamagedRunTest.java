// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the user is told of a folder that is not as the run wrote it, and that nothing of it counts. */
class DamagedRunTest {
    private static final List<Cell> CELLS =
            List.of(Samples.measured(1), Samples.skipped(2), Samples.open(3), Samples.stateful(4));

    @TempDir
    Path folder;

    private Path run;

    @BeforeEach
    void write() throws IOException {
        folder = folder.resolve("run");
        try (RunWriter writer = Samples.run(folder, CELLS)) {
            for (Cell cell : CELLS) {
                Samples.write(writer, cell);
            }
            writer.monitor(1, List.of(List.of("second"), List.of("1")));
            writer.finish("complete");
        }
        run = folder.resolve("run.xml");
        assertEquals(List.of(), RunReader.read(folder).problems());
    }

    @Test
    void aFolderWithoutRunXmlIsNoRun() throws IOException {
        Files.delete(run);
        assertEquals(folder + " is not a run: it has no run.xml", message());
    }

    @Test
    void aMissingFolderIsNoRun() {
        Path missing = folder.resolve("missing");
        IOException e = assertThrows(IOException.class, () -> RunReader.read(missing));
        assertEquals(missing + " is not a run: it is no folder", e.getMessage());
    }

    @Test
    void aTornFileIsNamedWithItsLine() throws IOException {
        String text = Files.readString(run);
        Files.writeString(run, text.substring(0, text.length() / 2));
        assertTrue(message().matches("(?s)\\Q" + run + "\\E:\\d+ is damaged: .*"), message());
    }

    @Test
    void anEmptyFileIsNamed() throws IOException {
        Files.writeString(run, "");
        assertTrue(message().startsWith(run + ":1 is damaged: "), message());
    }

    @Test
    void aHeadThatWasEditedIsRefused() throws IOException {
        replace("run.xml", "seed=\"42\"", "seed=\"43\"");
        assertEquals(run + " is damaged: manifest.sha256 has another hash of it", message());
    }

    @Test
    void aNewerFormatIsNotCalledDamage() throws IOException {
        replace("run.xml", "format=\"3\"", "format=\"4\"");
        assertEquals(run + " is of format 4, written by a newer Mess Kit; this one reads up to 3", message());
    }

    @Test
    void aDoctypeIsRefused() throws IOException {
        replace("run.xml", "<run ", "<!DOCTYPE run [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><run ");
        assertTrue(message().contains("DOCTYPE"), message());
    }

    @Test
    void whatTheRunDidNotWriteIsSeenByItsHash() throws IOException {
        replace("cells/0001.xml", "p50-ms=\"0.35\"", "p50-ms=\"0.36\"");
        assertProblems("cells/0001.xml is damaged: manifest.sha256 has another hash of it");
        assertCells(2, 3, 4);
    }

    /** As if the manifest had been made for it: what cannot be true is said with its line all the same. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seconds=\"3.0004\"            | seconds=\"NaN\"            | 6 is damaged: .*NaN.*",
                "seconds=\"3.0004\"            | seconds=\"0\"              | 6 is damaged: .*",
                "seconds=\"3.0004\"            | seconds=\"1e-300\"         | 6 is damaged: .*",
                "mean-ms=\"0.3826549\"         | mean-ms=\"NaN\"            | 8 is damaged: .*",
                "mean-ms=\"0.3826549\"         | mean-ms=\"1e400\"          | 8 is damaged: .*",
                "p99-ms=\"1.2344999\"          | p99-ms=\"INF\"             | 8 is damaged: .*",
                "p99-ms=\"1.2344999\"          | p99-ms=\"0.1\"             | 6 is inconsistent: its times do not rise .*",
                "server-cores=\"0.9876\"       | server-cores=\"-0.5\"      | 9 is damaged: .*",
                "transactions=\"31132\"        | transactions=\"many\"      | 6 is damaged: .*many.*",
                "transactions=\"31132\"        | transactions=\"-5\"        | 6 is damaged: .*",
                "transactions=\"31132\"        | transactions=\"0\"         | 6 is inconsistent: no transaction .*",
                "transactions=\"31132\"        | transactions=\"99999\"     | 6 is inconsistent: 100001 transactions ended .*",
                "transactions=\"31132\"        | transactions=\"33000\"     | 6 is inconsistent: the cycle law gives 4.2. .* instead of 4",
                "server=\"40999\"              | server=\"1\"               | 6 is inconsistent: .* the service counted 1",
                "errors=\"2\"                  | errors=\"500\"             | 6 is inconsistent: 500 of the window .*",
                "failed=\"2\"                  | failed=\"500\"             | 6 is inconsistent: 500 of 41000 failed, more than .*",
                "concurrency=\"4\"             | concurrency=\"64\"         | 2 is none of the plan: cell 1 was to be .* 4 CR, fork 1",
                "fork=\"1\"                    | fork=\"2\"                 | 2 is none of the plan: .*",
            })
    void figuresThatCannotBeAreNamedWithTheirLine(String old, String now, String said) throws IOException {
        replace("cells/0001.xml", old, now);
        renote();
        String text = RunReader.read(folder).problems().get(0).text();
        assertTrue(text.matches("cells/0001\\.xml:" + said), text);
        assertCells(2, 3, 4);
    }

    @Test
    void aStoreThatLostARowIsNamed() throws IOException {
        replace("cells/0004.xml", "rows-after=\"210\"", "rows-after=\"209\"");
        renote();
        assertProblems("cells/0004.xml:6 is inconsistent: the store does not keep what it should");
        assertCells(1, 2, 3);
    }

    @Test
    void aScheduleThatWasNotKeptIsNamed() throws IOException {
        replace("cells/0003.xml", "due=\"15001\"", "due=\"15002\"");
        renote();
        assertProblems("cells/0003.xml:6 is inconsistent: 15002 transactions were due in the window, 15001 ended");
    }

    @Test
    void aCellUnderAnotherNameIsNotTheRuns() throws IOException {
        Path other = folder.resolve("cells/0005.xml");
        Files.copy(folder.resolve("cells/0001.xml"), other);
        assertProblems("cells/0005.xml is not in manifest.sha256: the run did not write it");
        renote();
        assertProblems("cells/0005.xml is damaged: it holds cell 1");
        replace("cells/0005.xml", "id=\"1\"", "id=\"5\"");
        renote();
        assertProblems("cells/0005.xml:2 is none of the plan, which has 4 cells");
        assertCells(1, 2, 3, 4);
    }

    @Test
    void aCellThatStandsTwiceCountsOnce() throws IOException {
        String first = Files.readString(folder.resolve("cells/0001.xml"));
        Files.writeString(folder.resolve("cells/0004.xml"), first.replace("id=\"1\"", "id=\"4\""));
        renote();
        assertProblems("cells/0004.xml is damaged: it has the window of cell 1");
    }

    @Test
    void whatIsGoneIsNamed() throws IOException {
        Files.delete(folder.resolve("cells/0003.xml"));
        Files.delete(folder.resolve("scenario.xml"));
        assertProblems("scenario.xml is missing: the run wrote it", "cells/0003.xml is missing: the run wrote it");
        assertCells(1, 2, 4);
    }

    @Test
    void aCellIsAllOfItsFiles() throws IOException {
        Files.writeString(folder.resolve("monitor/0001.csv"), "second\n2\n");
        assertProblems("monitor/0001.csv is damaged: manifest.sha256 has another hash of it");
        assertCells(2, 3, 4);
    }

    @Test
    void cellsWithoutTheirIntervalsDoNotCount() throws IOException {
        Path log = folder.resolve("histograms.hlog");
        String text = Files.readString(log);
        Files.writeString(log, text.replaceAll("Tag=0001.*\n", "") + "junk\n");
        assertProblems(
                "histograms.hlog is damaged: manifest.sha256 has another hash of it",
                "histograms.hlog:8 is damaged: no interval",
                "cells/0001.xml is inconsistent: it has 31132 transactions, histograms.hlog has 0");
        assertCells(2, 3, 4);
        Files.delete(log);
        assertEquals(
                "histograms.hlog is missing",
                RunReader.read(folder).problems().get(0).text());
        assertCells(2);
    }

    @Test
    void withoutAManifestNoCellCounts() throws IOException {
        Files.delete(folder.resolve("manifest.sha256"));
        assertProblems("manifest.sha256 is missing: no file of the run can be checked, so no cell is counted");
        assertCells();
    }

    @Test
    void whatIsNoPlainFileIsNotOpened() throws Exception {
        Path cell = folder.resolve("cells/0001.xml");
        Path away = Files.move(cell, folder.resolveSibling("away.xml"));
        Files.createSymbolicLink(cell, away);
        assertProblems("cells/0001.xml is a link, not a file");
        Files.delete(cell);
        Files.createDirectory(cell);
        assertProblems("cells/0001.xml is a folder, not a file");
        Files.delete(cell);
        assertEquals(0, new ProcessBuilder("mkfifo", cell.toString()).start().waitFor());
        assertProblems("cells/0001.xml is a pipe or a device, not a file");
        Files.delete(cell);
        Files.move(away, cell);
        Path cells = Files.move(folder.resolve("cells"), folder.resolveSibling("cells-away"));
        Files.createSymbolicLink(folder.resolve("cells"), cells);
        assertEquals(
                "cells is no folder", RunReader.read(folder).problems().get(0).text());
        assertCells();
    }

    @Test
    void aPipeInPlaceOfTheLockIsNotWaitedFor() throws Exception {
        Files.delete(folder.resolve(".writing"));
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", folder.resolve(".writing").toString())
                        .start()
                        .waitFor());
        assertTrue(message().endsWith(".writing is a pipe or a device, not a file"), message());
    }

    @Test
    void oneWritesAFolderAtATime() throws IOException {
        RunLock lock = RunLock.take(folder);
        try {
            assertTrue(RunLock.isHeld(folder));
            assertTrue(RunLock.isHeld(folder), "looking does not let go of it");
            IOException e = assertThrows(IOException.class, () -> RunLock.take(folder));
            assertTrue(e.getMessage().contains("is being written by another process"), e.getMessage());
        } finally {
            lock.close();
        }
        assertFalse(RunLock.isHeld(folder));
    }

    @Test
    void aRunThatChangedSinceItWasReadIsNotGoneOnWith() throws IOException {
        Run read = RunReader.read(folder);
        Files.delete(folder.resolve("cells/0002.xml"));
        IOException e = assertThrows(IOException.class, () -> RunWriter.resume(read, read.info(), read.cells()));
        assertTrue(e.getMessage().contains("has changed since it was read"), e.getMessage());
    }

    @Test
    void readingChangesNothing() throws IOException {
        replace("cells/0001.xml", "p50-ms=\"0.35\"", "p50-ms=\"0.36\"");
        List<String> before = content();
        RunReader.read(folder);
        assertEquals(before, content());
    }

    private List<String> content() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> {
                        try {
                            return file + " " + Files.getLastModifiedTime(file) + " " + Manifest.hash(file);
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .sorted()
                    .toList();
        }
    }

    private void assertProblems(String... texts) throws IOException {
        assertEquals(
                List.of(texts),
                RunReader.read(folder).problems().stream().map(Problem::text).toList());
    }

    private void assertCells(Integer... ids) throws IOException {
        assertEquals(
                List.of(ids),
                RunReader.read(folder).cells().stream().map(Cell::id).toList());
    }

    /** Makes the manifest anew of what is in the folder, as one would who wants damage to be believed. */
    private void renote() throws IOException {
        Files.delete(folder.resolve("manifest.sha256"));
        NotedFiles files = new NotedFiles(folder, java.util.Map.of());
        for (String name : List.of("run.xml", "plan.xml", "scenario.xml", "environment.xml", "histograms.hlog")) {
            files.note(name);
        }
        for (String inner : List.of("cells", "monitor")) {
            for (String name : PlainFile.names(folder.resolve(inner))) {
                files.note(inner + "/" + name);
            }
        }
    }

    private String message() {
        return assertThrows(IOException.class, () -> RunReader.read(folder)).getMessage();
    }

    private void replace(String name, String old, String now) throws IOException {
        Path file = folder.resolve(name);
        String text = Files.readString(file);
        assertTrue(text.contains(old), text);
        Files.writeString(file, text.replaceFirst(java.util.regex.Pattern.quote(old), now));
    }
}
