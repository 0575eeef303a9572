// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Environment;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunWriter;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.Cores;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.controller.process.NodeProcess;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.controller.room.Room;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.controller.scenario.Scenario;
import org.messkit.testnodes.controller.scenario.ScenarioWriter;
import org.messkit.testnodes.monitor.CoreSpeed;
import org.messkit.testnodes.monitor.MachineMonitor;

/**
 * Walks through a plan: per visit a fresh service process, a warm-up, its cells. Runs in one thread; {@link #interrupt()} may
 * come from another.
 */
public final class RunControl {
    private final Home home;
    private final Rooms rooms;
    private final Plan plan;
    private final Path folder;
    private final StoreFolders stores;
    private final Progress progress;
    private final Companion companion;
    private final JvmSettings serviceJvm;
    private final JvmSettings nodeJvm;
    private final Optional<Run> before;
    private final MachineMonitor machine = new MachineMonitor();
    private final List<Cell> cells = new ArrayList<>();
    private final Holding holding;
    private Optional<String> aborted = Optional.empty();
    private RunWriter writer;
    private Monitors monitors;
    private Surroundings surroundings;
    private NodeProcess node;
    private ServiceProcess service;
    private TimeLeft left;
    private volatile boolean interrupted;
    private boolean finished;

    /**
     * Prepares a run; nothing is started or written yet.
     *
     * @param folder of the run, new or empty
     * @param companion goes with the cells that are run, not with those that are left out
     * @throws IllegalArgumentException if the machine does not have the cores that the scenario wants, or a baseline cannot be
     *     held against
     */
    public RunControl(Home home, Rooms rooms, Plan plan, Path folder, Progress progress, Companion companion) {
        this(home, rooms, plan, folder, Optional.empty(), progress, companion);
    }

    /**
     * Prepares to go on with a run that did not come to its end: cells that have figures are kept, all others run.
     *
     * @param plan made from the run's own {@code scenario.xml}, and so the same
     * @throws IllegalArgumentException if the run cannot go on here, in one line for the user
     */
    public static RunControl resume(Home home, Rooms rooms, Plan plan, Run run, Progress progress) {
        if (run.end().filter("complete"::equals).isPresent()) {
            throw new IllegalArgumentException(run.folder() + " is complete: there is nothing to go on with");
        }
        if (plan.cells() != run.info().cells()) {
            throw new IllegalArgumentException(run.folder() + " has a plan of "
                    + run.info().cells() + " cells, this kit would make " + plan.cells()
                    + " of its scenario: it was begun by another version, or is the load of a profile");
        }
        return new RunControl(home, rooms, plan, run.folder(), Optional.of(run), progress, Companion.NONE);
    }

    private RunControl(
            Home home,
            Rooms rooms,
            Plan plan,
            Path folder,
            Optional<Run> before,
            Progress progress,
            Companion companion) {
        this.home = home;
        this.rooms = rooms;
        this.plan = plan;
        this.folder = folder;
        this.stores = new StoreFolders(folder);
        this.before = before;
        this.progress = progress;
        this.companion = companion;
        before.ifPresent(run ->
                run.cells().stream().filter(cell -> cell.figures().isPresent()).forEach(cells::add));
        holding = new Holding(
                plan, before.map(run -> run.info().expectations()).orElseGet(() -> Baselines.resolve(plan)));
        Scenario scenario = plan.scenario();
        Cores cores = Cores.split(
                scenario.serviceJvm().cores(), scenario.testNodeJvm().cores());
        serviceJvm = scenario.serviceJvm().settings(cores);
        nodeJvm = new JvmSettings(
                Home.java(), scenario.testNodeJvm().heap(), "Parallel", cores.testNode(), cores.pinned());
    }

    /**
     * Runs all visits.
     *
     * @return the cells in the order of the run
     * @throws IOException if the run cannot be written or the TestNode cannot be started
     */
    public List<Cell> run() throws IOException {
        List<Plan.Visit> toDo = plan.visits().stream()
                .map(this::rest)
                .filter(visit -> !visit.steps().isEmpty())
                .toList();
        Environment environment = Facts.machine(plan, home, rooms, serviceJvm, machine);
        try (RunWriter open = open(environment);
                CoreSpeed coreSpeed = new CoreSpeed(pinnedTo())) {
            writer = open;
            monitors = new Monitors(machine, coreSpeed);
            surroundings = new Surroundings(environment, writer);
            Files.createDirectories(folder.resolve("logs"));
            stores.discard();
            try {
                walk(toDo);
                if (!coreSpeed.problems().isEmpty()) {
                    surroundings.add(Facts.group("cores that were not watched", coreSpeed.problems()));
                }
                finish(interrupted ? "interrupted" : "complete");
            } catch (UnwritableException e) {
                failed(e.getCause());
                throw e.getCause();
            } catch (RuntimeException e) {
                // Where the interrupt has finished the run while this thread was in a cell, that is no failure.
                if (!interrupted) {
                    failed(e);
                    throw e;
                }
            } finally {
                end();
            }
        }
        return List.copyOf(cells);
    }

    /** Round by round, each a fork of every service. */
    private void walk(List<Plan.Visit> toDo) {
        aborted = cells.stream().flatMap(cell -> holding.aborts(cell).stream()).findFirst();
        Spending spending = new Spending(plan.scenario().budget(), plan);
        left = new TimeLeft(plan, toDo);
        for (int fork = 1; fork <= plan.scenario().timing().forks(); fork++) {
            int now = fork;
            List<Plan.Visit> round =
                    toDo.stream().filter(visit -> visit.fork() == now).toList();
            for (Plan.Visit visit : spending.order(round, cells, left.spent())) {
                Optional<String> why = aborted.or(() -> spending.leaveOut(visit, cells, left.spent()));
                if (why.isEmpty()) {
                    visit(visit);
                } else if (!interrupted) {
                    leaveOut(visit, why.get());
                }
            }
        }
    }

    private void leaveOut(Plan.Visit visit, String why) {
        left.passed(plan.duration(visit));
        try {
            rest(visit, visit.steps(), Outcome.SKIPPED, why);
        } catch (IOException e) {
            throw new UnwritableException(e);
        }
    }

    private RunWriter open(Environment environment) throws IOException {
        if (before.isEmpty()) {
            RunWriter created =
                    RunWriter.create(folder, Facts.ofRun(folder, plan, serviceJvm, nodeJvm, holding.expectations()));
            created.scenario(ScenarioWriter.resolved(plan));
            return created;
        }
        Run run = before.get();
        Facts.requireSameMachine(run.environment(), environment);
        ServiceJdks.requireSame(run, plan.scenario().serviceJvm().jvms(), environment);
        return RunWriter.resume(run, Facts.resumed(run.info(), cells.size()), cells);
    }

    /** What a visit still has to do. */
    private Plan.Visit rest(Plan.Visit visit) {
        return visit.of(visit.steps().stream()
                .filter(step -> cells.stream().noneMatch(cell -> cell.id() == step.id()))
                .toList());
    }

    /**
     * Ends children and finishes the run with the cells that are whole. For a shutdown hook; returns when all is written.
     *
     * @return whether there is a run to report on
     */
    public boolean interrupt() {
        interrupted = true;
        end();
        try {
            finish("interrupted");
            return writer != null;
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return false;
        }
    }

    /** What was measured before a failure is kept; if not even that can be written, the first failure is the one to tell. */
    private void failed(Exception failure) {
        try {
            finish("failed");
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private void visit(Plan.Visit visit) {
        Duration after = left.planned().minus(plan.duration(visit));
        try {
            if (!interrupted) {
                cellsOf(visit);
            }
        } catch (IOException e) {
            throw new UnwritableException(e);
        }
        left.put(after);
    }

    private void cellsOf(Plan.Visit visit) throws IOException {
        doing("starting " + visit.name() + plan.fork(visit));
        if (node == null || !node.isAlive()) {
            node = NodeProcess.start(home.testNodeClassPath(), nodeJvm, folder.resolve("logs/testnode.log"));
            surroundings.add(Facts.of("TestNode JVM", nodeJvm, node.facts()));
        }
        Room room = rooms.of(visit.service());
        String store = "messkit.store.folder=" + stores.of(visit.service());
        try (ServiceProcess started = ServiceProcess.start(
                room,
                List.of(visit.service()),
                serviceJvm.unpinned().on(visit.jvm().java()),
                plan.scenario().serviceJvm().options(store, Facts.DURABILITY + Facts.durability(plan.scenario())),
                folder.resolve("logs/" + room.name() + ".log"))) {
            service = started;
            surroundings.addEngines(visit, started);
            measure(
                    visit,
                    new CellRunner(plan, visit, started, node, writer, judge(), nodeJvm.cores(), monitors, progress));
        } catch (ServiceProcess.StartException e) {
            if (interrupted) {
                // The terminal's interrupt reaches the child too.
                return;
            }
            rest(visit, visit.steps(), Outcome.SERVICE_FAILED, visit.name() + ": " + e.getMessage());
        } finally {
            stores.discard();
        }
    }

    /** Whether what must be there beforehand is there; if it is not, no cell of the visit is run. */
    private boolean load(Plan.Visit visit, CellRunner runner) throws IOException {
        Map<String, String> settings;
        try {
            settings = runner.load();
        } catch (NodeProcess.LostNodeException e) {
            lost(Outcome.LOST_NODE);
            rest(visit, visit.steps(), Outcome.LOST_NODE, e.getMessage());
            return false;
        } catch (IOException e) {
            String why = service.isAlive() ? e.getMessage() : service.obituary();
            rest(visit, visit.steps(), Outcome.SERVICE_FAILED, "while orders were loaded: " + why);
            return false;
        }
        if (!settings.isEmpty()) {
            surroundings.addStore(visit.service(), settings);
        }
        return true;
    }

    private void measure(Plan.Visit visit, CellRunner runner) throws IOException {
        if (!load(visit, runner)) {
            return;
        }
        Duration warmup = plan.scenario().timing().warmup();
        doing("warming up " + visit.name() + plan.fork(visit));
        Optional<Judge.Verdict> cold = runner.prepare(
                pinnedTo(),
                () -> progress.doing(
                        "waiting until " + visit.name() + " is steady" + plan.fork(visit), left.without(warmup)));
        if (interrupted) {
            // What the interrupt ended did not fail.
            return;
        }
        if (cold.isPresent()) {
            // Cold cells would look like measured ones.
            lost(cold.get().outcome());
            rest(
                    visit,
                    visit.steps(),
                    cold.get().outcome(),
                    "in the warm-up: " + cold.get().reason());
            return;
        }
        left.passed(plan.warmUp(visit));
        List<Plan.Step> steps = visit.steps();
        for (int i = 0; i < steps.size() && !interrupted; i++) {
            Plan.Step step = steps.get(i);
            doing(visit.name() + " " + step.payload().bytes() + " B, "
                    + step.level().label() + plan.fork(visit));
            Optional<Cell.Load> load = Cells.load(plan, visit, step, cells);
            Optional<String> why = load.isPresent()
                    ? holding.skips(visit, step, cells)
                    : Optional.of("no closed cell of this payload was measured, so its peak is not known");
            Cell cell = why.isEmpty()
                    ? Cells.repeated(runner.measure(step, load.orElseThrow(), companion), step)
                    : Cells.notRun(visit, step, load.orElseGet(() -> Cells.unknown(plan)), Outcome.SKIPPED, why.get());
            if (interrupted) {
                return;
            }
            ended(cell);
            left.passed(plan.duration(step));
            aborted = holding.aborts(cell);
            boolean failed = cell.outcome() == Outcome.SERVICE_FAILED || cell.outcome() == Outcome.LOST_NODE;
            if (failed || aborted.isPresent()) {
                lost(cell.outcome());
                String because = aborted.orElse("cell " + cell.id() + " before it ended as "
                        + cell.outcome().label());
                rest(visit, steps.subList(i + 1, steps.size()), Outcome.SKIPPED, because);
                return;
            }
        }
    }

    /** A node that was lost may still be alive but not to be understood; the next visit gets a fresh one. */
    private void lost(Outcome outcome) {
        if (outcome == Outcome.LOST_NODE) {
            node.kill();
            node = null;
        }
    }

    private void rest(Plan.Visit visit, List<Plan.Step> steps, Outcome outcome, String reason) throws IOException {
        for (Plan.Step step : steps) {
            Cell.Load load = Cells.load(plan, visit, step, cells).orElseGet(() -> Cells.unknown(plan));
            ended(Cells.notRun(visit, step, load, outcome, reason));
        }
    }

    private void ended(Cell cell) throws IOException {
        writer.cell(cell);
        cells.add(cell);
        progress.ended(cell, plan.cells());
    }

    private void doing(String what) {
        progress.doing(what, left.without(Duration.ZERO));
    }

    /** The services' own cores; none where they are not pinned. */
    private List<Integer> pinnedTo() {
        return serviceJvm.pinned() ? serviceJvm.cores() : List.of();
    }

    private Judge judge() {
        return new Judge(plan.scenario().limits(), nodeJvm.cores().size());
    }

    private synchronized void finish(String how) throws IOException {
        if (writer != null && !finished) {
            finished = true;
            writer.finish(how);
        }
    }

    private void end() {
        ServiceProcess lastService = service;
        NodeProcess lastNode = node;
        if (lastNode != null) {
            lastNode.kill();
        }
        if (lastService != null) {
            lastService.kill();
        }
    }
}
