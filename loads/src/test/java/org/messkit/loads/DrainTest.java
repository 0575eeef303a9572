// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is under way when the window ends belongs to it. */
@Timeout(60)
class DrainTest {
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1000 * MILLI;
    private static final Window WINDOW = new Window(0, SECOND, 2 * SECOND);

    @Test
    void aTransactionThatOutlastsTheWindowIsOverdue() throws Exception {
        Tally tally = run(new FastClock(), user -> user == 0 ? 6 * SECOND : MILLI);
        Overdue overdue = tally.overdue().orElseThrow();
        assertEquals(1, overdue.count());
        assertEquals(0, overdue.unanswered());
        assertEquals(6000, overdue.serviceTime().getMaxValue() / MILLI, 6, "it was answered in the drain");
        assertEquals(1000, tally.valid(), "of the other user");
        assertEquals(1000, tally.cycles().orElseThrow().inWindow() - 1 / 6.0, 0.01, "and a sixth of this one's");
    }

    @Test
    void whatWasUnderWayNoLongerThanOthersIsNotOverdue() throws Exception {
        assertEquals(Optional.empty(), run(new FastClock(), user -> 300 * MILLI).overdue());
    }

    @Test
    void nobodyWaitsForAnAnswerAfterTheDeadline() throws Exception {
        FastClock clock = new FastClock();
        CountDownLatch closed = new CountDownLatch(1);
        Transaction hangs = new Transaction() {
            @Override
            public void run(Observation observation) {
                try {
                    closed.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                observation.exchange("", 0, clock.nanos(), true);
                observation.failed(Observation.Result.FAILED, "the connection was closed");
            }

            @Override
            public void close() {
                closed.countDown();
            }
        };
        Tally tally = new ClosedDriver(clock, List.of(hangs, clock.user(MILLI)))
                .run(WINDOW, (from, to, service, response) -> {});
        Overdue overdue = tally.overdue().orElseThrow();
        assertEquals(1, overdue.unanswered());
        assertTrue(overdue.serviceTime().getMaxValue() > 30 * SECOND, "a lower bound");
        assertEquals(0, tally.failed(), "that the kit hung up is no failure of the service");
        assertEquals(2001, tally.sent(), "its request was sent");
    }

    private static Tally run(FastClock clock, java.util.function.IntToLongFunction nanos) throws Exception {
        List<Transaction> users = List.of(clock.user(nanos.applyAsLong(0)), clock.user(nanos.applyAsLong(1)));
        return new ClosedDriver(clock, users).run(WINDOW, (from, to, service, response) -> {});
    }

    /** Each user's time passes as it works; that of who waits for them by a second at each look, once they should have ended. */
    private static final class FastClock implements Clock {
        private final Thread collecting = Thread.currentThread();
        private final ThreadLocal<Long> own = ThreadLocal.withInitial(() -> 0L);
        private final AtomicLong collected = new AtomicLong();

        Transaction user(long nanos) {
            return new Transaction() {
                @Override
                public void run(Observation observation) {
                    long from = nanos();
                    own.set(from + nanos);
                    observation.exchange("", from, nanos(), true);
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
            return Thread.currentThread() == collecting
                    ? collected.addAndGet(10 * MILLI)
                    : Thread.currentThread().getName().equals("user-1")
                                    && own.get() == 0
                                    && collected.get() > 31 * SECOND
                            ? collected.get()
                            : own.get();
        }

        @Override
        public void awaitNanos(long instant) {
            if (Thread.currentThread() == collecting) {
                collected.accumulateAndGet(instant, Math::max);
            } else {
                own.set(Math.max(own.get(), instant));
            }
        }
    }
}
