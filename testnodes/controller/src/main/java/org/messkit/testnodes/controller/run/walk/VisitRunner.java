// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.walk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.messkit.loads.Load;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.RunWriter;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.controller.process.StoreState;
import org.messkit.testnodes.controller.room.Room;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.controller.run.Companion;
import org.messkit.testnodes.controller.run.Progress;
import org.messkit.testnodes.controller.run.cell.CellFactory;
import org.messkit.testnodes.controller.run.cell.CellRunner;
import org.messkit.testnodes.controller.run.cell.Monitors;
import org.messkit.testnodes.controller.run.cell.ServiceDrive;
import org.messkit.testnodes.controller.run.cell.Verdict;
import org.messkit.testnodes.controller.run.conditions.EnvironmentRecorder;
import org.messkit.testnodes.controller.run.conditions.RunConditions;
import org.messkit.testnodes.controller.run.conditions.Software;
import org.messkit.testnodes.controller.run.steady.ServiceWarmUp;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.fleet.Fleet;
import org.messkit.testnodes.fleet.LostNodeException;

/** Makes the visits of a run: per visit a fresh service process, what it must hold beforehand, a warm-up, its cells. */
final class VisitRunner {
    /** What all visits of a run share. */
    record Shared(
            Plan plan,
            Path folder,
            Software software,
            Rooms rooms,
            JvmSettings serviceJvm,
            JvmSettings nodeJvm,
            RunWriter writer,
            Monitors monitors,
            EnvironmentRecorder environment,
            RunFleet fleet,
            OpenRun open,
            StopRules rules,
            Companion companion,
            Progress progress) {}

    private final Shared run;
    private final RunCells cells;
    private final StoreFolders stores;

    VisitRunner(Shared run, RunCells cells, StoreFolders stores) {
        this.run = run;
        this.cells = cells;
        this.stores = stores;
    }

    /**
     * Makes a visit. What fails of its service or TestNode is the outcome of its cells.
     *
     * @return why the run ends with it; empty if it goes on
     * @throws IOException if the run cannot be written, no TestNode be started, or the kit is not what it was
     */
    Optional<String> visit(Plan.Visit visit) throws IOException {
        cells.doing("starting " + visit.name() + run.plan.fork(visit));
        run.software.prove();
        Fleet fleet = run.fleet.get();
        Room room = run.rooms.of(visit.service());
        String store = "messkit.store.folder=" + stores.of(visit.service());
        String durability = RunConditions.DURABILITY + RunConditions.durability(run.plan.scenario());
        try (ServiceProcess service = ServiceProcess.start(
                room,
                List.of(visit.service()),
                run.serviceJvm.unpinned().on(visit.jvm().java()),
                run.plan.scenario().serviceJvm().options(store, durability),
                run.folder.resolve("logs/" + room.name() + ".log"))) {
            run.open.started(service::kill);
            run.environment.addEngines(visit, service);
            ServiceDrive drive = new ServiceDrive(service, fleet);
            CellRunner runner = new CellRunner(
                    run.plan,
                    visit,
                    drive,
                    run.writer,
                    run.serviceJvm.cores().size(),
                    run.nodeJvm.cores(),
                    run.monitors,
                    run.progress);
            return loaded(visit, runner, drive) ? measure(visit, runner, drive) : Optional.empty();
        } catch (ServiceProcess.StartException e) {
            if (!run.open.isInterrupted()) {
                // The terminal's interrupt reaches the child too.
                notRun(visit, visit.steps(), Outcome.SERVICE_FAILED, visit.name() + ": " + e.getMessage());
            }
            return Optional.empty();
        } finally {
            stores.discard();
        }
    }

    /** Whether what must be there beforehand is there; if it is not, no cell of the visit is run. */
    private boolean loaded(Plan.Visit visit, CellRunner runner, ServiceDrive drive) throws IOException {
        if (runner.store().isEmpty()) {
            return true;
        }
        StoreState base;
        try {
            base = runner.store().get().load(drive.fleet(), run.plan.scenario().payloads(), runner.orders());
        } catch (LostNodeException e) {
            run.fleet.lost();
            notRun(visit, visit.steps(), Outcome.LOST_NODE, e.getMessage());
            return false;
        } catch (IOException e) {
            String why =
                    drive.service().isAlive() ? e.getMessage() : drive.service().obituary();
            notRun(visit, visit.steps(), Outcome.SERVICE_FAILED, "while orders were loaded: " + why);
            return false;
        }
        if (!base.settings().isEmpty()) {
            run.environment.addStore(visit.service(), base.settings());
        }
        return true;
    }

    private Optional<String> measure(Plan.Visit visit, CellRunner runner, ServiceDrive drive) throws IOException {
        Optional<Verdict> unsettled;
        cells.doing("warming up " + visit.name() + run.plan.fork(visit));
        try {
            unsettled = warmUp(visit, runner, drive).map(why -> new Verdict(Outcome.NOT_STEADY, why));
        } catch (ServiceWarmUp.PinException e) {
            throw e;
        } catch (IOException e) {
            if (!run.open.isInterrupted()) {
                // Cold cells would look like measured ones; what the interrupt ended did not fail.
                Verdict cold = runner.failure(e);
                lost(cold.outcome());
                notRun(visit, visit.steps(), cold.outcome(), "in the warm-up: " + cold.reason());
            }
            return Optional.empty();
        }
        cells.left().passed(run.plan.warmUp(visit));
        return steps(visit, runner, unsettled);
    }

    private Optional<String> warmUp(Plan.Visit visit, CellRunner runner, ServiceDrive drive) throws IOException {
        Duration warmup = run.plan.scenario().timing().warmup();
        ServiceWarmUp warmUp = new ServiceWarmUp(
                run.plan,
                visit,
                drive.service(),
                run.monitors.coreSpeed(),
                new UnrecordedLoad(runner.orders(), drive, run.progress));
        List<Integer> pinned = run.serviceJvm.pinned() ? run.serviceJvm.cores() : List.of();
        return warmUp.run(
                pinned,
                () -> cells.doing("waiting until " + visit.name() + " is steady" + run.plan.fork(visit), warmup));
    }

    private Optional<String> steps(Plan.Visit visit, CellRunner runner, Optional<Verdict> unsettled)
            throws IOException {
        Deque<Plan.Step> left = new ArrayDeque<>(visit.steps());
        OnceMore cold = new OnceMore(run.plan.scenario().limits().compilers());
        while (!left.isEmpty()) {
            if (cold.isDueBefore(left.peek(), run.plan.scenario().loads().rising())) {
                again(cold, left);
            }
            Plan.Step step = left.poll();
            Optional<Cell> made = cell(visit, step, runner, unsettled);
            if (made.isEmpty()) {
                return Optional.empty();
            }
            cells.left().passed(run.plan.duration(step));
            Cell cell = cold.remarked(step, made.get());
            if (!cold.holds(step, cell)) {
                Optional<Outcome> failed = ended(cell);
                Optional<String> aborted = run.rules.aborts(cell);
                if (failed.isPresent() || aborted.isPresent()) {
                    String because = aborted.orElse("cell " + cell.id() + " before it ended as "
                            + cell.outcome().label());
                    again(cold, left);
                    notRun(visit, List.copyOf(left), Outcome.SKIPPED, because);
                    return aborted;
                }
            }
            if (left.isEmpty()) {
                again(cold, left);
            }
        }
        return Optional.empty();
    }

    /** Puts the steps whose cells were cold before all that are left; what the cells had written is taken back. */
    private void again(OnceMore cold, Deque<Plan.Step> left) throws IOException {
        List<Plan.Step> steps = cold.again();
        for (int i = steps.size() - 1; i >= 0; i--) {
            run.writer.discard(steps.get(i).id());
            left.addFirst(steps.get(i));
        }
    }

    /** Keeps a cell; its outcome, where nothing more can be measured of this process. */
    private Optional<Outcome> ended(Cell cell) throws IOException {
        cells.ended(cell);
        lost(cell.outcome());
        return Optional.of(cell.outcome())
                .filter(outcome -> outcome == Outcome.SERVICE_FAILED || outcome == Outcome.LOST_NODE);
    }

    /** Makes a step's cell; empty where the run was interrupted meanwhile. */
    private Optional<Cell> cell(Plan.Visit visit, Plan.Step step, CellRunner runner, Optional<Verdict> unsettled)
            throws IOException {
        if (run.open.isInterrupted()) {
            return Optional.empty();
        }
        cells.doing(visit.name() + " " + step.payload().bytes() + " B, "
                + step.load().label() + run.plan.fork(visit));
        Cell cell = step(visit, step, runner, unsettled);
        return run.open.isInterrupted() ? Optional.empty() : Optional.of(cell);
    }

    private Cell step(Plan.Visit visit, Plan.Step step, CellRunner runner, Optional<Verdict> unsettled)
            throws IOException {
        CellFactory factory = new CellFactory(run.plan, visit);
        Optional<Load> load = factory.load(step, cells.all());
        Optional<String> why = load.isPresent()
                ? run.rules.skips(visit, step, cells.all())
                : Optional.of("no closed cell of this payload was measured, so its peak is not known");
        return why.isEmpty()
                ? CellFactory.repeated(runner.measure(step, load.orElseThrow(), unsettled, run.companion), step)
                : factory.without(step, load.orElse(step.load()), new Verdict(Outcome.SKIPPED, why.get()));
    }

    /** Records steps that were planned and not run. */
    void notRun(Plan.Visit visit, List<Plan.Step> steps, Outcome outcome, String reason) throws IOException {
        CellFactory factory = new CellFactory(run.plan, visit);
        for (Plan.Step step : steps) {
            Load load = factory.load(step, cells.all()).orElse(step.load());
            cells.ended(factory.without(step, load, new Verdict(outcome, reason)));
        }
    }

    private void lost(Outcome outcome) {
        if (outcome == Outcome.LOST_NODE) {
            run.fleet.lost();
        }
    }
}
