// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import org.HdrHistogram.Histogram;

/** The transaction that one user is in. Written by the user's thread; read by others only when it has ended, or stands still. */
final class UnderWay {
    private volatile long since = Long.MAX_VALUE;
    /** When it should have begun; as {@link #since} in closed load. */
    private long due;
    /** At the window's end: how long it had taken, and how long it took in all. 0 where none was under way. */
    private long ageNanos;

    private long serviceNanos;
    private long responseNanos;
    private boolean unanswered;

    /** When it began; beyond all time where none is under way. */
    long since() {
        return since;
    }

    /** A transaction begins. */
    void begins(long now, long dueNanos) {
        due = dueNanos;
        since = now;
    }

    /** It has ended, with an answer or a failure of its own. */
    void ended(Observation seen, Window window) {
        if (since < window.to() && seen.endNanos() >= window.to()) {
            ageNanos = window.to() - since;
            serviceNanos = seen.exchangeNanos();
            responseNanos = seen.endNanos() - due;
        }
        since = Long.MAX_VALUE;
    }

    /** There was no answer by now, and nobody waits for it any longer; returns whether one was under way. */
    boolean unanswered(long now, Window window) {
        if (since >= now) {
            return false;
        }
        ageNanos = Math.max(0, window.to() - since);
        serviceNanos = now - since;
        responseNanos = now - due;
        unanswered = true;
        since = Long.MAX_VALUE;
        return true;
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
