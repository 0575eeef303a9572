// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.loads.OpenLoad;

/** A run that a kit of result format 1 wrote says the same as before. */
class FormatOneTest {
    private static final Path WRITTEN = written();

    @TempDir
    Path temp;

    @Test
    void aFinishedRunIsRead() throws IOException {
        Run run = RunReader.read(WRITTEN);
        RunInfo info = Samples.info();
        List<String> notes = new ArrayList<>(info.notes());
        notes.add(
                "Of result format 1, which has no manifest: whether its files are what the run wrote cannot be checked.");
        assertEquals(
                new RunInfo(
                        info.id(),
                        info.scenario(),
                        info.goal(),
                        info.start(),
                        info.seed(),
                        info.cells(),
                        notes,
                        info.settings()),
                run.info());
        assertEquals(List.of(), run.problems());
        assertEquals(Optional.of("complete"), run.end());
        assertEquals(Samples.environment(), run.environment());
        assertEquals(
                List.of(measured(), Samples.idle(2), Samples.skipped(3)),
                run.cells().subList(0, 3));
        assertOpen(run.cells().get(3));
    }

    @Test
    void aRunThatNeverEndedIsRead() throws IOException {
        Files.createDirectory(temp.resolve("cells"));
        for (String cell : List.of("cells/0001.xml", "cells/0004.xml")) {
            Files.copy(WRITTEN.resolve(cell), temp.resolve(cell));
        }
        String head = Files.readString(WRITTEN.resolve("run.xml"))
                .replace(" end=\"complete\"", "")
                .replaceAll("(?s)  <cell .*</cell>\n", "");
        Files.writeString(temp.resolve("run.xml"), head);
        Run run = RunReader.read(temp);
        assertEquals(Optional.empty(), run.end());
        assertEquals(2, run.cells().size());
        assertEquals(measured(), run.cells().get(0));
        assertOpen(run.cells().get(1));
    }

    /** A finished run has its cells twice: in their files, and in {@code run.xml}. */
    @Test
    void aCellThatIsNotTheSameInBothPlacesIsLeftOut() throws IOException {
        copy();
        edit("cells/0001.xml", "errors=\"2\"", "errors=\"1\"");
        Run run = RunReader.read(temp);
        assertEquals(
                List.of("run.xml is damaged: its cell 1 is another than cells/0001.xml"),
                run.problems().stream().map(Problem::text).toList());
        assertEquals(List.of(2, 3, 4), run.cells().stream().map(Cell::id).toList());
    }

    @Test
    void figuresThatCannotBeAreLeftOut() throws IOException {
        copy();
        for (String file : List.of("cells/0004.xml", "run.xml")) {
            edit(file, "due=\"15001\"", "due=\"15000\"");
        }
        Run run = RunReader.read(temp);
        assertEquals(2, run.problems().size(), run.problems().toString());
        assertEquals(List.of(1, 2, 3), run.cells().stream().map(Cell::id).toList());
    }

    private void copy() throws IOException {
        Files.createDirectory(temp.resolve("cells"));
        for (String file : List.of("run.xml", "environment.xml", "cells/0001.xml", "cells/0004.xml")) {
            Files.copy(WRITTEN.resolve(file), temp.resolve(file));
        }
    }

    private void edit(String name, String old, String now) throws IOException {
        String text = Files.readString(temp.resolve(name));
        assertTrue(text.contains(old), text);
        Files.writeString(temp.resolve(name), text.replace(old, now));
    }

    /** Format 1 does not say what the window cut. */
    private static Cell measured() {
        Cell cell = Samples.measured(1);
        return cell.withFigures(cell.figures().orElseThrow().withCut(Double.NaN));
    }

    /** Format 1 does not say how many arrivals may wait. */
    private static void assertOpen(Cell cell) {
        OpenLoad load = (OpenLoad) Samples.open(4).load();
        assertEquals(
                new OpenLoad(
                        load.rate(),
                        Optional.empty(),
                        load.arrivals(),
                        load.connections(),
                        0,
                        Duration.ZERO,
                        Optional.empty()),
                cell.load());
        assertEquals(Samples.open(4).figures(), cell.figures());
    }

    private static Path written() {
        try {
            return Path.of(FormatOneTest.class.getResource("format-1/run.xml").toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
