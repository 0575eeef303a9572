// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.cell;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.messkit.loads.Tally;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Rules;
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
                times(tally.serviceTime(), tally.valid()),
                tally.outsideNanos() / 1000.0 * eachTransaction,
                tally.requestBytes() * eachExchange,
                tally.responseBytes() * eachExchange,
                tally.arrivals().map(Tally.Arrivals::servedWireBytes).orElse(tally.wireBytes()) / seconds,
                cpu,
                tally.arrivals().map(arrivals -> arrivals(arrivals, tally.valid())),
                internals,
                stored,
                operations(tally.operations()),
                exchanges(tally),
                cutMillis(tally));
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

    private static Cell.Arrivals arrivals(Tally.Arrivals a, long transactions) {
        return new Cell.Arrivals(
                times(a.responseTime(), transactions), a.due(), a.served(), a.late(), a.queued(), a.backlogPeak());
    }

    private static Cell.Times times(Histogram h, long transactions) {
        if (h.getTotalCount() == 0) {
            return new Cell.Times(0, 0, 0, Optional.empty(), Optional.empty(), 0);
        }
        return new Cell.Times(
                h.getMinValue() / NANOS_PER_MILLI,
                h.getMean() / NANOS_PER_MILLI,
                h.getValueAtPercentile(50) / NANOS_PER_MILLI,
                percentile(h, 99, transactions, Rules.P99_FROM.count()),
                percentile(h, 99.9, transactions, Rules.P999_FROM.count()),
                h.getMaxValue() / NANOS_PER_MILLI);
    }

    private static Optional<Double> percentile(Histogram h, double percent, long transactions, long from) {
        return transactions < from ? Optional.empty() : Optional.of(h.getValueAtPercentile(percent) / NANOS_PER_MILLI);
    }
}
