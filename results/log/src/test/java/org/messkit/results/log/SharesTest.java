// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shares that were asked for are part of a payload. */
class SharesTest {
    private static final Cell.Payload LITTLE = asked(Optional.of(0.1), Optional.empty());
    private static final Cell.Payload MUCH = asked(Optional.of(0.9), Optional.empty());
    private static final List<Cell> CELLS = List.of(
            Samples.measured(1).withPayload(LITTLE),
            Samples.measured(2).withPayload(MUCH),
            Samples.measured(3).withPayload(asked(Optional.empty(), Optional.of(0.0001))),
            Samples.measured(4));

    @TempDir
    Path temp;

    @Test
    void aRunsFolderKeepsThem() throws IOException {
        Run run = RunReader.read(write(CELLS, CELLS));
        assertEquals(List.of(), run.problems());
        assertEquals(CELLS, run.cells());
        assertEquals(Optional.of(Samples.plan(CELLS)), run.plan());
        assertTrue(Files.readString(run.folder().resolve("cells/0001.xml")).contains(" share=\"0.1\""));
        String own = Files.readString(run.folder().resolve("cells/0004.xml"));
        assertFalse(own.contains(" share=") || own.contains(" invalid="), own);
    }

    @Test
    void aCellOfAnotherShareIsNoneOfThePlan() throws IOException {
        Run run = RunReader.read(write(CELLS, List.of(CELLS.get(0).withPayload(MUCH))));
        assertEquals(List.of(), run.cells());
        assertEquals(1, run.problems().size(), run.problems()::toString);
        String problem = run.problems().get(0).text();
        assertTrue(problem.contains("100000 B, share 0.1"), problem);
    }

    @Test
    void summariesHaveThemLast() throws IOException {
        Path folder = write(CELLS, CELLS);
        List<String> rows = Files.readAllLines(folder.resolve("summary.csv"));
        assertTrue(rows.get(0).endsWith(",share,invalid_share"), rows.get(0));
        assertTrue(rows.get(1).endsWith(",0.1,"), rows.get(1));
        assertTrue(rows.get(2).endsWith(",0.9,"), rows.get(2));
        assertTrue(rows.get(3).endsWith(",,0.0001"), rows.get(3));
        assertTrue(rows.get(4).endsWith(",,"), rows.get(4));
        assertTrue(Files.readString(folder.resolve("summary.json")).contains("\"share\": 0.9"));
    }

    @Test
    void wordsHaveNoExponent() {
        assertEquals(
                "share 1, invalid 0.0001",
                asked(Optional.of(1.0), Optional.of(1e-4)).shares());
        assertEquals("share 0", asked(Optional.of(0.0), Optional.empty()).shares());
        assertEquals("", asked(Optional.empty(), Optional.empty()).shares());
    }

    @Test
    void anotherShapeLeavesThem() {
        assertEquals(
                new Cell.Payload(100_000, 7, 3, "summary", Optional.of(0.1), Optional.empty()), LITTLE.shaped(7, 3));
    }

    private Path write(List<Cell> planned, List<Cell> cells) throws IOException {
        Path folder = temp.resolve("run");
        try (RunWriter run = Samples.run(folder, planned)) {
            run.environment(Samples.environment());
            for (Cell cell : cells) {
                Samples.write(run, cell);
            }
            run.finish("complete");
        }
        return folder;
    }

    private static Cell.Payload asked(Optional<Double> share, Optional<Double> invalid) {
        return new Cell.Payload(100_000, 2345, 8, "summary", share, invalid);
    }
}
