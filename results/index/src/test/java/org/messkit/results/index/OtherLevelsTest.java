// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.messkit.loads.Load;
import org.messkit.loads.OpenLoad;
import org.messkit.results.index.verdict.Verdict;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;

class OtherLevelsTest {
    /** A share of the peak is another rate in each fork. */
    @Test
    void nearRatesOfTwoForksAreOneLevel() {
        Run run = SampleRun.of(Path.of("r"), "r", 1, 1);
        Cell c = run.cells().get(0);
        List<Cell> cells = new ArrayList<>();
        for (int fork = 1; fork <= 3; fork++) {
            Load open = OpenLoad.at(100.0 + fork, OpenLoad.Arrivals.UNIFORM, 64);
            Outcome outcome = fork == 3 ? Outcome.OVERLOADED : Outcome.MEASURED;
            cells.add(new Cell(fork, c.service(), c.payload(), open, fork, outcome, "", c.figures()));
            Load higher = OpenLoad.at(103.5, OpenLoad.Arrivals.UNIFORM, 64);
            cells.add(new Cell(10 + fork, c.service(), c.payload(), higher, fork, outcome, "", c.figures()));
        }
        List<LevelIndex> rates = RunIndex.of(with(run, cells)).others();
        assertEquals(
                List.of(101.0, 103.5),
                rates.stream().map(l -> l.load().rate().orElseThrow()).toList());
        assertEquals("2 measured, 1 overloaded", rates.get(0).outcome());
        assertEquals("2 measured, 1 overloaded", rates.get(1).outcome());
        assertEquals(new Verdict.Undecided(), rates.get(0).finding().verdict());
    }

    private static Run with(Run run, List<Cell> cells) {
        return new Run(run.folder(), run.info(), run.end(), run.environment(), cells);
    }
}
