// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.RunWriter;
import org.messkit.testnodes.controller.process.Cores;
import org.messkit.testnodes.controller.process.NodeProcess;
import org.messkit.testnodes.controller.process.NodeProcess.LostNodeException;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.controller.process.StoreState;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.controller.scenario.Scenario;
import org.messkit.testnodes.monitor.CpuSampler;
import org.messkit.testnodes.wire.CellOrder;
import org.messkit.testnodes.wire.CellReport;
import org.messkit.testnodes.wire.Frame;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCases;

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
    private final Orders orders;
    private final Progress progress;
    private final List<Integer> nodeCores;
    private final Monitors monitors;
    private final Optional<Keeping> keeping;
    private Optional<Judge.Verdict> unsettled = Optional.empty();
    private volatile boolean driving;

    CellRunner(
            Plan plan,
            Plan.Visit visit,
            ServiceProcess service,
            NodeProcess node,
            RunWriter writer,
            Judge judge,
            List<Integer> nodeCores,
            Monitors monitors,
            Progress progress) {
        this.plan = plan;
        this.visit = visit;
        this.service = service;
        this.node = node;
        this.writer = writer;
        this.judge = judge;
        this.orders = new Orders(plan, visit, service);
        this.nodeCores = nodeCores;
        this.monitors = monitors;
        this.progress = progress;
        this.keeping = isStateful() ? Optional.of(new Keeping(service)) : Optional.empty();
        // Without this, users of a dead service would go on until the window ends.
        service.onExit(this::abort);
    }

    /**
     * Has a stateful service store what must be there beforehand.
     *
     * @return how its store is set up; empty for a stateless service
     * @throws IOException if it does not
     */
    Map<String, String> load() throws IOException {
        if (keeping.isEmpty()) {
            return Map.of();
        }
        List<CellOrder> bases =
                plan.scenario().payloads().stream().map(orders::base).toList();
        keeping.get().load(node, bases);
        return keeping.get().base().settings();
    }

    private boolean isStateful() {
        return UseCases.named(visit.service().useCase()).isStateful();
    }

    /**
     * Makes the service fit to be measured: a warm-up on all cores, where the scenario asks for it until its compilers rest, and then on its
     * own cores until it has settled. If it has not by the cap, its cells are measured all the same, and are not steady.
     *
     * @param cores that it is measured on; empty where it is not pinned
     * @param waiting is run when the wait for the steady state begins
     * @return empty if all went well, else what did not
     * @throws IOException if it cannot be pinned
     */
    Optional<Judge.Verdict> prepare(List<Integer> cores, Runnable waiting) throws IOException {
        Optional<Settling> settling = Optional.empty();
        try {
            warmUp(plan.scenario().timing().warmup());
            settling = plan.steady(visit).map(steady -> {
                waiting.run();
                return new Settling(plan.scenario().payloads(), steady, service, monitors.coreSpeed(), this::slice);
            });
            if (settling.isPresent()) {
                settling.get().compile();
            }
        } catch (IOException e) {
            return Optional.of(failure(e));
        }
        if (!cores.isEmpty() && service.isAlive()) {
            // Not before: on one core the compiler and the requests that it compiles for take the core from each other.
            Cores.pinTree(service.handle(), cores);
        }
        try {
            if (settling.isPresent()) {
                unsettled = settling.get().settle().map(why -> new Judge.Verdict(Outcome.NOT_STEADY, why));
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(failure(e));
        }
    }

    /** Full load over all payloads in turn, at the middle level; nothing is recorded. */
    private void warmUp(Duration duration) throws IOException {
        Scenario scenario = plan.scenario();
        int rounds = duration.toSeconds() >= 2L * scenario.payloads().size() ? 2 : 1;
        long slice = duration.toMillis() / (rounds * (long) scenario.payloads().size());
        for (int round = 0; round < rounds && slice > 0; round++) {
            for (Payload payload : scenario.payloads()) {
                node.prepare(orders.warmUp(payload, slice));
                drive(slice, second -> {});
            }
        }
    }

    private void slice(Payload payload, NodeProcess.Intervals intervals) throws IOException {
        node.prepare(orders.slice(payload));
        CellReport report = drive(Orders.SLICE_SETTLE_MILLIS + Orders.SLICE_MILLIS, frame -> {
            if (isServiceTime(frame)) {
                intervals.second(frame);
            }
        });
        progress.passed(Duration.ofMillis(Orders.SLICE_MILLIS), report.valid() * 1000.0 / Orders.SLICE_MILLIS);
    }

    /** Measures one cell, in company. A failure of either side is the cell's outcome. */
    Cell measure(Plan.Step step, Cell.Load load, Companion companion) throws IOException {
        companion.before(visit, step, service.handle());
        return companion.after(visit, step, service.handle(), measure(step, load));
    }

    private Cell measure(Plan.Step step, Cell.Load load) throws IOException {
        Scenario.Timing timing = plan.scenario().timing();
        Duration settle = plan.ramp(step).plus(timing.settle());
        Duration window = plan.window(step);
        Cell.Payload payload = new Cell.Payload(
                step.payload().bytes(),
                step.payload().elements(),
                step.payload().depth(),
                step.payload().answer().label());
        try (CpuSampler server = isStateful() ? CpuSampler.ofTree(service.handle()) : new CpuSampler(service.handle());
                CpuSampler consumer = new CpuSampler(node.handle());
                CpuSampler cores = CpuSampler.ofCores(nodeCores);
                CellMonitor monitor = new CellMonitor(monitors, service)) {
            Optional<StoreState> kept =
                    keeping.isPresent() ? Optional.of(keeping.get().restored()) : Optional.empty();
            long before = service.requests();
            Map<String, String> ready = node.prepare(orders.cell(step, load, settle, window));
            payload = new Cell.Payload(
                    payload.bytes(),
                    Integer.parseInt(ready.get("elements")),
                    Integer.parseInt(ready.get("depth")),
                    payload.answer());
            List<WarmUpSeries.Interval> intervals = new ArrayList<>();
            Map<String, Histogram> operations = new TreeMap<>();
            CellReport report = drive(settle.plus(window).toMillis(), frame -> {
                Histogram histogram = record(step, frame);
                if (isServiceTime(frame)) {
                    monitor.hear(frame);
                }
                if (frame.field("time").startsWith(CellReport.OPERATION)) {
                    operations.put(frame.field("time").substring(CellReport.OPERATION.length()), histogram);
                }
                if (timing.steady().isPresent() && isServiceTime(frame)) {
                    intervals.add(WarmUpSeries.Interval.of(histogram));
                }
            });
            if (!service.isAlive()) {
                return cell(step, load, payload, Outcome.SERVICE_FAILED, service.obituary(), Optional.empty());
            }
            long counted = atRest(before + report.sent() - report.unreached()) - before;
            Cell.Figures figures = CellFigures.of(
                            report,
                            counted,
                            server,
                            consumer,
                            monitors.coreSpeed(),
                            monitor.internals(report.fromEpochMicros(), report.toEpochMicros()))
                    .with(CellFigures.operations(operations));
            if (kept.isPresent()) {
                figures = figures.with(keeping.get().after(kept.get(), report.changes()));
            }
            write(step, monitor.rows(server, consumer));
            double coresBusy = cores.cores(report.fromEpochMicros(), report.toEpochMicros());
            Judge.Verdict verdict = judge.judge(Cells.service(visit).isCeiling(), load, report, figures, coresBusy);
            if (timing.steady().isPresent() && verdict.outcome() == Outcome.MEASURED) {
                verdict = steady(intervals, report);
            }
            if (figures.stored().isPresent()) {
                verdict = Keeping.judged(verdict, figures.stored().get(), report);
            }
            // A load that ended before its window did has no figures of it.
            boolean cut =
                    report.arrivals().filter(CellReport.Arrivals::overloaded).isPresent();
            return cell(
                    step,
                    load,
                    payload,
                    verdict.outcome(),
                    verdict.reason(),
                    cut ? Optional.empty() : Optional.of(figures));
        } catch (UncheckedIOException e) {
            // The run's own files: no cell's fault.
            node.kill();
            throw e.getCause();
        } catch (IOException e) {
            Judge.Verdict why = failure(e);
            return Cells.notRun(visit, step, load, why.outcome(), why.reason());
        }
    }

    private Judge.Verdict steady(List<WarmUpSeries.Interval> intervals, CellReport report) {
        long from = report.fromEpochMicros();
        long to = report.toEpochMicros();
        Judge.Verdict verdict = Judge.steady(unsettled, intervals, to - from);
        return verdict.outcome() == Outcome.DRIFTING
                ? new Judge.Verdict(
                        verdict.outcome(),
                        verdict.reason()
                                + Pace.of(monitors.coreSpeed().between(from, to))
                                        .remark())
                : verdict;
    }

    /** What an exchange with either side threw, as an outcome. */
    private Judge.Verdict failure(IOException e) {
        if (!service.isAlive()) {
            return new Judge.Verdict(Outcome.SERVICE_FAILED, service.obituary());
        }
        boolean lost = e instanceof LostNodeException || !node.isAlive();
        return new Judge.Verdict(lost ? Outcome.LOST_NODE : Outcome.SERVICE_FAILED, e.getMessage());
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

    private void write(Plan.Step step, List<List<String>> rows) {
        try {
            writer.monitor(step.id(), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what one interval brought to the run, and returns it. */
    private Histogram record(Plan.Step step, Frame frame) throws IOException {
        Histogram histogram = CellFigures.decoded(frame.blob());
        histogram.setStartTimeStamp(frame.number("from-ms"));
        histogram.setEndTimeStamp(frame.number("to-ms"));
        try {
            writer.histogram(step.id(), "node1." + frame.field("time"), histogram);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (isServiceTime(frame)) {
            long millis = frame.number("to-ms") - frame.number("from-ms");
            progress.passed(Duration.ofMillis(millis), histogram.getTotalCount() * 1000.0 / Math.max(1, millis));
        }
        return histogram;
    }

    private static boolean isServiceTime(Frame frame) throws IOException {
        return frame.field("time").equals("service");
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

    private Cell cell(
            Plan.Step step,
            Cell.Load load,
            Cell.Payload payload,
            Outcome outcome,
            String reason,
            Optional<Cell.Figures> figures) {
        return new Cell(step.id(), Cells.service(visit), payload, load, visit.fork(), outcome, reason, figures);
    }

    private static long startEpochMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now().plus(LEAD));
    }
}
