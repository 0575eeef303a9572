// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import java.util.List;

/** Drives closed load: each user's thread runs its transaction again and again until the window has ended. */
final class ClosedDriver extends Driver {
    /**
     * Makes one.
     *
     * @param transactions one per user
     */
    ClosedDriver(Clock clock, List<? extends Transaction> transactions) {
        super(clock, transactions);
    }

    @Override
    void drive(int user, Transaction transaction, UserRecord record, Window window) {
        Observation seen = new Observation();
        clock.awaitNanos(window.start());
        long cycleStart = clock.nanos();
        while (cycleStart < window.to() && !aborted()) {
            seen.begin(cycleStart);
            record.underWay.begins(cycleStart, cycleStart);
            if (!run(transaction, seen, record, window)) {
                return;
            }
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
