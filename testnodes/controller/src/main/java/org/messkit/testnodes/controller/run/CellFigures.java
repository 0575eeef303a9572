// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.messkit.results.log.Cell;
import org.messkit.testnodes.controller.process.NodeProcess.LostNodeException;
import org.messkit.testnodes.monitor.CoreSpeed;
import org.messkit.testnodes.monitor.CpuSampler;
import org.messkit.testnodes.wire.CellReport;

/** Turns what both sides counted into a cell's figures. */
final class CellFigures {
    private static final double MICROS = 1e6;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long P99_FROM = 1_000;
    private static final long P999_FROM = 10_000;

    private CellFigures() {}

    /**
     * The figures of a cell.
     *
     * @param serverCount requests that the service counted over the whole cell
     * @param coreSpeed of the service's cores
     * @param internals what the service waited for, if anyone looked
     */
    static Cell.Figures of(
            CellReport report,
            long serverCount,
            CpuSampler server,
            CpuSampler node,
            CoreSpeed coreSpeed,
            Optional<Cell.Internals> internals)
            throws IOException {
        double seconds = (report.toEpochMicros() - report.fromEpochMicros()) / MICROS;
        long ended = report.valid() + report.invalid();
        double each = ended == 0 ? 0 : 1.0 / ended;
        long from = report.fromEpochMicros();
        long to = report.toEpochMicros();
        return new Cell.Figures(
                Instant.EPOCH.plus(from, ChronoUnit.MICROS),
                seconds,
                report.valid(),
                report.invalid(),
                new Cell.Totals(report.sent(), report.unreached(), report.failed(), serverCount),
                times(decoded(report.histogram()), report.valid()),
                report.outsideNanos() / 1000.0 * each,
                report.requestBytes() * each,
                report.responseBytes() * each,
                report.arrivals().map(CellReport.Arrivals::servedWireBytes).orElse(report.wireBytes()) / seconds,
                new Cell.Cpu(
                        server.cores(from, to),
                        server.peakCores(from, to, Duration.ofSeconds(1)),
                        node.cores(from, to),
                        coreSpeed.work(from, to)),
                report.arrivals().isPresent()
                        ? Optional.of(arrivals(report.arrivals().get(), report.valid()))
                        : Optional.empty(),
                internals);
    }

    static List<Cell.Operation> operations(Map<String, Histogram> times) {
        return times.entrySet().stream()
                .map(e -> new Cell.Operation(
                        e.getKey(),
                        e.getValue().getTotalCount(),
                        times(e.getValue(), e.getValue().getTotalCount())))
                .toList();
    }

    private static Cell.Arrivals arrivals(CellReport.Arrivals a, long transactions) throws IOException {
        return new Cell.Arrivals(
                times(decoded(a.histogram()), transactions),
                a.due(),
                a.served(),
                a.late(),
                a.queued(),
                a.backlogPeak());
    }

    static Histogram decoded(byte[] bytes) throws IOException {
        try {
            return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0);
        } catch (DataFormatException | RuntimeException e) {
            throw new LostNodeException("a histogram from the TestNode cannot be read: " + e.getMessage(), e);
        }
    }

    private static Cell.Times times(Histogram h, long transactions) {
        if (h.getTotalCount() == 0) {
            return new Cell.Times(0, 0, 0, Optional.empty(), Optional.empty(), 0);
        }
        return new Cell.Times(
                h.getMinValue() / NANOS_PER_MILLI,
                h.getMean() / NANOS_PER_MILLI,
                h.getValueAtPercentile(50) / NANOS_PER_MILLI,
                percentile(h, 99, transactions, P99_FROM),
                percentile(h, 99.9, transactions, P999_FROM),
                h.getMaxValue() / NANOS_PER_MILLI);
    }

    private static Optional<Double> percentile(Histogram h, double percent, long transactions, long from) {
        return transactions < from ? Optional.empty() : Optional.of(h.getValueAtPercentile(percent) / NANOS_PER_MILLI);
    }
}
