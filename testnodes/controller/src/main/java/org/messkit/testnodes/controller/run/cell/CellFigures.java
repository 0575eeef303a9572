// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.cell;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import org.messkit.loads.Cycles;
import org.messkit.loads.Overdue;
import org.messkit.loads.Tally;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Rules;
import org.messkit.results.series.Interval;
import org.messkit.results.series.RenewalRate;
import org.messkit.testnodes.wire.CellReport;

/** Turns what both sides counted into a cell's figures. */
final class CellFigures {
    private static final double NANOS_PER_MILLI = 1e6;

    private CellFigures() {}

    /**
     * The figures of a cell.
     *
     * @param serverCount requests that the service counted over the whole cell
     * @param stored what a stateful service keeps
     * @param cpu of both sides over the window
     * @param internals what the service waited for, if anyone looked
     */
    static Cell.Figures of(
            CellReport report,
            long serverCount,
            Optional<Cell.Stored> stored,
            Cell.Cpu cpu,
            Optional<Cell.Internals> internals) {
        Tally tally = report.tally();
        double seconds = report.seconds();
        double eachTransaction = each(tally.valid() + tally.invalid());
        double eachExchange = each(tally.exchanges());
        return new Cell.Figures(
                Instant.EPOCH.plus(report.fromEpochMicros(), ChronoUnit.MICROS),
                seconds,
                tally.valid(),
                tally.invalid(),
                totals(tally, serverCount),
                times(tally.serviceTime(), tally.overdue(), Overdue::serviceTime, tally.valid()),
                tally.outsideNanos() / 1000.0 * eachTransaction,
                tally.requestBytes() * eachExchange,
                tally.responseBytes() * eachExchange,
                tally.arrivals().map(Tally.Arrivals::servedWireBytes).orElse(tally.wireBytes()) / seconds,
                cpu,
                tally.arrivals().map(arrivals -> arrivals(arrivals, tally)),
                internals,
                stored,
                operations(tally.operations()),
                exchanges(tally),
                tally.cycles()
                        .filter(cycles -> cycles.ended() > 0 && cycles.inWindow() > 0)
                        .map(cycles -> throughput(cycles, seconds)),
                tally.overdue().map(CellFigures::overdue),
                cutMillis(tally));
    }

    private static Cell.Throughput throughput(Cycles cycles, double seconds) {
        Interval tps = RenewalRate.of(cycles.inWindow(), cycles.ended(), cycles.squaredVariation(), seconds);
        return new Cell.Throughput(cycles.inWindow(), tps.low(), tps.high());
    }

    private static Cell.Overdue overdue(Overdue overdue) {
        return new Cell.Overdue(
                overdue.count(), overdue.unanswered(), overdue.serviceTime().getMaxValue() / NANOS_PER_MILLI);
    }

    /** What the cycle law must know beside the times. */
    private static double cutMillis(Tally tally) {
        return tally.arrivals().isPresent() ? Double.NaN : (tally.edgeNanos() - tally.invalidNanos()) / NANOS_PER_MILLI;
    }

    private static double each(long count) {
        return count == 0 ? 0 : 1.0 / count;
    }

    private static Cell.Totals totals(Tally tally, long serverCount) {
        Optional<Long> begun =
                tally.transactions() == tally.sent() ? Optional.empty() : Optional.of(tally.transactions());
        return new Cell.Totals(tally.sent(), tally.unreached(), tally.failed(), serverCount, begun);
    }

    /** Only where a transaction is more than one exchange. */
    private static Optional<Cell.Exchanges> exchanges(Tally tally) {
        if (tally.steps().isEmpty()) {
            return Optional.empty();
        }
        List<Cell.Step> steps = tally.steps().entrySet().stream()
                .map(e -> new Cell.Step(
                        e.getKey(),
                        e.getValue().getTotalCount(),
                        times(e.getValue(), e.getValue().getTotalCount())))
                .toList();
        return Optional.of(new Cell.Exchanges(tally.exchanges(), steps));
    }

    private static List<Cell.Operation> operations(Map<String, Histogram> times) {
        return times.entrySet().stream()
                .map(e -> new Cell.Operation(
                        e.getKey(),
                        e.getValue().getTotalCount(),
                        times(e.getValue(), e.getValue().getTotalCount())))
                .toList();
    }

    private static Cell.Arrivals arrivals(Tally.Arrivals a, Tally tally) {
        return new Cell.Arrivals(
                times(a.responseTime(), tally.overdue(), Overdue::responseTime, tally.valid()),
                a.due(),
                a.served(),
                a.late(),
                a.queued(),
                a.backlogPeak());
    }

    /**
     * Times of the window, with those that were overdue at its end where a percentile or the maximum needs them. The mean is of those that
     * ended: it is what the cycle law is about.
     */
    private static Cell.Times times(
            Histogram ended, Optional<Overdue> overdue, Function<Overdue, Histogram> of, long transactions) {
        Histogram all = ended.copy();
        overdue.map(of).ifPresent(all::add);
        Cell.Times times = times(all, transactions);
        long unanswered = overdue.map(Overdue::unanswered).orElse(0L);
        return new Cell.Times(
                times.minMillis(),
                ended.getTotalCount() == 0 ? 0 : ended.getMean() / NANOS_PER_MILLI,
                times.p50Millis(),
                times.p99Millis(),
                times.p999Millis(),
                times.maxMillis(),
                unanswered == 0
                        ? Optional.empty()
                        : Optional.of(100.0 * (all.getTotalCount() - unanswered) / all.getTotalCount()));
    }

    private static Cell.Times times(Histogram h, long transactions) {
        if (h.getTotalCount() == 0) {
            return new Cell.Times(0, 0, Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty());
        }
        return new Cell.Times(
                h.getMinValue() / NANOS_PER_MILLI,
                h.getMean() / NANOS_PER_MILLI,
                percentile(h, 50, transactions, Rules.P50_FROM.count()),
                percentile(h, 99, transactions, Rules.P99_FROM.count()),
                percentile(h, 99.9, transactions, Rules.P999_FROM.count()),
                h.getMaxValue() / NANOS_PER_MILLI,
                Optional.empty());
    }

    private static Optional<Double> percentile(Histogram h, double percent, long transactions, long from) {
        return transactions < from ? Optional.empty() : Optional.of(h.getValueAtPercentile(percent) / NANOS_PER_MILLI);
    }
}
