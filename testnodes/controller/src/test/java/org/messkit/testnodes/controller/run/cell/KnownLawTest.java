// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.messkit.loads.ClosedLoad;
import org.messkit.loads.Driver;
import org.messkit.loads.Load;
import org.messkit.loads.Tally;
import org.messkit.loads.Window;
import org.messkit.results.log.Cell;
import org.messkit.testnodes.wire.CellReport;
import org.messkit.usecases.Changes;

/** Windows of services whose law is known, driven by the kit's own load loop in a time of its own: what is printed covers the truth. */
@Timeout(120)
class KnownLawTest {
    private static final int WINDOWS = 60;
    private static final double COVERED = 0.93;

    /** What the windows of one service came to. */
    private record Seen(int printed, int covered) {}

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 2000", "4, 1985"})
    void everyTpsThatIsPrintedIsRight(int users, long millis) throws Exception {
        for (double each : new double[] {1, 2, 5, 100}) {
            Random random = new Random(users * 31L + millis + (long) each);
            DoubleSupplier nanos = () -> -Math.log(1 - random.nextDouble()) * millis * 1e6;
            Seen seen = seen(users, millis, each, nanos, random);
            String service = millis + " ms, " + users + " users, " + each + " transactions of each: " + seen;
            assertTrue(WINDOWS - seen.printed + seen.covered >= COVERED * WINDOWS, service);
            assertTrue(each < 5 || seen.printed >= 0.9 * WINDOWS, service);
        }
    }

    @Test
    void usersThatBeginTogetherHaveTheTpsOfTheirTime() throws Exception {
        // By whole rounds it would be 2.7 in one window and 5.3 in another.
        Cell.Figures figures = window(8, 6_000_000_000L, 1_000_000_000L, () -> 1985e6);
        assertEquals(8 / 1.985, figures.tps(), 1e-6);
        assertEquals(Optional.empty(), missing(8, figures));
        assertEquals(
                Optional.of(
                        "the window of 3.00 s is too short: it holds 1.5 transactions per user, and 2 are needed; one of 19.9 s"
                                + " would hold 10"),
                missing(8, window(8, 3_000_000_000L, 1_000_000_000L, () -> 1985e6)));
    }

    private static Seen seen(int users, long millis, double each, DoubleSupplier nanos, Random random)
            throws Exception {
        int printed = 0;
        int covered = 0;
        double truth = users * 1000.0 / millis;
        for (int i = 0; i < WINDOWS; i++) {
            long settle = (long) ((0.5 + random.nextDouble()) * millis * 1e6);
            Cell.Figures figures = window(users, (long) (each * millis * 1e6), settle, nanos);
            if (figures.throughput().isPresent() && missing(users, figures).isEmpty()) {
                printed++;
                Cell.Throughput tps = figures.throughput().get();
                covered += tps.tpsLow() <= truth && truth <= tps.tpsHigh() ? 1 : 0;
            }
        }
        return new Seen(printed, covered);
    }

    private static Optional<String> missing(int users, Cell.Figures figures) throws Exception {
        return UsersAtWork.missing(users, tally, figures);
    }

    private static Tally tally;

    private static Cell.Figures window(int users, long nanos, long settle, DoubleSupplier times) throws Exception {
        Window window = new Window(0, settle, settle + nanos);
        Load one = new ClosedLoad(1);
        tally = null;
        for (int user = 0; user < users; user++) {
            OwnTime time = new OwnTime(window.to());
            Driver driver = one.driver(time, List.of(time.user(times)), 0);
            driver.interval(nanos);
            Tally own = driver.run(window, (from, to, service, response) -> {});
            tally = tally == null ? own : tally.plus(own);
        }
        CellReport report = new CellReport(0, nanos / 1000, tally, Changes.NONE);
        return CellFigures.of(report, tally.sent(), Optional.empty(), new Cell.Cpu(1, 1, 1), Optional.empty());
    }
}
