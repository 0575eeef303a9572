// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.messkit.loads.FakeTransaction.Course;

@Timeout(60)
class OpenLoadTest {
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1000 * MILLI;
    private static final Window WINDOW = new Window(10 * SECOND, 11 * SECOND, 14 * SECOND);

    private final List<Histogram> responses = new ArrayList<>();

    @Test
    void aServiceThatKeepsUpAnswersInItsServiceTime() throws Exception {
        Tally tally = run(10, run -> Course.valid(8 * MILLI, MILLI));
        Tally.Arrivals arrivals = tally.arrivals().orElseThrow();
        assertEquals(300, tally.valid(), "what should begin in the window");
        assertEquals(300, arrivals.due());
        assertEquals(300, arrivals.starts());
        assertEquals(300, arrivals.served());
        assertEquals(399, tally.sent(), "the arrival at the very end is the next window's");
        assertEquals(0, arrivals.late() + arrivals.queued() + tally.failed());
        assertEquals(tally.serviceTime(), arrivals.responseTime());
        assertFalse(arrivals.overloaded());
    }

    @Test
    void aStallCountsForEveryArrivalThatHadToWait() throws Exception {
        // The 200th run begins at 12 s and stalls for one second; service takes 2 ms, arrivals come every 10 ms.
        Tally tally = run(10, run -> Course.valid(run == 199 ? SECOND : 2 * MILLI, 0));
        Histogram expected = UserRecord.histogram();
        long free = 0;
        for (int i = 1; i < 400; i++) {
            long intended = WINDOW.start() + i * 10 * MILLI;
            free = Math.max(free, intended) + (i == 200 ? SECOND : 2 * MILLI);
            if (intended >= WINDOW.from()) {
                expected.recordValue(free - intended);
            }
        }
        Tally.Arrivals arrivals = tally.arrivals().orElseThrow();
        assertEquals(expected, arrivals.responseTime());
        assertEquals(300, tally.valid());
        assertTrue(arrivals.queued() > 90, "the arrivals of the stall found nobody free: " + arrivals.queued());
        assertEquals(0, arrivals.late(), "which is not the TestNode's fault");
        // What a closed loop would have seen of it: one long transaction.
        assertTrue(tally.serviceTime().getValueAtPercentile(99) < 3 * MILLI);
        assertTrue(arrivals.responseTime().getValueAtPercentile(99) > 900 * MILLI);
    }

    @Test
    void whatIsServedInTheWindowIsNotWhatWasDueInIt() throws Exception {
        // Half of what comes: 10 ms apart, 20 ms each.
        Tally tally = run(10, run -> Course.valid(20 * MILLI, 0));
        Tally.Arrivals arrivals = tally.arrivals().orElseThrow();
        assertEquals(300, arrivals.due());
        assertEquals(300, arrivals.starts(), "also those that began after the window");
        assertEquals(150, arrivals.served(), "50/s over three seconds");
        assertEquals(150 * FakeTransaction.WIRE_BYTES, arrivals.servedWireBytes());
    }

    @Test
    void whatTheTestNodeDelaysIsLateAndSoIsWhatWaitsBehindIt() throws Exception {
        // The 200th answer takes half a second to be checked: by then 50 arrivals are due.
        Tally tally = run(10, run -> Course.valid(2 * MILLI, run == 199 ? SECOND / 2 : 0));
        Tally.Arrivals arrivals = tally.arrivals().orElseThrow();
        assertTrue(arrivals.late() > 50, "late: " + arrivals.late());
        assertEquals(0, arrivals.queued());
    }

    @Test
    void aResponseTooLongForTheHistogramIsCountedNotClamped() throws Exception {
        // Due at 100 s and 200 s, each served in 290 s: the second answer comes 480 s after it was due.
        Window long1 = new Window(0, 0, 400 * SECOND);
        Tally tally = run(100_000, long1, run -> Course.valid(290 * SECOND, 0));
        Tally.Arrivals arrivals = tally.arrivals().orElseThrow();
        assertEquals(2, tally.serviceTime().getTotalCount());
        assertEquals(1, tally.outOfRange());
        assertEquals(1, arrivals.responseTime().getTotalCount());
        assertTrue(arrivals.responseTime().getMaxValue() < 291 * SECOND);
    }

    @Test
    void aDrainWithoutEndIsAnOverload() throws Exception {
        Tally tally = run(10, run -> Course.valid(SECOND, 0));
        Tally.Arrivals arrivals = tally.arrivals().orElseThrow();
        assertTrue(arrivals.overloaded());
        assertTrue(arrivals.starts() < arrivals.due(), "what was never begun is missed");
    }

    @Test
    void theSecondsAddUpToTheWhole() throws Exception {
        Tally tally = run(10, run -> Course.valid((1 + run % 30) * MILLI / 4, 0));
        assertEquals(3, responses.size());
        Histogram sum = UserRecord.histogram();
        responses.forEach(sum::add);
        assertEquals(tally.arrivals().orElseThrow().responseTime(), sum);
        assertEquals(tally.valid(), sum.getTotalCount());
    }

    @Test
    void aBacklogBeyondItsBoundEndsTheLoad() throws Exception {
        Transaction slow = new Transaction() {
            @Override
            public void run(Observation observation) {
                long from = System.nanoTime();
                Clock.SYSTEM.awaitNanos(from + 20 * MILLI);
                observation.exchange("", from, System.nanoTime(), true);
                observation.valid();
            }

            @Override
            public void close() {
                // Holds nothing.
            }
        };
        long start = System.nanoTime();
        Window window = new Window(start, start, start + TimeUnit.SECONDS.toNanos(20));
        // Two users serve 100/s at most; 1000/s come.
        OpenDriver load = new OpenDriver(Clock.SYSTEM, List.of(slow, slow), () -> Schedule.uniform(1000, 0), 100);
        Tally tally = load.run(window, (from, to, service, response) -> {});
        Tally.Arrivals arrivals = tally.arrivals().orElseThrow();
        assertTrue(arrivals.overloaded());
        assertTrue(arrivals.backlogPeak() > 100);
        assertTrue(tally.sent() < 20_000, "it ended before its time: " + tally.sent());
        assertEquals(tally.sent(), tally.valid());
    }

    private Tally run(long gapMillis, IntFunction<Course> courses) throws InterruptedException {
        return run(gapMillis, WINDOW, courses);
    }

    private Tally run(long gapMillis, Window window, IntFunction<Course> courses) throws InterruptedException {
        ManualClock clock = new ManualClock(1);
        List<FakeTransaction> users = IntStream.range(0, 1)
                .mapToObj(user -> new FakeTransaction(clock, courses))
                .toList();
        OpenDriver load = new OpenDriver(clock, users, () -> Schedule.uniform(1000.0 / gapMillis, 0), Long.MAX_VALUE);
        return load.run(window, (from, to, service, response) -> responses.add(response.copy()));
    }
}
