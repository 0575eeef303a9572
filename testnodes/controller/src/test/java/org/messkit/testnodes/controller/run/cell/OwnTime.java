// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.cell;

import java.util.function.DoubleSupplier;
import org.messkit.loads.Clock;
import org.messkit.loads.Observation;
import org.messkit.loads.Transaction;

/** The time of one user, which passes as fast as the machine can; who collects is always at the window's end. */
final class OwnTime implements Clock {
    private final Thread collecting = Thread.currentThread();
    private final long end;
    private long now;

    OwnTime(long end) {
        this.end = end;
    }

    /** A user whose exchanges take so many nanoseconds, and nothing outside them. */
    Transaction user(DoubleSupplier nanos) {
        return new Transaction() {
            @Override
            public void run(Observation observation) {
                long from = now;
                now += Math.max(1, (long) nanos.getAsDouble());
                observation.exchange("", from, now, true);
                observation.valid();
            }

            @Override
            public void close() {
                // Holds nothing.
            }
        };
    }

    @Override
    public long nanos() {
        return Thread.currentThread() == collecting ? end : now;
    }

    @Override
    public void awaitNanos(long instant) {
        if (Thread.currentThread() != collecting) {
            now = Math.max(now, instant);
        }
    }
}
