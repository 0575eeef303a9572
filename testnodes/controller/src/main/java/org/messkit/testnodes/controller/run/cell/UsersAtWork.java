// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.cell;

import java.util.Locale;
import java.util.Optional;
import org.messkit.loads.Tally;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Rules;

/** Whether a window of closed load tells of all its users: it holds enough of their transactions, and they were at work all the time. */
final class UsersAtWork {
    private UsersAtWork() {}

    /** What speaks against a window; empty where nothing does. */
    static Optional<String> missing(int users, Tally tally, Cell.Figures figures) {
        if (figures.throughput().isEmpty()) {
            return Optional.empty();
        }
        Cell.Throughput throughput = figures.throughput().get();
        double atWork = atWork(tally, figures);
        if (!throughput.fills(users, atWork)) {
            return Optional.of(format("%.2f of %d users were at work in the window", atWork, users)
                    + figures.overdue().map(UsersAtWork::waiting).orElse(""));
        }
        double ofOne = (throughput.transactions() + tally.invalid()) / users;
        return ofOne < Rules.TRANSACTIONS_PER_USER.value()
                ? Optional.of(format(
                        "the window of %.3g s is too short: it holds %.1f transactions per user, and %.0f are needed; one of %.3g s"
                                + " would hold 10",
                        figures.seconds(), ofOne, Rules.TRANSACTIONS_PER_USER.value(), figures.seconds() * 10 / ofOne))
                : Optional.empty();
    }

    /** TPS × time from one transaction to the next; transactions that failed took their time, too. */
    private static double atWork(Tally tally, Cell.Figures figures) {
        double failing = tally.invalidNanos() / 1e9 + tally.invalid() * figures.outsideClockMeanMicros() / 1e6;
        return figures.usersAtWork() + failing / figures.seconds();
    }

    private static String waiting(Cell.Overdue overdue) {
        return format(
                ": when it ended %d had waited longer than any before, up to %.1f s%s",
                overdue.count(),
                overdue.longestMillis() / 1000,
                overdue.unanswered() > 0 ? ", and " + overdue.unanswered() + " got no answer" : "");
    }

    private static String format(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
