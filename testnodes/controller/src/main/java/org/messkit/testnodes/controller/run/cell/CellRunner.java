// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.cell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.messkit.loads.Load;
import org.messkit.loads.Tally;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.RunWriter;
import org.messkit.testnodes.controller.run.Companion;
import org.messkit.testnodes.controller.run.Progress;
import org.messkit.testnodes.controller.run.steady.CoreSpeedSteps;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.fleet.Fleet;
import org.messkit.testnodes.fleet.LostNodeException;
import org.messkit.testnodes.wire.CellOrder;
import org.messkit.testnodes.wire.CellReport;
import org.messkit.testnodes.wire.Frame;
import org.messkit.usecases.UseCases;

/** Measures the cells of one visit: prepare, drive, reconcile, judge. A failure of either side is the cell's outcome. */
public final class CellRunner {
    private final Plan plan;
    private final Plan.Visit visit;
    private final ServiceDrive drive;
    private final CellOrders orders;
    private final CellFactory cells;
    private final Judge judge;
    private final RunWriter writer;
    private final int serviceCores;
    private final List<Integer> nodeCores;
    private final Monitors monitors;
    private final Progress progress;
    private final Optional<StoreReconciliation> store;

    /**
     * Makes one for a service process.
     *
     * @param serviceCores cores of the service
     * @param nodeCores cores of the TestNodes
     */
    public CellRunner(
            Plan plan,
            Plan.Visit visit,
            ServiceDrive drive,
            RunWriter writer,
            int serviceCores,
            List<Integer> nodeCores,
            Monitors monitors,
            Progress progress) {
        this.plan = plan;
        this.visit = visit;
        this.drive = drive;
        this.orders = new CellOrders(plan, visit, drive.service());
        this.cells = new CellFactory(plan, visit);
        this.judge = new Judge(plan.scenario().limits(), nodeCores.size());
        this.writer = writer;
        this.serviceCores = serviceCores;
        this.nodeCores = nodeCores;
        this.monitors = monitors;
        this.progress = progress;
        boolean stateful = UseCases.named(visit.service().useCase()).isStateful();
        this.store = stateful ? Optional.of(new StoreReconciliation(drive.service())) : Optional.empty();
    }

    /** What a stateful service keeps over the visit; empty of a stateless one. */
    public Optional<StoreReconciliation> store() {
        return store;
    }

    /** What TestNodes are told. */
    public CellOrders orders() {
        return orders;
    }

    /**
     * Measures one cell, in company.
     *
     * @param load of the step as it is driven
     * @param unsettled what to say of a service that had not settled before its cells; empty if it had, or nobody waited
     * @throws IOException if the run cannot be written
     */
    public Cell measure(Plan.Step step, Load load, Optional<Verdict> unsettled, Companion companion)
            throws IOException {
        companion.before(visit, step, drive.service().handle());
        Cell cell;
        try {
            cell = measure(step, load, unsettled);
        } catch (UncheckedIOException e) {
            // The run's own files: no cell's fault.
            drive.fleet().kill();
            throw e.getCause();
        } catch (IOException e) {
            cell = cells.without(step, load, failure(e));
        }
        return companion.after(visit, step, drive.service().handle(), cell);
    }

    private Cell measure(Plan.Step step, Load load, Optional<Verdict> unsettled) throws IOException {
        CellOrder order = orders.cell(step, load);
        try (CellWatch watch =
                new CellWatch(drive.service(), serviceCores, store.isPresent(), drive.fleet(), nodeCores, monitors)) {
            CellRecorder recorder = new CellRecorder(step.id(), writer, watch.monitor(), progress);
            CellReconciliation reconciliation = CellReconciliation.begin(drive.service(), store);
            Fleet.ReadyCell ready = drive.fleet().prepare(order);
            CellReport report = drive.drive(ready, order.timing().whole(), recorder);
            recorder.end(report);
            Cell cell = generated(step, load, ready.generated());
            if (!drive.service().isAlive()) {
                return cell.withOutcome(Outcome.SERVICE_FAILED, drive.service().obituary());
            }
            Cell.Figures figures = CellFigures.of(
                    report,
                    reconciliation.counted(report),
                    reconciliation.stored(report),
                    watch.cpu(report),
                    watch.internals(report));
            recorder.monitored(watch.rows());
            Verdict verdict = judge.judge(cell, report, figures, watch.coresBusy(report), watch.stood(report));
            verdict = steady(verdict, unsettled, recorder, report);
            verdict = figures.stored().isPresent()
                    ? StoreReconciliation.judged(verdict, figures.stored().get(), report)
                    : verdict;
            Cell judged = cell.withOutcome(verdict.outcome(), verdict.reason());
            // A load that ended before its window did has no figures of it.
            boolean cut =
                    report.tally().arrivals().filter(Tally.Arrivals::overloaded).isPresent();
            return cut ? judged : judged.withFigures(figures);
        }
    }

    /** The cell with what the TestNode made for it. */
    private Cell generated(Plan.Step step, Load load, Frame.Ready ready) {
        Cell planned = cells.without(step, load, Verdict.MEASURED);
        return planned.withPayload(planned.payload().shaped(ready.elements(), ready.depth()));
    }

    private Verdict steady(Verdict verdict, Optional<Verdict> unsettled, CellRecorder recorder, CellReport report) {
        if (plan.scenario().timing().steady().isEmpty() || !verdict.isMeasured()) {
            return verdict;
        }
        long from = report.fromEpochMicros();
        long to = report.toEpochMicros();
        Verdict steady = WindowDrift.judge(unsettled, recorder.series(), to - from);
        return steady.outcome() == Outcome.DRIFTING
                ? new Verdict(
                        steady.outcome(),
                        steady.reason()
                                + CoreSpeedSteps.of(monitors.coreSpeed().between(from, to))
                                        .remark())
                : steady;
    }

    /** What an exchange with either side threw, as an outcome. */
    public Verdict failure(IOException e) {
        if (!drive.service().isAlive()) {
            return new Verdict(Outcome.SERVICE_FAILED, drive.service().obituary());
        }
        boolean lost = e instanceof LostNodeException || !drive.fleet().isAlive();
        return new Verdict(lost ? Outcome.LOST_NODE : Outcome.SERVICE_FAILED, e.getMessage());
    }
}
