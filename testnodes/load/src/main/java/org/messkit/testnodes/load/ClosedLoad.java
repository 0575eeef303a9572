// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Closed load: one free-running thread per concurrent request, no think time. Each thread runs its transaction again and
 * again from the start of the cell until the window has ended. One object drives one cell, once.
 */
public final class ClosedLoad {
    private static final long BACK_OFF_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Clock clock;
    private final List<? extends Transaction> transactions;
    private final List<UserRecord> records = new ArrayList<>();
    private volatile boolean aborted;

    /**
     * Makes one.
     *
     * @param transactions one per concurrent request
     */
    public ClosedLoad(Clock clock, List<? extends Transaction> transactions) {
        this.clock = clock;
        this.transactions = List.copyOf(transactions);
        this.transactions.forEach(t -> records.add(new UserRecord()));
    }

    /** Is given what the users saw in one second of the window. */
    public interface Intervals {
        /**
         * One second, or what is left of the window at its end.
         *
         * @param from on the clock's nanoseconds
         * @param to on the clock's nanoseconds
         * @param serviceTime of valid transactions, in nanoseconds; valid during the call only
         */
        void ended(long from, long to, Histogram serviceTime);
    }

    /** Ends the cell early, each user after the transaction it is in. What was counted so far is still returned. */
    public void abort() {
        aborted = true;
    }

    /**
     * Drives the cell.
     *
     * @param window when; its start may lie in the future
     * @param intervals is given the service times of every second of the window, by the calling thread
     * @return all counts, at rest
     * @throws InterruptedException if the calling thread is interrupted while it waits for the last users; {@link #abort()} is
     *     the way to end a cell early, since the histograms swallow interrupts
     */
    public Tally run(Window window, Intervals intervals) throws InterruptedException {
        List<Thread> users = new ArrayList<>();
        for (int i = 0; i < transactions.size(); i++) {
            Transaction transaction = transactions.get(i);
            UserRecord record = records.get(i);
            users.add(new Thread(() -> drive(transaction, record, window), "user-" + (i + 1)));
        }
        Histogram whole = UserRecord.histogram();
        long collected;
        try {
            users.forEach(Thread::start);
            collected = collect(window, whole, intervals);
            for (Thread user : users) {
                user.join();
            }
        } catch (InterruptedException e) {
            abort();
            throw e;
        }
        takeInterval(collected, window.to(), whole, intervals);
        return merged(whole);
    }

    private void drive(Transaction transaction, UserRecord record, Window window) {
        Observation seen = new Observation();
        clock.awaitNanos(window.start());
        long cycleStart = clock.nanos();
        while (cycleStart < window.to() && !aborted) {
            transaction.run(seen);
            long cycleEnd = clock.nanos();
            record.add(seen, cycleStart, cycleEnd, window);
            if (seen.result() == Observation.Result.UNREACHED) {
                // A dead service refuses in microseconds; asking it 100,000 times a second tells nothing more.
                clock.awaitNanos(clock.nanos() + BACK_OFF_NANOS);
            }
            cycleStart = cycleEnd;
        }
    }

    /** Collects second by second; returns when the last one that was collected ended. */
    private long collect(Window window, Histogram whole, Intervals intervals) {
        long last = window.from();
        for (long next = window.from() + INTERVAL_NANOS; next < window.to() && !aborted; next += INTERVAL_NANOS) {
            clock.awaitNanos(next);
            takeInterval(next - INTERVAL_NANOS, next, whole, intervals);
            last = next;
        }
        while (clock.nanos() < window.to() && !aborted) {
            clock.awaitNanos(Math.min(window.to(), clock.nanos() + BACK_OFF_NANOS));
        }
        return last;
    }

    private void takeInterval(long from, long to, Histogram whole, Intervals intervals) {
        Histogram interval = UserRecord.histogram();
        for (UserRecord record : records) {
            record.spare = record.serviceTime.getIntervalHistogram(record.spare);
            interval.add(record.spare);
        }
        whole.add(interval);
        intervals.ended(from, to, interval);
    }

    private Tally merged(Histogram whole) {
        Map<String, Long> reasons = new LinkedHashMap<>();
        records.forEach(r -> r.reasons.forEach((why, count) -> reasons.merge(why, count, Long::sum)));
        Map<String, Long> commonest = new LinkedHashMap<>();
        reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(Tally.REASONS)
                .forEach(e -> commonest.put(e.getKey(), e.getValue()));
        return new Tally(
                sum(r -> r.sent),
                sum(r -> r.unreached),
                sum(r -> r.failed),
                sum(r -> r.valid),
                sum(r -> r.invalid),
                sum(r -> r.invalidNanos),
                sum(r -> r.outsideNanos),
                sum(r -> r.edgeNanos),
                sum(r -> r.requestBytes),
                sum(r -> r.responseBytes),
                sum(r -> r.wireBytes),
                sum(r -> r.outOfRange),
                whole,
                commonest);
    }

    private long sum(java.util.function.ToLongFunction<UserRecord> count) {
        return records.stream().mapToLong(count).sum();
    }
}
