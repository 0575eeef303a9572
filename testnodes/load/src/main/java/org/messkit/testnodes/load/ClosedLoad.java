// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.load;

import java.util.List;

/**
 * Closed load: one free-running thread per concurrent request, no think time. Each thread runs its transaction again and
 * again from the start of the cell until the window has ended. One object drives one cell, once.
 */
public final class ClosedLoad extends Load {
    private final int users;
    private final long rampNanos;

    /**
     * Makes one whose users all begin at once.
     *
     * @param transactions one per concurrent request
     */
    public ClosedLoad(Clock clock, List<? extends Transaction> transactions) {
        this(clock, transactions, 0);
    }

    /**
     * Makes one.
     *
     * @param transactions one per concurrent request
     * @param rampNanos over which the users begin, one after the other at equal distances; lies before the window
     */
    public ClosedLoad(Clock clock, List<? extends Transaction> transactions, long rampNanos) {
        super(clock, transactions);
        this.rampNanos = rampNanos;
        users = transactions.size();
    }

    @Override
    void drive(int user, Transaction transaction, UserRecord record, Window window) {
        Observation seen = new Observation();
        clock.awaitNanos(window.start() + rampNanos * user / users);
        long cycleStart = clock.nanos();
        while (cycleStart < window.to() && !aborted()) {
            transaction.run(seen);
            long cycleEnd = clock.nanos();
            record.closed(seen, cycleStart, cycleEnd, window);
            if (seen.result() == Observation.Result.UNREACHED) {
                // A dead service refuses in microseconds; asking it 100,000 times a second tells nothing more.
                clock.awaitNanos(clock.nanos() + BACK_OFF_NANOS);
            }
            cycleStart = cycleEnd;
        }
    }
}
