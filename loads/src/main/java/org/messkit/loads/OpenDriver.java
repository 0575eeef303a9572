// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * Drives open load: requests begin when a schedule says so, whatever became of those before. Each user takes the next intended start,
 * waits for it, and runs its transaction; where all users are busy the arrivals wait, and their response time counts from when
 * they should have begun. None is dropped. A transaction is measured if its intended start lies in the window. If more arrivals
 * wait than the backlog bound allows, the load aborts and its tally says so. One object drives one cell, once.
 */
final class OpenDriver extends Driver {
    /** A start this much after its time is late where a user was free: the TestNode's own fault. */
    static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Schedule schedule;
    private final Schedule due;
    private final long backlogBound;
    private final AtomicLong begun = new AtomicLong();
    private long dueCount;
    private long dueInWindow;
    private long nextDue;
    private long backlogPeak;
    private volatile boolean overloaded;

    /**
     * Makes one.
     *
     * @param transactions one per connection; more requests than these are never in flight
     * @param schedule gives the same instants at each call, on a new object
     * @param backlogBound how many arrivals may wait at most
     */
    OpenDriver(Clock clock, List<? extends Transaction> transactions, Supplier<Schedule> schedule, long backlogBound) {
        super(clock, transactions);
        this.schedule = schedule.get();
        this.due = schedule.get();
        this.nextDue = due.next();
        this.backlogBound = backlogBound;
    }

    @Override
    void drive(int user, Transaction transaction, UserRecord record, Window window) {
        Observation seen = new Observation();
        // From the exchange's end on the service has done with this user; what keeps it then is the TestNode.
        long released = window.start();
        long intended = nextArrival(window);
        while (intended < window.to() && !aborted()) {
            boolean free = released <= intended;
            await(intended);
            long begin = clock.nanos();
            if (begin > window.to() + DRAIN_NANOS) {
                // Who cannot serve within the drain what waited at the window's end does not keep up.
                overloaded = true;
                abort();
            }
            if (aborted()) {
                return;
            }
            begun.incrementAndGet();
            seen.begin(begin);
            record.underWay.begins(begin, intended);
            if (!run(transaction, seen, record, window)) {
                if (nextArrival(window) < window.to()) {
                    overloaded = true;
                    abort();
                }
                return;
            }
            record.open(seen, new UserRecord.Start(intended, begin, free), clock.nanos(), window);
            released = seen.endNanos();
            intended = nextArrival(window);
        }
    }

    private synchronized long nextArrival(Window window) {
        return window.start() + schedule.next();
    }

    private void await(long instant) {
        while (clock.nanos() < instant && !aborted()) {
            // In pieces, so that an abort ends also who waits for the arrival after a long gap.
            clock.awaitNanos(Math.min(instant, clock.nanos() + BACK_OFF_NANOS * 10));
        }
    }

    @Override
    void look(Window window) {
        count(Math.min(clock.nanos(), window.to() - 1), window);
        long backlog = dueCount - begun.get();
        backlogPeak = Math.max(backlogPeak, backlog);
        if (backlog > backlogBound) {
            overloaded = true;
            abort();
        }
    }

    private void count(long now, Window window) {
        while (window.start() + nextDue <= now) {
            dueCount++;
            dueInWindow += window.measures(window.start() + nextDue) ? 1 : 0;
            nextDue = due.next();
        }
    }

    @Override
    Optional<Tally.Arrivals> arrivals(Histogram responseTime, Window window) {
        count(window.to() - 1, window);
        return Optional.of(new Tally.Arrivals(
                responseTime,
                dueInWindow,
                sum(r -> r.starts),
                sum(r -> r.served),
                sum(r -> r.servedWireBytes),
                sum(r -> r.late),
                sum(r -> r.queued),
                backlogPeak,
                overloaded));
    }
}
