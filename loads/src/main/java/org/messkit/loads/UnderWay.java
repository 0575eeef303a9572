// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/**
 * The transaction that one user is in. Its end is claimed once: by the user's thread, or by who no longer waits for it. What came of the
 * last one is read when nobody can claim any more.
 */
final class UnderWay {
    /** No transaction is under way. */
    static final long NONE = Long.MAX_VALUE;

    private final AtomicLong since = new AtomicLong(NONE);
    /** When it should have begun; as it did in closed load. */
    private long due;
    /** At the window's end: how long it had taken, and how long it took in all. 0 where none was under way. */
    private long ageNanos;

    private long serviceNanos;
    private long responseNanos;
    private boolean unanswered;

    /** A transaction begins. */
    void begins(long now, long dueNanos) {
        due = dueNanos;
        since.set(now);
    }

    /** Claims its end; when it began, or {@link #NONE} where another has claimed it. */
    long claim() {
        return since.getAndSet(NONE);
    }

    /** It has ended, with an answer or a failure of its own; by who has claimed it. */
    void ended(long began, Observation seen, Window window) {
        if (began < window.to() && seen.endNanos() >= window.to()) {
            ageNanos = window.to() - began;
            serviceNanos = seen.exchangeNanos();
            responseNanos = seen.endNanos() - due;
        }
    }

    /** There was no answer by now, and nobody waits for it any longer; by who has claimed it. */
    void unanswered(long began, long now, Window window) {
        ageNanos = Math.max(0, window.to() - began);
        serviceNanos = now - began;
        responseNanos = now - due;
        unanswered = true;
    }

    /** Adds it where it is overdue; returns whether it has no answer. */
    boolean addTo(Histogram service, Histogram response, long longestEnded, boolean scheduled) {
        // What the schedule has in the window is measured whenever it ends.
        boolean overdue = unanswered || !scheduled && ageNanos > longestEnded && serviceNanos > longestEnded;
        if (overdue) {
            service.recordValue(Math.min(serviceNanos, UserRecord.LONGEST_NANOS));
            if (scheduled) {
                response.recordValue(Math.min(responseNanos, UserRecord.LONGEST_NANOS));
            }
        }
        return unanswered;
    }
}
