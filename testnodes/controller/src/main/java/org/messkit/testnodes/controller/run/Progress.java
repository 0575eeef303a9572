// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run;

import java.time.Duration;
import org.messkit.results.log.Cell;

/** Is told how a run goes, by the run's thread. Must return quickly. */
public interface Progress {
    /** What happens now, and how long the whole run has still to go. */
    void doing(String what, Duration left);

    /** A piece of a cell has passed, with so many transactions per second. */
    void passed(Duration piece, double transactionsPerSecond);

    /** A cell has ended, of so many. */
    void ended(Cell cell, int of);

    /** Says nothing. */
    Progress NONE = new Progress() {
        @Override
        public void doing(String what, Duration left) {}

        @Override
        public void passed(Duration piece, double transactionsPerSecond) {}

        @Override
        public void ended(Cell cell, int of) {}
    };
}
