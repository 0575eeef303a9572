// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.messkit.results.index.RunIndex;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Run;

class GridTest {
    /** A panel for each share, with its own curve; the shape is no axis by that. */
    @Test
    void payloadsOfAnotherShareHaveAPanelOfTheirOwn() {
        Run all = SampleRuns.full(Path.of("r"));
        Run run = with(
                all,
                all.cells().stream().filter(c -> c.payload().bytes() == 5_000).toList());
        List<Cell> cells = new ArrayList<>();
        for (Cell cell : run.cells()) {
            cells.add(share(cell, 0.1));
            cells.add(share(cell, 0.9));
        }
        Grid grid = Grid.of(RunIndex.of(with(run, cells)));
        String bytes = Grid.of(RunIndex.of(run)).panels().get(0).label();
        assertEquals(
                List.of(bytes + ", share 0.1", bytes + ", share 0.9"),
                grid.panels().stream().map(Grid.Panel::label).toList());
        for (Grid.Panel panel : grid.panels()) {
            for (Grid.Service service : grid.services()) {
                assertEquals(
                        panel.payload().share(),
                        grid.curve(service, panel).orElseThrow().payload().share());
                assertTrue(grid.ceiling(service, panel).isPresent());
            }
        }
    }

    private static Run with(Run run, List<Cell> cells) {
        return new Run(run.folder(), run.info(), run.end(), run.environment(), cells);
    }

    private static Cell share(Cell cell, double share) {
        Cell.Payload p = cell.payload();
        return cell.withPayload(
                new Cell.Payload(p.bytes(), p.elements(), p.depth(), p.answer(), Optional.of(share), Optional.empty()));
    }
}
