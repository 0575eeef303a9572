// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.messkit.results.index.expect.Expectations;
import org.messkit.results.index.expect.Judged;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunReader;
import org.messkit.results.log.RunWriter;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.MachineLock;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.controller.run.RunControl;
import org.messkit.testnodes.controller.scenario.Plan;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code messkit run}. */
@Command(
        name = "run",
        description = "Runs a scenario and leaves a folder with the log, the histograms and one self-contained report.",
        mixinStandardHelpOptions = true)
final class RunVerb implements Callable<Integer> {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @Spec
    private CommandSpec spec;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private What what;

    /** A new run or an old one. */
    private static final class What {
        @Parameters(
                paramLabel = "SCENARIO",
                description = "A scenario file, or the name of a shipped one (messkit list scenarios).")
        private String scenario;

        @Option(
                names = "--resume",
                paramLabel = "RUN",
                description = "Goes on with a run that was interrupted or killed, after its last finished cell.")
        private Path run;
    }

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the run, new or empty (default: results/runs/SCENARIO-TIME).")
    private Path out;

    @Option(
            names = "--share-machine",
            description = "Runs although another run is measuring on this machine. Both will disturb each other.")
    private boolean share;

    @Override
    public Integer call() throws IOException {
        if (what.run != null && out != null) {
            throw UserError.usage("--resume goes on in the run's own folder: --out has no place beside it");
        }
        if (share) {
            return run();
        }
        MachineLock lock = MachineLock.take()
                .orElseThrow(() -> new UserError(
                        ExitCode.INFRASTRUCTURE,
                        "another run is measuring on this machine, and two would disturb each other: wait for its end, or"
                                + " use --share-machine"));
        try {
            return run();
        } finally {
            lock.close();
        }
    }

    private int run() throws IOException {
        Home home = Home.find();
        Rooms rooms = home.rooms();
        Optional<Run> before =
                what.run == null ? Optional.empty() : Optional.of(RunReader.read(what.run.toAbsolutePath()));
        Plan plan = Scenarios.plan(
                home,
                rooms,
                before.map(run -> RunWriter.scenario(run.folder()).toString()).orElse(what.scenario));
        Path folder = before.map(Run::folder).orElseGet(() -> folder(home, plan));
        PrintWriter screen = spec.commandLine().getOut();
        try (ScreenProgress progress = ScreenProgress.on(screen)) {
            RunControl control = control(home, rooms, plan, folder, before, progress);
            Thread hook = new Thread(() -> interrupted(control, folder), "interrupted");
            Runtime.getRuntime().addShutdownHook(hook);
            List<Cell> cells;
            boolean mine = false;
            try {
                cells = control.run();
            } finally {
                mine = remove(hook);
            }
            if (!mine) {
                // The hook is writing the report; it ends the program.
                return ExitCode.INTERRUPTED;
            }
            progress.clear();
            screen.println();
            screen.print(Tables.cells(cells));
            screen.println();
            Run run = RunReader.read(folder);
            List<Judged> judged = Expectations.of(run);
            if (!judged.isEmpty()) {
                screen.print(Tables.expectations(judged));
                screen.println();
            }
            screen.println("report: " + Conclusions.write(run));
            screen.flush();
            return exitCode(cells, judged);
        }
    }

    private Path folder(Home home, Plan plan) {
        return out != null
                ? out.toAbsolutePath()
                : home.runs().resolve(plan.scenario().name() + "-" + STAMP.format(Instant.now()));
    }

    private static RunControl control(
            Home home, Rooms rooms, Plan plan, Path folder, Optional<Run> before, ScreenProgress progress) {
        try {
            return before.isEmpty()
                    ? new RunControl(home, rooms, plan, folder, progress)
                    : RunControl.resume(home, rooms, plan, before.get(), progress);
        } catch (IllegalArgumentException e) {
            throw UserError.usage(e.getMessage());
        }
    }

    /** Runs when the user interrupts: what is measured is kept, and reported. The JVM then exits with 130 by itself. */
    private static void interrupted(RunControl control, Path folder) {
        if (!control.interrupt()) {
            return;
        }
        try {
            System.err.println();
            System.err.println("interrupted; the finished cells are in " + Conclusions.write(RunReader.read(folder)));
        } catch (IOException e) {
            System.err.println("interrupted; no report: " + e.getMessage());
        }
    }

    private static boolean remove(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** A run that is not valid says nothing of what was expected. */
    static int exitCode(List<Cell> cells, List<Judged> judged) {
        int valid = exitCode(cells);
        boolean held = judged.stream().allMatch(j -> j.verdict() == Judged.Verdict.HELD);
        return valid == ExitCode.OK && !held ? ExitCode.EXPECTATION : valid;
    }

    static int exitCode(List<Cell> cells) {
        int worst =
                cells.stream().mapToInt(cell -> cell.outcome().exitCode()).max().orElse(ExitCode.INVALID);
        boolean samples = cells.stream().anyMatch(cell -> cell.outcome() == Outcome.MEASURED);
        return samples ? worst : Math.max(worst, ExitCode.INVALID);
    }
}
