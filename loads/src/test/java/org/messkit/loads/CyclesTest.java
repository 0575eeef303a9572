// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.messkit.results.series.Interval;
import org.messkit.results.series.RenewalRate;

/** Windows of services whose law is known: the interval of what is printed covers the truth. */
@Timeout(120)
class CyclesTest {
    private static final int WINDOWS = 200;
    private static final double COVERED = 0.93;
    /** Transactions of a user below which no TPS is printed. */
    private static final double LEAST = 2;

    private record Seen(int printed, int covered) {}

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1, 100",
        "1, 2000",
        "2, 1",
        "2, 1985",
        "2, 2015",
        "8, 1",
        "8, 40",
        "8, 1985",
        "8, 2000",
        "64, 5",
        "64, 2000"
    })
    void everyTpsThatIsPrintedIsRight(int users, long millis) {
        for (double each : new double[] {1, 1.5, 2, 2.5, 3, 5, 10, 30, 100, 1000}) {
            for (boolean exponential : new boolean[] {false, true}) {
                Random random = new Random(users * 31L + millis + (long) (each * 7));
                DoubleSupplier nanos =
                        exponential ? () -> -Math.log(1 - random.nextDouble()) * millis * 1e6 : () -> millis * 1e6;
                Seen seen = seen(users, millis, each, nanos, random);
                String service = (exponential ? "exponential" : "equal") + " times of " + millis + " ms, " + users
                        + " users, " + each + " transactions of each: " + seen;
                // A window without a number says nothing wrong.
                assertTrue(WINDOWS - seen.printed + seen.covered >= COVERED * WINDOWS, service);
                assertTrue(each < 3 || seen.printed >= 0.6 * WINDOWS, service);
                assertTrue(each < 5 || seen.printed >= 0.9 * WINDOWS, service);
            }
        }
    }

    @Test
    void equalTimesHaveNoEdges() {
        // By whole rounds it would be 2.7 in one window and 5.3 in another.
        Window window = new Window(0, 1_000_000_000L, 4_000_000_000L);
        Cycles eight = cycles(8, window, () -> 1985e6);
        assertEquals(8 / 1.985, eight.inWindow() / window.seconds(), 1e-9);
        assertEquals(0, eight.squaredVariation(), 1e-9);
    }

    private static Seen seen(int users, long millis, double each, DoubleSupplier nanos, Random random) {
        int printed = 0;
        int covered = 0;
        for (int i = 0; i < WINDOWS; i++) {
            long settle = (long) ((0.5 + random.nextDouble()) * millis * 1e6);
            Window window = new Window(0, settle, settle + (long) (each * millis * 1e6));
            Cycles cycles = cycles(users, window, nanos);
            if (cycles.inWindow() >= LEAST * users && cycles.ended() > 0) {
                Interval tps =
                        RenewalRate.of(cycles.inWindow(), cycles.ended(), cycles.squaredVariation(), window.seconds());
                printed++;
                covered += tps.contains(users * 1000.0 / millis) ? 1 : 0;
            }
        }
        return new Seen(printed, covered);
    }

    /** Users that begin together. */
    private static Cycles cycles(int users, Window window, DoubleSupplier nanos) {
        return IntStream.range(0, users)
                .mapToObj(user -> {
                    CycleSums sums = new CycleSums();
                    long start = window.start();
                    while (start < window.to()) {
                        long end = start + Math.max(1, (long) nanos.getAsDouble());
                        sums.add(start, end, true, window.measures(end), window);
                        start = end;
                    }
                    return sums.sums();
                })
                .reduce(Cycles.NONE, Cycles::plus);
    }
}
