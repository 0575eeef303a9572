// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.cell;

import org.messkit.results.log.Outcome;

/**
 * How a cell ended.
 *
 * @param outcome the end
 * @param reason why, where it is not measured; in one line for the user
 */
public record Verdict(Outcome outcome, String reason) {
    /** Every proof held. */
    public static final Verdict MEASURED = new Verdict(Outcome.MEASURED, "");

    /** Whether every proof held. */
    public boolean isMeasured() {
        return outcome == Outcome.MEASURED;
    }
}
