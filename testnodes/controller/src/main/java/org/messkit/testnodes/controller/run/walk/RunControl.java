// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Environment;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunWriter;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.Cores;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.controller.run.Companion;
import org.messkit.testnodes.controller.run.Progress;
import org.messkit.testnodes.controller.run.cell.CellFactory;
import org.messkit.testnodes.controller.run.cell.Monitors;
import org.messkit.testnodes.controller.run.conditions.EnvironmentFacts;
import org.messkit.testnodes.controller.run.conditions.EnvironmentRecorder;
import org.messkit.testnodes.controller.run.conditions.RunConditions;
import org.messkit.testnodes.controller.run.conditions.ServiceJdks;
import org.messkit.testnodes.controller.run.conditions.Software;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.controller.scenario.Scenario;
import org.messkit.testnodes.controller.scenario.ScenarioWriter;
import org.messkit.testnodes.monitor.CoreSpeed;
import org.messkit.testnodes.monitor.MachineMonitor;

/** Runs a plan from its first visit to its last. Runs in one thread; {@link #interrupt()} may come from another. */
public final class RunControl {
    private final Home home;
    private final Rooms rooms;
    private final Plan plan;
    private final Path folder;
    private final Progress progress;
    private final Companion companion;
    private final JvmSettings serviceJvm;
    private final JvmSettings nodeJvm;
    private final Optional<Run> before;
    private final List<Cell> kept;
    private final StopRules rules;
    private final OpenRun open = new OpenRun();

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
        Continuation.require(run, plan);
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
        this.before = before;
        this.progress = progress;
        this.companion = companion;
        kept = before.stream()
                .flatMap(run -> run.cells().stream())
                .filter(cell -> cell.figures().isPresent())
                .toList();
        rules = new StopRules(
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
        MachineMonitor machine = new MachineMonitor();
        Software software = Software.of(home.software());
        Environment environment = EnvironmentFacts.machine(plan, home, software, rooms, serviceJvm, machine);
        List<Integer> watched = serviceJvm.pinned() ? serviceJvm.cores() : List.of();
        try (RunWriter writer = open(environment);
                CoreSpeed coreSpeed = new CoreSpeed(watched)) {
            open.opened(writer);
            EnvironmentRecorder recorder = new EnvironmentRecorder(environment, writer);
            Files.createDirectories(folder.resolve("logs"));
            List<Plan.Visit> toDo = toDo();
            RunCells cells = new RunCells(plan, writer, progress, kept, new TimeLeft(plan, toDo));
            StoreFolders stores = new StoreFolders(folder);
            stores.discard();
            RunFleet fleet = new RunFleet(home, nodeJvm, folder.resolve("logs/testnode.log"), recorder, open);
            VisitRunner visits = new VisitRunner(
                    new VisitRunner.Shared(
                            plan,
                            folder,
                            software,
                            rooms,
                            serviceJvm,
                            nodeJvm,
                            writer,
                            new Monitors(machine, coreSpeed),
                            recorder,
                            fleet,
                            open,
                            rules,
                            companion,
                            progress),
                    cells,
                    stores);
            try {
                new Walk(plan, rules, cells, visits, open).through(toDo);
                if (!coreSpeed.problems().isEmpty()) {
                    recorder.add(EnvironmentFacts.group("cores that were not watched", coreSpeed.problems()));
                }
                proveUnchanged(software);
                open.finish(open.isInterrupted() ? "interrupted" : "complete");
            } catch (UnwritableException e) {
                if (!open.isInterrupted()) {
                    failed(e.getCause());
                    throw e.getCause();
                }
            } catch (RuntimeException e) {
                // Where the interrupt has finished the run while this thread was in a cell, that is no failure.
                if (!open.isInterrupted()) {
                    failed(e);
                    throw e;
                }
            } finally {
                open.end();
            }
            return cells.all();
        }
    }

    private void proveUnchanged(Software software) {
        try {
            if (!open.isInterrupted()) {
                software.prove();
            }
        } catch (IOException e) {
            throw new UnwritableException(e);
        }
    }

    private RunWriter open(Environment environment) throws IOException {
        if (before.isEmpty()) {
            return RunWriter.create(
                    folder,
                    RunConditions.ofRun(folder, plan, serviceJvm, nodeJvm, rules.expectations()),
                    CellFactory.planned(plan),
                    ScenarioWriter.resolved(plan));
        }
        Run run = before.get();
        EnvironmentFacts.requireSameMachine(run.environment(), environment);
        ServiceJdks.requireSame(run, plan.scenario().serviceJvm().jvms(), environment);
        return RunWriter.resume(run, RunConditions.resumed(run.info(), kept.size()), kept);
    }

    /** The visits with what each still has to do. */
    private List<Plan.Visit> toDo() {
        return plan.visits().stream()
                .map(visit -> visit.of(visit.steps().stream()
                        .filter(step -> kept.stream().noneMatch(cell -> cell.id() == step.id()))
                        .toList()))
                .filter(visit -> !visit.steps().isEmpty())
                .toList();
    }

    /**
     * Ends children and finishes the run with the cells that are whole. For a shutdown hook; returns when all is written.
     *
     * @return whether there is a run to report on
     */
    public boolean interrupt() {
        return open.interrupt();
    }

    /** What was measured before a failure is kept; if not even that can be written, the first failure is the one to tell. */
    private void failed(Exception failure) {
        try {
            open.finish("failed");
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
