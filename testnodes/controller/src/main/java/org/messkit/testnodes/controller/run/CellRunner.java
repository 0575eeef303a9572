// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.RunWriter;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.process.NodeProcess;
import org.messkit.testnodes.controller.process.NodeProcess.LostNodeException;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.controller.scenario.Scenario;
import org.messkit.testnodes.monitor.CpuSampler;
import org.messkit.testnodes.wire.CellOrder;
import org.messkit.testnodes.wire.CellReport;
import org.messkit.testnodes.wire.Frame;
import org.messkit.usecases.Payload;

/** Runs the cells of one visit: one service process, one TestNode. */
final class CellRunner {
    private static final Duration LEAD = Duration.ofMillis(100);
    /** Beyond the longest time that an exchange may wait for its answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final int REST_LOOKS = 20;
    private static final long REST_MILLIS = 50;

    private final Plan plan;
    private final Plan.Visit visit;
    private final ServiceProcess service;
    private final NodeProcess node;
    private final RunWriter writer;
    private final Judge judge;
    private final Progress progress;
    private volatile boolean driving;

    CellRunner(
            Plan plan,
            Plan.Visit visit,
            ServiceProcess service,
            NodeProcess node,
            RunWriter writer,
            Judge judge,
            Progress progress) {
        this.plan = plan;
        this.visit = visit;
        this.service = service;
        this.node = node;
        this.writer = writer;
        this.judge = judge;
        this.progress = progress;
        // Without this, users of a dead service would go on until the window ends.
        service.onExit(this::abort);
    }

    /**
     * Full load over all payloads in turn, at the middle level; nothing is recorded.
     *
     * @return empty if all went well, else a cell that says what did not: the outcome and its reason
     */
    Optional<Cell> warmUp(Duration duration) {
        Scenario scenario = plan.scenario();
        int rounds = duration.toSeconds() >= 2L * scenario.payloads().size() ? 2 : 1;
        long slice = duration.toMillis() / (rounds * (long) scenario.payloads().size());
        int level = scenario.concurrency().get(scenario.concurrency().size() / 2);
        for (int round = 0; round < rounds && slice > 0; round++) {
            for (Payload payload : scenario.payloads()) {
                try {
                    node.prepare(order(0, payload, level, 0, slice));
                    drive(slice, second -> {});
                } catch (IOException e) {
                    return Optional.of(failed(new Plan.Step(0, payload, level), e));
                }
            }
        }
        return Optional.empty();
    }

    /** Measures one cell. A failure of either side is the cell's outcome. */
    Cell measure(Plan.Step step) throws IOException {
        Scenario.Timing timing = plan.scenario().timing();
        Cell.Payload payload = new Cell.Payload(
                step.payload().bytes(),
                step.payload().elements(),
                step.payload().depth());
        try (CpuSampler server = new CpuSampler(service.handle());
                CpuSampler consumer = new CpuSampler(node.handle())) {
            long before = service.requests();
            Map<String, String> ready = node.prepare(order(
                    step.id(),
                    step.payload(),
                    step.concurrency(),
                    timing.settle().toMillis(),
                    timing.window().toMillis()));
            payload = new Cell.Payload(
                    payload.bytes(), Integer.parseInt(ready.get("elements")), Integer.parseInt(ready.get("depth")));
            CellReport report = drive(timing.settle().plus(timing.window()).toMillis(), frame -> second(step, frame));
            if (!service.isAlive()) {
                return failed(step, payload, Outcome.SERVICE_FAILED, service.obituary());
            }
            long counted = atRest(before + report.sent() - report.unreached()) - before;
            Cell.Figures figures = CellFigures.of(report, counted, server, consumer);
            Judge.Verdict verdict = judge.judge(visit.service().useCase(), step.concurrency(), report, figures);
            return cell(step, payload, verdict.outcome(), verdict.reason(), Optional.of(figures));
        } catch (UncheckedIOException e) {
            // The run's own files: no cell's fault.
            node.kill();
            throw e.getCause();
        } catch (IOException e) {
            return failed(step, e);
        }
    }

    /** What an exchange with either side threw, as an outcome. */
    private Cell failed(Plan.Step step, IOException e) {
        if (!service.isAlive()) {
            return Cells.notRun(visit, step, Outcome.SERVICE_FAILED, service.obituary());
        }
        if (e instanceof LostNodeException || !node.isAlive()) {
            return Cells.notRun(visit, step, Outcome.LOST_NODE, e.getMessage());
        }
        return Cells.notRun(visit, step, Outcome.SERVICE_FAILED, e.getMessage());
    }

    /** A cell that never ran to its end. */
    Cell failed(Plan.Step step, Cell.Payload payload, Outcome outcome, String reason) {
        return cell(step, payload, outcome, reason, Optional.empty());
    }

    private CellReport drive(long millis, NodeProcess.Intervals intervals) throws IOException {
        driving = true;
        try {
            return node.drive(
                    startEpochMicros(), intervals, Duration.ofMillis(millis).plus(PATIENCE));
        } finally {
            driving = false;
        }
    }

    private void abort() {
        if (!driving) {
            // The service ended after its cells, as it should; the node may be at another service by now.
            return;
        }
        try {
            node.abort();
        } catch (IOException e) {
            // A node that is gone too has nothing to abort.
        }
    }

    private void second(Plan.Step step, Frame frame) throws IOException {
        Histogram histogram = CellFigures.decoded(frame.blob());
        histogram.setStartTimeStamp(frame.number("from-ms"));
        histogram.setEndTimeStamp(frame.number("to-ms"));
        try {
            writer.histogram(String.format(java.util.Locale.ROOT, "%04d.node1.service", step.id()), histogram);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.second(histogram.getTotalCount());
    }

    /** The service's count once it stands still; it is awaited for a second where it is below what was sent. */
    private long atRest(long expected) throws IOException {
        long count = service.requests();
        for (int look = 0; look < REST_LOOKS && count < expected; look++) {
            try {
                Thread.sleep(REST_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return count;
            }
            count = service.requests();
        }
        return count;
    }

    private CellOrder order(int cell, Payload payload, int concurrency, long settleMillis, long windowMillis) {
        ServiceName name = visit.service();
        return new CellOrder(
                cell,
                name.useCase(),
                name.binding(),
                service.url(name),
                payload.bytes(),
                payload.elements(),
                payload.depth(),
                payload.share(),
                payload.invalid(),
                concurrency,
                settleMillis,
                windowMillis,
                plan.seed());
    }

    private Cell cell(
            Plan.Step step, Cell.Payload payload, Outcome outcome, String reason, Optional<Cell.Figures> figures) {
        return new Cell(
                step.id(),
                Cells.service(visit.service()),
                payload,
                new Cell.Load("closed", step.concurrency()),
                visit.fork(),
                outcome,
                reason,
                figures);
    }

    private static long startEpochMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now().plus(LEAD));
    }
}
