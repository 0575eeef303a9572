// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.walk;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.messkit.results.log.Cell;
import org.messkit.results.log.RunWriter;
import org.messkit.testnodes.controller.run.Progress;
import org.messkit.testnodes.controller.scenario.Plan;

/** The cells that a run has, written one by one, and what the user is told of them. Of the run's thread. */
final class RunCells {
    private final Plan plan;
    private final RunWriter writer;
    private final Progress progress;
    private final List<Cell> cells;
    private final TimeLeft left;

    /** Begins with the cells of a run that goes on. */
    RunCells(Plan plan, RunWriter writer, Progress progress, List<Cell> kept, TimeLeft left) {
        this.plan = plan;
        this.writer = writer;
        this.progress = progress;
        this.cells = new ArrayList<>(kept);
        this.left = left;
    }

    /** All so far, in the order in which they ended. */
    List<Cell> all() {
        return List.copyOf(cells);
    }

    /** The time that the run still takes. */
    TimeLeft left() {
        return left;
    }

    /** Keeps a cell: it is on the disk when this returns. */
    void ended(Cell cell) throws IOException {
        writer.cell(cell);
        cells.add(cell);
        progress.ended(cell, plan.cells());
    }

    /** Tells the user what happens now. */
    void doing(String what) {
        doing(what, Duration.ZERO);
    }

    /** The same, when a part of what was planned has passed and was not taken off. */
    void doing(String what, Duration passed) {
        progress.doing(what, left.without(passed));
    }
}
