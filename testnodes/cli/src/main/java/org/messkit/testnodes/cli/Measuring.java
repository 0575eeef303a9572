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
import org.messkit.results.index.cells.Drift;
import org.messkit.results.index.expect.Expectations;
import org.messkit.results.index.expect.Judged;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunReader;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.controller.run.Companion;
import org.messkit.testnodes.controller.run.walk.RunControl;
import org.messkit.testnodes.controller.scenario.Plan;

/**
 * Runs a plan before the user's eyes.
 *
 * @param screen where the user looks
 */
record Measuring(Home home, Rooms rooms, PrintWriter screen) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Where a run goes that the user gave no place. */
    static Path folder(Home home, String scenario) {
        return home.runs().resolve(scenario + "-" + STAMP.format(Instant.now()));
    }

    /**
     * Runs it, and leaves a report.
     *
     * @param before a run to go on with
     * @return the exit code
     */
    int run(Plan plan, Path folder, Optional<Run> before) throws IOException {
        try (ScreenProgress progress = ScreenProgress.on(screen)) {
            RunControl control = control(plan, folder, before, progress);
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
            Tables.problems(run).forEach(screen::println);
            List<Judged> judged = Expectations.of(run);
            if (!judged.isEmpty()) {
                screen.print(Tables.expectations(judged));
                screen.println();
            }
            screen.println("report: " + Conclusions.write(run));
            screen.flush();
            int code = exitCode(cells, judged);
            return run.problems().isEmpty() ? code : Math.max(code, ExitCode.INVALID);
        }
    }

    private RunControl control(Plan plan, Path folder, Optional<Run> before, ScreenProgress progress) {
        try {
            return before.isEmpty()
                    ? new RunControl(home, rooms, plan, folder, progress, Companion.NONE)
                    : RunControl.resume(home, rooms, plan, before.get(), progress);
        } catch (IllegalArgumentException e) {
            throw UserError.usage(e.getMessage());
        }
    }

    /** Runs when the user interrupts: what is measured is kept, and reported. The JVM then exits with 130 by itself. */
    static void interrupted(RunControl control, Path folder) {
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

    /** Whether the hook will not run; it does already where the user has interrupted. */
    static boolean remove(Thread hook) {
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
        boolean samples = cells.stream()
                .filter(cell -> cell.outcome() == Outcome.MEASURED)
                .anyMatch(cell -> Drift.tooFar(cells, cell.service()).isEmpty());
        return samples ? worst : Math.max(worst, ExitCode.INVALID);
    }
}
