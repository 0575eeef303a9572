// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.cell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.messkit.results.log.RunWriter;
import org.messkit.testnodes.controller.run.Progress;
import org.messkit.testnodes.controller.run.steady.WarmUpSeries;
import org.messkit.testnodes.fleet.Intervals;
import org.messkit.testnodes.wire.CellReport;
import org.messkit.testnodes.wire.Interval;

/**
 * Writes to the run what the TestNodes see of one cell, interval by interval. A failure to write is an {@link UncheckedIOException}:
 * it is the run's, and no cell's fault.
 */
final class CellRecorder implements Intervals {
    private static final String NODE = "node";
    private static final String SERVICE = ".service";

    private final int cell;
    private final RunWriter writer;
    private final CellMonitor monitor;
    private final Progress progress;
    private final List<WarmUpSeries.Interval> series = new ArrayList<>();

    CellRecorder(int cell, RunWriter writer, CellMonitor monitor, Progress progress) {
        this.cell = cell;
        this.writer = writer;
        this.monitor = monitor;
        this.progress = progress;
    }

    @Override
    public void ofNode(int node, Interval interval) {
        write(NODE + node + SERVICE, interval.serviceTime(), interval.fromMillis(), interval.toMillis());
        interval.responseTime()
                .ifPresent(
                        times -> write(NODE + node + ".response", times, interval.fromMillis(), interval.toMillis()));
    }

    @Override
    public void interval(Interval interval) {
        long millis = interval.toMillis() - interval.fromMillis();
        long ended = interval.serviceTime().getTotalCount();
        progress.passed(Duration.ofMillis(millis), ended * 1000.0 / Math.max(1, millis));
        monitor.hear(interval);
        series.add(WarmUpSeries.Interval.of(interval.serviceTime()));
    }

    /** What the cell had only at its end: times by operation and by step. They are of all TestNodes. */
    void end(CellReport report) {
        long from = report.fromEpochMicros() / 1000;
        long to = report.toEpochMicros() / 1000;
        for (Map.Entry<String, Histogram> operation :
                report.tally().operations().entrySet()) {
            write(NODE + 1 + SERVICE + "." + operation.getKey(), operation.getValue(), from, to);
        }
        for (Map.Entry<String, Histogram> step : report.tally().steps().entrySet()) {
            write(NODE + 1 + ".step." + step.getKey(), step.getValue(), from, to);
        }
    }

    /** The intervals of the window, in their order. */
    List<WarmUpSeries.Interval> series() {
        return List.copyOf(series);
    }

    /** What both sides did, second by second. */
    void monitored(List<List<String>> rows) {
        try {
            writer.monitor(cell, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String of, Histogram times, long fromMillis, long toMillis) {
        times.setStartTimeStamp(fromMillis);
        times.setEndTimeStamp(toMillis);
        try {
            writer.histogram(cell, of, times);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
