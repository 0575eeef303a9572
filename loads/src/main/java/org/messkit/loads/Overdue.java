// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import org.HdrHistogram.Histogram;

/**
 * Transactions that were under way when the window ended, and had been for longer than any that ended in it. In closed load a slow
 * answer is not in the counts of the window that it outlasts, and nobody asks meanwhile: without these it would stand nowhere.
 * Those of several TestNodes add up.
 *
 * @param serviceTime nanoseconds in the exchanges of each; of those without an answer what had passed when the drain's deadline did
 * @param responseTime the same from the intended start; empty in closed load
 * @param unanswered of them without an answer at the drain's deadline: the longest, whose times are lower bounds
 */
public record Overdue(Histogram serviceTime, Histogram responseTime, long unanswered) {
    /** Both. */
    Overdue plus(Overdue other) {
        return new Overdue(
                Tally.added(serviceTime, other.serviceTime),
                Tally.added(responseTime, other.responseTime),
                unanswered + other.unanswered);
    }

    /** How many they are. */
    public long count() {
        return serviceTime.getTotalCount();
    }
}
