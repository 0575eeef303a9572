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
import java.util.concurrent.Callable;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.RunReader;
import org.messkit.results.report.Report;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.controller.run.RunControl;
import org.messkit.testnodes.controller.scenario.Plan;
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

    @Parameters(
            paramLabel = "SCENARIO",
            description = "A scenario file, or the name of a shipped one (messkit list scenarios).")
    private String scenario;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the run, new or empty (default: results/runs/SCENARIO-TIME).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Home home = Home.find();
        Rooms rooms = home.rooms();
        Plan plan = Scenarios.plan(home, rooms, scenario);
        Path folder = out != null
                ? out.toAbsolutePath()
                : home.runs().resolve(plan.scenario().name() + "-" + STAMP.format(Instant.now()));
        PrintWriter screen = spec.commandLine().getOut();
        try (ScreenProgress progress = ScreenProgress.on(screen)) {
            RunControl control = control(home, rooms, plan, folder, progress);
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
            screen.println("report: " + Report.write(RunReader.read(folder)));
            screen.flush();
            return exitCode(cells);
        }
    }

    private static RunControl control(Home home, Rooms rooms, Plan plan, Path folder, ScreenProgress progress) {
        try {
            return new RunControl(home, rooms, plan, folder, progress);
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
            System.err.println("interrupted; the finished cells are in " + Report.write(RunReader.read(folder)));
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

    static int exitCode(List<Cell> cells) {
        int worst =
                cells.stream().mapToInt(cell -> cell.outcome().exitCode()).max().orElse(ExitCode.INVALID);
        boolean samples = cells.stream().anyMatch(cell -> cell.outcome() == Outcome.MEASURED);
        return samples ? worst : Math.max(worst, ExitCode.INVALID);
    }
}
