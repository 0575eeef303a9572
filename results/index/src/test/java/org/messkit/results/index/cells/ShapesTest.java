// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.SampleRun;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;

class ShapesTest {
    /** The generator decides on the shape of a payload, and a cell that did not run never asked it. */
    @Test
    void aCellThatDidNotRunIsOfTheSamePayload() {
        Run run = SampleRun.of(Path.of("r"), "r", 2, 1);
        List<Cell> cells = new ArrayList<>();
        for (Cell c : run.cells()) {
            boolean ran = c.fork() == 1;
            Cell.Payload planned = new Cell.Payload(c.payload().bytes(), 0, 0);
            cells.add(
                    ran
                            ? c
                            : new Cell(
                                    c.id(),
                                    c.service(),
                                    planned,
                                    c.load(),
                                    c.fork(),
                                    Outcome.SKIPPED,
                                    "the budget",
                                    Optional.empty()));
        }
        RunIndex whole = RunIndex.of(
                with(run, run.cells().stream().filter(c -> c.fork() == 1).toList()));
        RunIndex index = RunIndex.of(with(run, cells));
        assertEquals(List.of(), index.unmeasured());
        assertEquals(List.of(), index.others());
        assertEquals(whole.curves(), index.curves());
    }

    private static Run with(Run run, List<Cell> cells) {
        return new Run(run.folder(), run.info(), run.end(), run.environment(), cells);
    }
}
