// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;

/** Payloads that differ in their shares alone are payloads of their own. */
class SharesTest {
    private static final Run RUN = SampleRun.of(Path.of("r"), "r", 1, 1);

    @Test
    void eachHasACurveOfItsOwn() {
        List<CurveIndex> one = RunIndex.of(RUN).curves();
        List<CurveIndex> two = RunIndex.of(with(bothShares())).curves();
        assertEquals(2 * one.size(), two.size());
        for (int i = 0; i < one.size(); i++) {
            assertEquals(Optional.of(0.1), two.get(2 * i).payload().share());
            assertEquals(Optional.of(0.9), two.get(2 * i + 1).payload().share());
            assertEquals(one.get(i).curve(), two.get(2 * i).curve());
        }
    }

    @Test
    void aCellThatDidNotRunIsOfItsOwnShare() {
        List<Cell> cells = bothShares();
        Cell ran = cells.get(0);
        for (double share : new double[] {0.1, 0.9}) {
            cells.add(share(ran, share)
                    .withPayload(share(ran, share).payload().shaped(0, 0))
                    .withOutcome(Outcome.SKIPPED, "the budget"));
        }
        List<Cell> skipped = cells.stream()
                .map(c -> c.outcome() == Outcome.SKIPPED ? withoutFigures(c) : c)
                .toList();
        assertEquals(
                RunIndex.of(with(bothShares())).curves(),
                RunIndex.of(with(skipped)).curves());
        assertEquals(
                RunIndex.of(with(bothShares())).unmeasured(),
                RunIndex.of(with(skipped)).unmeasured());
    }

    @Test
    void bytesAreNoAxisWhereSharesDifferToo() {
        List<Cell> cells = RUN.cells().stream()
                .map(c -> share(c, c.payload().bytes() == 5_000 ? 0.1 : 0.9))
                .toList();
        assertEquals(List.of(), RunIndex.of(with(cells)).payloads());
    }

    /** All cells twice. */
    private static List<Cell> bothShares() {
        List<Cell> cells = new ArrayList<>();
        for (Cell cell : RUN.cells()) {
            cells.add(share(cell, 0.9));
            cells.add(share(cell, 0.1));
        }
        return cells;
    }

    private static Cell share(Cell cell, double share) {
        Cell.Payload p = cell.payload();
        return cell.withPayload(
                new Cell.Payload(p.bytes(), p.elements(), p.depth(), p.answer(), Optional.of(share), p.invalid()));
    }

    private static Cell withoutFigures(Cell c) {
        return new Cell(
                c.id(), c.service(), c.payload(), c.load(), c.fork(), c.outcome(), c.reason(), Optional.empty());
    }

    private static Run with(List<Cell> cells) {
        return new Run(RUN.folder(), RUN.info(), RUN.end(), RUN.environment(), cells);
    }
}
