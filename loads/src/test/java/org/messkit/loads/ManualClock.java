// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A clock that stands still until someone lets time pass. Each user lives in a time of its own, which passes when the user
 * waits or {@linkplain #pass works}; for everyone else it is as late as for the user that is furthest behind. So a cell of
 * many threads has one outcome, however the machine schedules them.
 */
final class ManualClock implements Clock {
    private final int users;
    private final Map<Thread, Long> times = new LinkedHashMap<>();

    /** Made by the thread that drives the cell, at time 0. */
    ManualClock(int users) {
        this.users = users;
    }

    /** Lets time pass for the user that calls. */
    synchronized void pass(long nanos) {
        times.merge(Thread.currentThread(), nanos, Long::sum);
        notifyAll();
    }

    @Override
    public synchronized long nanos() {
        return isUser() ? times.getOrDefault(Thread.currentThread(), 0L) : earliest();
    }

    @Override
    public synchronized void awaitNanos(long instant) {
        if (isUser()) {
            times.merge(Thread.currentThread(), instant, Math::max);
            notifyAll();
            return;
        }
        while (earliest() < instant && !Thread.currentThread().isInterrupted()) {
            try {
                wait(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Time does not stand still because all users have gone. */
    private long earliest() {
        if (times.size() < users) {
            return 0;
        }
        boolean gone = times.keySet().stream().noneMatch(Thread::isAlive);
        return gone
                ? Long.MAX_VALUE
                : times.values().stream().mapToLong(Long::longValue).min().orElse(0);
    }

    private static boolean isUser() {
        return Thread.currentThread().getName().startsWith("user-");
    }
}
