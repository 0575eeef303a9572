// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run;

import java.io.IOException;
import org.messkit.results.log.Cell;
import org.messkit.testnodes.controller.scenario.Plan;

/** Goes with each cell of a run, for what is done to a service while it is measured. Is called by the run's thread. */
public interface Companion {
    /**
     * A cell's load is about to begin.
     *
     * @throws IOException if the run is to fail
     */
    void before(Plan.Visit visit, Plan.Step step, ProcessHandle service) throws IOException;

    /**
     * A cell has ended, well or not; the service may be gone.
     *
     * @return what is to be recorded of it
     * @throws IOException if the run is to fail
     */
    Cell after(Plan.Visit visit, Plan.Step step, ProcessHandle service, Cell cell) throws IOException;

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
