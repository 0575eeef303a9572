// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.walk;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Rules;
import org.messkit.results.log.RunWriter;
import org.messkit.testnodes.controller.scenario.Plan;

/** Cells of a visit in whose windows the compilers were at work: they are measured once more, when all others have been. */
final class OnceMore {
    private final RunWriter writer;
    private final Map<Plan.Step, Cell> held = new LinkedHashMap<>();

    OnceMore(RunWriter writer) {
        this.writer = writer;
    }

    /** Whether a cell is to be measured again, and so not written yet. */
    boolean holds(Plan.Step step, Cell cell) {
        if (!isCold(cell)) {
            return false;
        }
        held.put(step, cell);
        return true;
    }

    /** Those that wait, as they are; for a visit that ends early. */
    List<Cell> held() {
        List<Cell> all = List.copyOf(held.values());
        held.clear();
        return all;
    }

    /** The steps that are to be made again; what their cells had written is taken back. */
    List<Plan.Step> again() throws IOException {
        List<Plan.Step> steps = List.copyOf(held.keySet());
        for (Plan.Step step : steps) {
            writer.discard(step.id());
        }
        held.clear();
        return steps;
    }

    /** What a second measurement came to. */
    static Cell last(Cell cell) {
        return isCold(cell)
                ? cell.withOutcome(cell.outcome(), cell.reason() + ", also when it was measured once more")
                : cell;
    }

    private static boolean isCold(Cell cell) {
        return cell.outcome() == Outcome.NOT_STEADY
                && cell.figures()
                        .flatMap(Cell.Figures::internals)
                        .filter(internals -> internals.compiling() > Rules.COMPILED.value())
                        .isPresent();
    }
}
