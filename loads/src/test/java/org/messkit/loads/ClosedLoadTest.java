// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.loads.FakeTransaction.Course;
import org.messkit.loads.Observation.Result;

@Timeout(60)
class ClosedLoadTest {
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1000 * MILLI;
    /** One second to settle, three to measure. */
    private static final Window WINDOW = new Window(10 * SECOND, 11 * SECOND, 14 * SECOND);

    private final List<FakeTransaction> users = new ArrayList<>();
    private final List<Histogram> seconds = new ArrayList<>();
    private final List<Long> bounds = new ArrayList<>();

    @Test
    void everyTransactionIsCountedOnceAndOnlyTheWindowIsMeasured() throws Exception {
        Tally tally = run(1, user -> run -> Course.valid(8 * MILLI, 2 * MILLI));
        assertEquals(400, tally.sent(), "10 ms each over settle and window");
        assertEquals(users.get(0).runs(), tally.sent());
        assertEquals(300, tally.valid(), "those that ended in the window");
        assertEquals(300, tally.serviceTime().getTotalCount());
        assertEquals(300 * 2 * MILLI, tally.outsideNanos());
        assertEquals(300 * FakeTransaction.REQUEST_BYTES, tally.requestBytes());
        assertEquals(300 * FakeTransaction.RESPONSE_BYTES, tally.responseBytes());
        assertEquals(300 * FakeTransaction.WIRE_BYTES, tally.wireBytes());
        assertEquals(0, tally.invalid() + tally.failed() + tally.unreached() + tally.outOfRange());
        assertEquals(Map.of(), tally.reasons());
        assertEquals(Map.of(), tally.operations(), "it has one alone");
    }

    @Test
    void theTransactionThatTheWindowCutsIsEndedAndNotMeasured() throws Exception {
        Tally tally = run(1, user -> run -> Course.valid(3 * SECOND, 0));
        // From 10 to 13 s: measured. From 13 to 16 s: drained.
        assertEquals(2, tally.sent());
        assertEquals(1, tally.valid());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 32})
    void inClosedLoadTheCyclesFillTheWindow(int concurrency) throws Exception {
        Tally tally = run(concurrency, user -> {
            Random random = new Random(user);
            return run -> Course.valid((1 + random.nextInt(50)) * MILLI, random.nextInt(10) * MILLI);
        });
        double inExchange = tally.serviceTime().getMean() * tally.serviceTime().getTotalCount();
        double filled = inExchange + tally.outsideNanos();
        double whole = (double) concurrency * (WINDOW.to() - WINDOW.from());
        double recordedTo = inExchange / 1000;
        assertEquals(whole, filled - tally.edgeNanos(), recordedTo, "no more off than the histogram rounds");
        assertEquals(users.stream().mapToLong(FakeTransaction::runs).sum(), tally.sent());
        assertEquals(tally.valid(), tally.serviceTime().getTotalCount());
    }

    @Test
    void theSecondsAddUpToTheWhole() throws Exception {
        Tally tally = run(4, user -> run -> Course.valid((1 + (run * 7 + user) % 30) * MILLI, MILLI));
        assertEquals(3, seconds.size());
        assertEquals(List.of(WINDOW.from(), WINDOW.from() + SECOND, WINDOW.from() + 2 * SECOND, WINDOW.to()), bounds);
        Histogram sum = UserRecord.histogram();
        seconds.forEach(sum::add);
        assertEquals(tally.serviceTime(), sum);
        assertEquals(tally.valid(), sum.getTotalCount());
    }

    @Test
    void failuresAreCountedByKind() throws Exception {
        Result[] kinds = {Result.VALID, Result.WRONG, Result.FAILED, Result.VALID};
        Tally tally = run(2, user -> run -> new Course(9 * MILLI, MILLI, kinds[run % 4], "because " + kinds[run % 4]));
        assertEquals(800, tally.sent());
        assertEquals(400, tally.failed());
        assertEquals(0, tally.unreached());
        assertEquals(300, tally.valid());
        assertEquals(300, tally.invalid());
        assertEquals(300, tally.serviceTime().getTotalCount());
        assertEquals(Map.of("because WRONG", 200L, "because FAILED", 200L), tally.reasons());
    }

    @Test
    void aServiceThatIsGoneIsAskedSlowly() throws Exception {
        Tally tally = run(1, user -> run -> new Course(MILLI / 10, 0, Result.UNREACHED, "refused"));
        assertTrue(tally.sent() <= 400, "at most every 10 ms, not every 100 µs: " + tally.sent());
        assertTrue(tally.sent() > 300, "and it is asked again: " + tally.sent());
        assertEquals(tally.sent(), tally.unreached());
        assertEquals(tally.sent(), tally.failed());
        assertEquals(0, tally.valid());
    }

    @Test
    void reasonsThatAreAllDifferentDoNotFillTheMemory() throws Exception {
        Tally tally =
                run(1, user -> run -> new Course(MILLI, 0, Result.WRONG, run % 2 == 0 ? "the same" : "number " + run));
        assertEquals(Tally.REASONS, tally.reasons().size());
        assertEquals(2000, tally.reasons().get("the same"));
        assertEquals(4000, tally.failed());
    }

    @Test
    void tooLongForTheHistogramIsCountedNotClamped() throws Exception {
        Window long1 = new Window(0, 0, 2000 * SECOND);
        Tally tally = run(1, long1, user -> run -> Course.valid(run == 1 ? 301 * SECOND : SECOND, 0));
        assertEquals(1, tally.outOfRange());
        assertEquals(tally.valid() - 1, tally.serviceTime().getTotalCount());
        assertTrue(tally.serviceTime().getMaxValue() < 2 * SECOND);
    }

    @Test
    void anAbortEndsEachUserAfterItsTransaction() throws Exception {
        AtomicReference<ClosedDriver> load = new AtomicReference<>();
        ManualClock clock = new ManualClock(3);
        for (int user = 0; user < 3; user++) {
            users.add(new FakeTransaction(clock, run -> Course.valid(10 * MILLI, 0), run -> {
                if (run == 150) {
                    load.get().abort();
                }
            }));
        }
        load.set(new ClosedDriver(clock, users));
        Tally tally = load.get().run(WINDOW, (from, to, interval, none) -> seconds.add(interval.copy()));
        assertTrue(tally.sent() <= 3 * 151, "none begins another: " + tally.sent());
        assertEquals(users.stream().mapToLong(FakeTransaction::runs).sum(), tally.sent());
        assertEquals(tally.valid(), tally.serviceTime().getTotalCount());
        assertTrue(tally.valid() > 0, "what was counted so far is kept");
    }

    @Test
    void timesAreKeptByOperationWhereThereAreSeveral() throws Exception {
        ManualClock clock = new ManualClock(2);
        List<Transaction> mixed = new ArrayList<>();
        for (int user = 0; user < 2; user++) {
            // Every third takes ten times as long.
            FakeTransaction fake = new FakeTransaction(
                    clock,
                    run -> run == 5
                            ? new Course(MILLI, 0, Observation.Result.WRONG, "wrong")
                            : Course.valid((run % 3 == 0 ? 10 : 1) * MILLI, 0));
            mixed.add(new Transaction() {
                @Override
                public void run(Observation observation) {
                    observation.operation(fake.runs() % 3 == 0 ? "insert" : "get");
                    fake.run(observation);
                }

                @Override
                public void close() {}
            });
        }
        Tally tally = new ClosedDriver(clock, mixed).run(WINDOW, this::second);
        assertEquals(List.of("get", "insert"), List.copyOf(tally.operations().keySet()));
        Histogram inserts = tally.operations().get("insert");
        Histogram gets = tally.operations().get("get");
        assertEquals(tally.valid(), inserts.getTotalCount() + gets.getTotalCount());
        assertEquals(10.0 * MILLI, inserts.getMean(), 0.01 * 10 * MILLI);
        assertEquals(1.0 * MILLI, gets.getMean(), 0.01 * MILLI);
        assertEquals(2, (double) gets.getTotalCount() / inserts.getTotalCount(), 0.01);
    }

    @Test
    void aTransactionOfTwoExchangesIsOneTransactionAndHasItsSteps() throws Exception {
        ManualClock clock = new ManualClock(1);
        Transaction two = new Transaction() {
            @Override
            public void run(Observation observation) {
                step(observation, "login", 2 * MILLI);
                clock.pass(MILLI);
                step(observation, "order", 6 * MILLI);
                clock.pass(MILLI);
                observation.valid();
            }

            private void step(Observation observation, String step, long nanos) {
                long from = clock.nanos();
                clock.pass(nanos);
                observation.exchange(step, from, clock.nanos(), true);
                observation.bytes(1, 2, 10);
            }

            @Override
            public void close() {}
        };
        Tally tally = new ClosedDriver(clock, List.of(two)).run(WINDOW, this::second);
        assertEquals(400, tally.transactions(), "10 ms each over settle and window");
        assertEquals(800, tally.sent());
        assertEquals(300, tally.valid());
        assertEquals(600, tally.exchanges());
        assertEquals(600, tally.requestBytes());
        assertEquals(1200, tally.responseBytes());
        assertEquals(6000, tally.wireBytes());
        assertEquals(8.0 * MILLI, tally.serviceTime().getMean(), 0.01 * MILLI, "in both exchanges");
        assertEquals(300 * 2 * MILLI, tally.outsideNanos());
        assertEquals(List.of("login", "order"), List.copyOf(tally.steps().keySet()));
        assertEquals(300, tally.steps().get("login").getTotalCount());
        assertEquals(2.0 * MILLI, tally.steps().get("login").getMean(), 0.02 * MILLI);
        assertEquals(6.0 * MILLI, tally.steps().get("order").getMean(), 0.06 * MILLI);
    }

    @Test
    void aTransactionThatAsksNothingIsWrong() throws Exception {
        ManualClock clock = new ManualClock(1);
        Transaction none = new Transaction() {
            @Override
            public void run(Observation observation) {
                clock.pass(MILLI);
                observation.valid();
            }

            @Override
            public void close() {}
        };
        Tally tally = new ClosedDriver(clock, List.of(none)).run(WINDOW, this::second);
        assertEquals(0, tally.valid() + tally.sent());
        assertEquals(tally.transactions(), tally.failed());
        assertEquals(Map.of("no request was sent", tally.failed()), tally.reasons());
    }

    @Test
    void talliesOfTwoNodesAdd() throws Exception {
        Tally one = run(2, user -> run -> Course.valid(8 * MILLI, 2 * MILLI));
        users.clear();
        bounds.clear();
        Tally other = run(1, user -> run -> Course.valid(4 * MILLI, MILLI));
        Tally both = one.plus(other);
        assertEquals(one.valid() + other.valid(), both.valid());
        assertEquals(one.sent() + other.sent(), both.sent());
        assertEquals(both.valid(), both.serviceTime().getTotalCount());
        assertEquals(one.edgeNanos() + other.edgeNanos(), both.edgeNanos());
        assertEquals(2 * one.valid(), one.plus(one).serviceTime().getTotalCount(), "what is added to is not changed");
    }

    private void second(long from, long to, Histogram interval, Histogram none) {
        assertEquals(0, none.getTotalCount(), "closed load has no intended starts");
        if (bounds.isEmpty()) {
            bounds.add(from);
        }
        assertEquals(bounds.get(bounds.size() - 1), from);
        bounds.add(to);
        seconds.add(interval.copy());
    }

    private Tally run(int concurrency, IntFunction<IntFunction<Course>> courses) throws InterruptedException {
        return run(concurrency, WINDOW, courses);
    }

    private Tally run(int concurrency, Window window, IntFunction<IntFunction<Course>> courses)
            throws InterruptedException {
        ManualClock clock = new ManualClock(concurrency);
        for (int user = 0; user < concurrency; user++) {
            users.add(new FakeTransaction(clock, courses.apply(user)));
        }
        return new ClosedDriver(clock, users).run(window, this::second);
    }
}
