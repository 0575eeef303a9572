// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run;

import org.messkit.results.log.Cell;
import org.messkit.testnodes.controller.scenario.Plan;

/**
 * Goes with each cell of a run, for what is done to a service while it is measured. Is called by the run's thread. What fails here must not
 * fail the run: it is the companion's to say so in the cell.
 */
public interface Companion {
    /** A cell's load is about to begin; the service may be gone. */
    void before(Plan.Visit visit, Plan.Step step, ProcessHandle service);

    /**
     * A cell has ended, well or not; the service may be gone.
     *
     * @return what is to be recorded of it
     */
    Cell after(Plan.Visit visit, Plan.Step step, ProcessHandle service, Cell cell);

    /** Does nothing. */
    Companion NONE = new Companion() {
        @Override
        public void before(Plan.Visit visit, Plan.Step step, ProcessHandle service) {}

        @Override
        public Cell after(Plan.Visit visit, Plan.Step step, ProcessHandle service, Cell cell) {
            return cell;
        }
    };
}
