// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;

/**
 * Drives one cell, once: one thread per user, each with its own transaction and record, and the calling thread that collects
 * what they saw interval by interval. When a user begins its next transaction is for the kind of load to say.
 */
public abstract class Driver {
    static final long BACK_OFF_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    /** Longest drain: whom a service lets wait for longer after the window is not waited for. */
    static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(30);
    /** How long a user may take to notice that it is not waited for. */
    private static final long LET_GO_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);

    final Clock clock;
    private final List<? extends Transaction> transactions;
    private final List<UserRecord> records = new ArrayList<>();
    private long intervalNanos = INTERVAL_NANOS;
    private volatile boolean aborted;
    private volatile boolean letGo;

    Driver(Clock clock, List<? extends Transaction> transactions) {
        this.clock = clock;
        this.transactions = List.copyOf(transactions);
        this.transactions.forEach(t -> records.add(new UserRecord()));
    }

    /** Is given what the users saw in one interval of the window. */
    public interface Intervals {
        /**
         * One interval, or what is left of the window at its end. The histograms are valid during the call only.
         *
         * @param from on the clock's nanoseconds
         * @param to on the clock's nanoseconds
         * @param serviceTime of valid transactions, in nanoseconds
         * @param responseTime of valid transactions, in nanoseconds; empty in closed load
         */
        void ended(long from, long to, Histogram serviceTime, Histogram responseTime);
    }

    /** Collects every so often instead of every second; before the cell runs. */
    public void interval(long nanos) {
        intervalNanos = nanos;
    }

    /** Ends the cell early, each user after the transaction it is in. What was counted so far is still returned. */
    public void abort() {
        aborted = true;
    }

    final boolean aborted() {
        return aborted;
    }

    /**
     * Drives the cell.
     *
     * @param window when; its start may lie in the future
     * @param intervals is given the times of every interval of the window, by the calling thread
     * @return all counts, at rest
     * @throws InterruptedException if the calling thread is interrupted while it waits for the last users; {@link #abort()} is
     *     the way to end a cell early, since the histograms swallow interrupts
     */
    public Tally run(Window window, Intervals intervals) throws InterruptedException {
        List<Thread> users = new ArrayList<>();
        for (int i = 0; i < transactions.size(); i++) {
            Transaction transaction = transactions.get(i);
            UserRecord record = records.get(i);
            int user = i;
            Thread thread = new Thread(() -> drive(user, transaction, record, window), "user-" + (i + 1));
            // One that never ends must not keep the process.
            thread.setDaemon(true);
            users.add(thread);
        }
        Histogram serviceTime = UserRecord.histogram();
        Histogram responseTime = UserRecord.histogram();
        Intervals adding = (from, to, service, response) -> {
            serviceTime.add(service);
            responseTime.add(response);
            intervals.ended(from, to, service, response);
        };
        long collected;
        try {
            users.forEach(Thread::start);
            collected = collect(window, adding);
            drain(users, window);
        } catch (InterruptedException e) {
            abort();
            throw e;
        }
        takeInterval(collected, window.to(), adding);
        return merged(serviceTime, arrivals(responseTime, window));
    }

    /** Waits until each user has ended the transaction it is in; where the deadline passes first, without those that have not. */
    private void drain(List<Thread> users, Window window) throws InterruptedException {
        long end = aborted ? clock.nanos() : window.to();
        long patience = 0;
        for (int user = 0; user < users.size(); user++) {
            while (users.get(user).isAlive() && (!letGo || System.nanoTime() < patience)) {
                users.get(user).join(1);
                if (!letGo && clock.nanos() - end > DRAIN_NANOS) {
                    letGo = true;
                    patience = System.nanoTime() + LET_GO_NANOS;
                    transactions.forEach(Transaction::close);
                }
            }
            long began = users.get(user).isAlive() ? records.get(user).underWay.claim() : UnderWay.NONE;
            if (began != UnderWay.NONE) {
                records.get(user).unanswered(began, new Observation(), clock.nanos(), window);
            }
        }
    }

    /** Runs a transaction; what ends it may be that nobody waits for it any longer. Returns whether it came to an end of its own. */
    final boolean run(Transaction transaction, Observation seen, UserRecord record, Window window) {
        transaction.run(seen);
        long began = record.underWay.claim();
        if (began == UnderWay.NONE) {
            // Who collects has counted it, and reads this user's record already.
            return false;
        }
        if (letGo && seen.result() != Observation.Result.VALID) {
            record.unanswered(began, seen, clock.nanos(), window);
            return false;
        }
        return true;
    }

    /** The life of one user, from the window's start until its end. */
    abstract void drive(int user, Transaction transaction, UserRecord record, Window window);

    /** Called by the collecting thread every few milliseconds. */
    void look(Window window) {}

    /** What only a load with a schedule knows. */
    Optional<Tally.Arrivals> arrivals(Histogram responseTime, Window window) {
        return Optional.empty();
    }

    final long sum(ToLongFunction<UserRecord> count) {
        return records.stream().mapToLong(count).sum();
    }

    /** Collects interval by interval; returns when the last one that was collected ended. */
    private long collect(Window window, Intervals intervals) {
        long last = window.from();
        for (long next = window.from() + intervalNanos; next < window.to() && !aborted; next += intervalNanos) {
            await(next, window);
            if (!aborted) {
                takeInterval(last, next, intervals);
                last = next;
            }
        }
        await(window.to(), window);
        return last;
    }

    private void await(long instant, Window window) {
        while (clock.nanos() < instant && !aborted) {
            clock.awaitNanos(Math.min(instant, clock.nanos() + BACK_OFF_NANOS));
            look(window);
        }
    }

    private void takeInterval(long from, long to, Intervals intervals) {
        Histogram service = UserRecord.histogram();
        Histogram response = UserRecord.histogram();
        records.forEach(r -> r.take(service, response));
        intervals.ended(from, to, service, response);
    }

    private Tally merged(Histogram serviceTime, Optional<Tally.Arrivals> arrivals) {
        boolean scheduled = arrivals.isPresent();
        return new Tally(
                sum(r -> r.transactions),
                sum(r -> r.sent),
                sum(r -> r.unreached),
                sum(r -> r.failed),
                sum(r -> r.valid),
                sum(r -> r.invalid),
                sum(r -> r.exchanges),
                sum(r -> r.invalidNanos),
                sum(r -> r.outsideNanos),
                sum(r -> r.edgeNanos),
                sum(r -> r.requestBytes),
                sum(r -> r.responseBytes),
                sum(r -> r.wireBytes),
                sum(r -> r.outOfRange),
                serviceTime,
                times(new TreeMap<>(), r -> r.operations),
                times(new LinkedHashMap<>(), r -> r.steps),
                arrivals,
                scheduled
                        ? Optional.empty()
                        : records.stream().map(UserRecord::cycles).reduce(Cycles::plus),
                overdue(serviceTime.getMaxValue(), scheduled),
                reasons());
    }

    private Optional<Overdue> overdue(long longestEnded, boolean scheduled) {
        Histogram service = UserRecord.histogram();
        Histogram response = UserRecord.histogram();
        long unanswered = records.stream()
                .filter(r -> r.underWay.addTo(service, response, longestEnded, scheduled))
                .count();
        return service.getTotalCount() == 0
                ? Optional.empty()
                : Optional.of(new Overdue(service, response, unanswered));
    }

    private Map<String, Long> reasons() {
        Map<String, Long> reasons = new LinkedHashMap<>();
        records.forEach(r -> r.reasons.forEach((why, count) -> reasons.merge(why, count, Long::sum)));
        return Tally.commonest(reasons);
    }

    private Map<String, Histogram> times(
            Map<String, Histogram> all, Function<UserRecord, Map<String, Histogram>> ofOne) {
        records.forEach(r -> ofOne.apply(r)
                .forEach((name, times) -> all.computeIfAbsent(name, n -> UserRecord.operationHistogram())
                        .add(times)));
        return all;
    }
}
