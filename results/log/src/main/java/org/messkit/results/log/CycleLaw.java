// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.util.Locale;
import java.util.Optional;

/**
 * The cycle law of closed load: time that users spend in exchanges and outside them, per second, is how many users there are. It is asked
 * when a cell ends, of what was just counted, and whenever its file is read, of what that says.
 *
 * @param concurrency users, 1 or more
 * @param seconds length of the window, above 0
 * @param outsideNanos time of all users in the window that no valid transaction's exchange took; cycles that the window cuts are
 *     accounted for
 */
public record CycleLaw(int concurrency, double seconds, double outsideNanos) {
    /**
     * Why the law does not hold for transactions; empty where it does, within {@link Rules#CYCLE}.
     *
     * @param nanos in the exchanges of all valid transactions of the window
     */
    public Optional<String> ofTransactions(double nanos) {
        return fault(nanos, Rules.CYCLE.value(), "");
    }

    /**
     * The same for exchanges, whose times are known within {@link Rules#STEP} alone.
     *
     * @param nanos in all exchanges of the window
     */
    public Optional<String> ofSteps(double nanos) {
        return fault(nanos, Rules.CYCLE.value() + Rules.STEP.value(), " by its steps");
    }

    private Optional<String> fault(double nanos, double tolerance, String of) {
        double law = (nanos + outsideNanos) / 1e9 / seconds;
        // What is not a number is off, too.
        return Math.abs(law - concurrency) <= tolerance * concurrency
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "the cycle law gives %.2f concurrent requests%s instead of %d",
                        law,
                        of,
                        concurrency));
    }
}
