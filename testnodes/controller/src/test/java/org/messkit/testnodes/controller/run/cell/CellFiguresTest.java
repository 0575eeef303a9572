// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.messkit.loads.Cycles;
import org.messkit.loads.Overdue;
import org.messkit.loads.Tally;
import org.messkit.results.log.Cell;
import org.messkit.testnodes.wire.CellReport;
import org.messkit.usecases.Changes;

class CellFiguresTest {
    private Optional<Overdue> overdue = Optional.empty();
    private static final long MILLI = 1_000_000L;

    @ParameterizedTest
    @CsvSource({"999, false, false", "1000, true, false", "9999, true, false", "10000, true, true"})
    void highPercentilesNeedEnoughTransactions(int transactions, boolean p99, boolean p999) throws IOException {
        Cell.Times times = figures(transactions, 0).serviceTime();
        assertEquals(p99, times.p99Millis().isPresent());
        assertEquals(p999, times.p999Millis().isPresent());
    }

    @Test
    void figuresAreOfTheWindowPerSecondAndPerTransaction() throws IOException {
        Cell.Figures figures = figures(1000, 10);
        assertEquals(Instant.ofEpochSecond(1_000_000), figures.start());
        assertEquals(2, figures.seconds());
        assertEquals(500, figures.tps());
        assertEquals(5000, figures.requestBytes(), 1e-9);
        assertEquals(300, figures.responseBytes(), 1e-9);
        assertEquals(250, figures.outsideClockMeanMicros(), 1e-9);
        assertEquals(1010 * 6000 / 2.0, figures.wireBytesPerSecond(), 1e-6);
        assertEquals(new Cell.Totals(2000, 3, 10, 1997), figures.total());
        assertTrue(figures.total().reconcile());
    }

    @Test
    void timesAreInMillisecondsAndInOrder() throws IOException {
        Cell.Times times = figures(10_000, 0).serviceTime();
        assertEquals(1, times.minMillis(), 0.01);
        assertEquals(100, times.maxMillis(), 0.1);
        assertEquals(50.5, times.meanMillis(), 0.1);
        assertEquals(50, times.p50Millis().orElseThrow(), 0.1);
        assertEquals(99, times.p99Millis().orElseThrow(), 0.1);
        assertEquals(100, times.p999Millis().orElseThrow(), 0.1);
    }

    @Test
    void aWindowInWhichNothingEndedHasNoMeans() throws IOException {
        Cell.Figures figures = figures(0, 0);
        assertEquals(0, figures.serviceTime().meanMillis());
        assertEquals(0, figures.requestBytes());
        assertEquals(0, figures.outsideClockMeanMicros());
        assertEquals(0, figures.tps());
    }

    @Test
    void stepsAndExchangesAreThereWhereATransactionHasSeveral() throws IOException {
        assertEquals(Optional.empty(), figures(1000, 0).exchanges());
        Cell.Figures two = figures(1000, 10, 2);
        assertEquals(2020, two.exchanges().orElseThrow().count());
        assertEquals(
                List.of("step-1", "step-2"),
                two.exchanges().orElseThrow().steps().stream()
                        .map(Cell.Step::name)
                        .toList());
        assertEquals(1000, two.exchanges().orElseThrow().steps().get(0).exchanges());
        assertEquals(Optional.of(1000L), two.total().transactions());
        assertEquals(2500, two.requestBytes(), 1e-9, "of an exchange");
        assertEquals(500, two.tps(), "of transactions");
    }

    @Test
    void whatWasOverdueIsInTheTimesAndMarked() throws IOException {
        Histogram waited = new Histogram(300_000_000_000L, 3);
        waited.recordValue(6000L * MILLI);
        overdue = Optional.of(new Overdue(waited, new Histogram(300_000_000_000L, 3), 0));
        Cell.Figures answered = figures(1000, 0);
        assertEquals(6000, answered.serviceTime().maxMillis(), 5);
        assertEquals(50.5, answered.serviceTime().meanMillis(), 0.1, "of those that ended");
        assertEquals(Optional.empty(), answered.serviceTime().atLeastFrom(), "it was answered in the drain");
        overdue = Optional.of(new Overdue(waited, new Histogram(300_000_000_000L, 3), 1));
        Cell.Figures not = figures(1000, 0);
        assertTrue(not.serviceTime().isAtLeast(100), "the maximum is a lower bound");
        assertTrue(not.serviceTime().isAtLeast(99.95));
        assertFalse(not.serviceTime().isAtLeast(99), "and the 99th percentile is known");
        assertEquals(1, not.overdue().orElseThrow().unanswered());
    }

    private Cell.Figures figures(int valid, int invalid) throws IOException {
        return figures(valid, invalid, 1);
    }

    private Cell.Figures figures(int valid, int invalid, int each) throws IOException {
        Histogram histogram = new Histogram(300_000_000_000L, 3);
        int all = valid + invalid;
        for (int i = 0; i < all; i++) {
            histogram.recordValue((1 + i % 100) * MILLI);
        }
        Map<String, Histogram> steps = new LinkedHashMap<>();
        for (int step = 1; each > 1 && step <= each; step++) {
            Histogram times = new Histogram(300_000_000_000L, 2);
            times.recordValueWithCount(MILLI, valid);
            steps.put("step-" + step, times);
        }
        Tally tally = new Tally(
                2000 / each,
                2000,
                3,
                invalid,
                valid,
                invalid,
                all * (long) each,
                0,
                all * 250_000L,
                0,
                all * 5000L,
                all * 300L,
                all * 6000L,
                0,
                histogram,
                Map.of(),
                steps,
                Optional.empty(),
                Optional.of(new Cycles(valid, all, all * 5e7, all * 3e15)),
                overdue,
                Map.of());
        CellReport report = new CellReport(1_000_000_000_000L, 1_000_002_000_000L, tally, Changes.NONE);
        return CellFigures.of(report, 1997, Optional.empty(), new Cell.Cpu(1, 1, 1), Optional.empty());
    }
}
