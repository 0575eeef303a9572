// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.verdict;

import org.messkit.results.index.verdict.Verdict.ServerBound;
import org.messkit.results.index.verdict.Verdict.Undecided;

/** The row "CR up, TPS about equal" of levels that are at the top and not surely over-driven: what limits them stands, and fewer requests would do. */
final class AboutEqual {
    /** What the chart has to do next. */
    static final String HALVE = "look at CPU if stateless; run again with half the CR";

    private AboutEqual() {}

    /** Where the levels do not go down to the knee. */
    static Finding fromTheLowest(Finding limit) {
        return of(limit, "CR up, TPS about equal from the lowest level on: CR may be too high; ", HALVE);
    }

    /** Where a lower level has as much. */
    static Finding aboveTheKnee(Finding limit) {
        return of(limit, "CR up, TPS about equal; ", "look at CPU if stateless; half the CR does as well");
    }

    /** A TestNode or a link that is full comes first. */
    private static Finding of(Finding limit, String rule, String next) {
        return limit.verdict() instanceof ServerBound || limit.verdict() instanceof Undecided
                ? new Finding(limit.verdict(), rule + limit.rule(), limit.numbers(), next + "; " + limit.next())
                : limit;
    }
}
