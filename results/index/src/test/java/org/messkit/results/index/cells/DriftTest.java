// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.SampleRun;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;

class DriftTest {
    @TempDir
    private Path folder;

    @Test
    void theLastCellStandsBesideTheFirstOfItsProcessAndIsInNoFigure() {
        Run run = SampleRun.of(folder, "sample", 2, 1);
        Run faster = SampleRun.of(folder, "faster", 2, 1.2);
        List<Cell> cells = new ArrayList<>(run.cells());
        Cell again = faster.cells().get(0);
        cells.add(new Cell(
                99,
                again.service(),
                again.payload(),
                again.load(),
                again.fork(),
                Outcome.REPEATED,
                "",
                again.figures()));
        Run anchored = new Run(folder, run.info(), run.end(), run.environment(), cells);
        List<Drift> drifts = Drift.of(anchored.cells());
        assertEquals(1, drifts.size());
        assertEquals(1, drifts.get(0).first().id());
        assertEquals(99, drifts.get(0).last().id());
        assertEquals(1.2, drifts.get(0).ratio(), 0.01);
        assertTrue(Drift.of(run.cells()).isEmpty());
        RunIndex.of(anchored).curves().stream()
                .filter(curve -> curve.service().equals(again.service()))
                .forEach(curve -> {
                    assertTrue(curve.headline().isEmpty(), "a process that changed by a fifth has no max-TPS");
                    assertTrue(curve.withheld().orElseThrow().remark().startsWith("max-TPS withheld: the first cell"));
                });
        assertTrue(RunIndex.of(anchored).curves().stream()
                .filter(curve -> !curve.service().equals(again.service()))
                .allMatch(curve -> curve.headline().isPresent()));
    }

    @Test
    void aRepetitionThatIsNearMovesNoFigure() {
        Run run = SampleRun.of(folder, "sample", 2, 1);
        Cell first = run.cells().get(0);
        List<Cell> cells = new ArrayList<>(run.cells());
        cells.add(new Cell(
                99,
                first.service(),
                first.payload(),
                first.load(),
                first.fork(),
                Outcome.REPEATED,
                "",
                SampleRun.of(folder, "faster", 2, 1.05).cells().get(0).figures()));
        Run anchored = new Run(folder, run.info(), run.end(), run.environment(), cells);
        assertEquals(RunIndex.of(run).curves(), RunIndex.of(anchored).curves());
    }

    @Test
    void withoutAValidFirstCellThereIsNothingToCompare() {
        Run run = SampleRun.of(folder, "sample", 1, 1);
        Cell first = run.cells().get(0);
        Cell failed = new Cell(
                first.id(),
                first.service(),
                first.payload(),
                first.load(),
                1,
                Outcome.ERRORS,
                "wrong",
                first.figures());
        Cell again =
                new Cell(99, first.service(), first.payload(), first.load(), 1, Outcome.REPEATED, "", first.figures());
        List<Cell> cells = new ArrayList<>(run.cells());
        cells.set(0, failed);
        cells.add(again);
        assertTrue(Drift.of(cells).isEmpty());
    }
}
