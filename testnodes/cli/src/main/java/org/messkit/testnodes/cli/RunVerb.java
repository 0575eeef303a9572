// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunReader;
import org.messkit.results.log.RunWriter;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.controller.run.walk.Continuation;
import org.messkit.testnodes.controller.scenario.Plan;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    @Spec
    private CommandSpec spec;

    @Mixin
    private MachineShare machine;

    @Mixin
    private ExistingDatabase database;

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
            description =
                    "Folder of the run, new or empty (default: results/runs/SCENARIO-TIME, in a checkout below that,"
                            + " else below the working folder).")
    private Path out;

    @Override
    public Integer call() throws Exception {
        if (what.run != null && out != null) {
            throw UserError.usage("--resume goes on in the run's own folder: --out has no place beside it");
        }
        return machine.alone(this::run);
    }

    private int run() throws IOException {
        Home home = Home.find();
        Rooms rooms = home.rooms();
        Optional<Run> before = what.run == null ? Optional.empty() : Optional.of(toGoOnWith(what.run.toAbsolutePath()));
        Plan plan = Scenarios.plan(
                home,
                rooms,
                before.map(run -> RunWriter.scenario(run.folder()).toString()).orElse(what.scenario));
        Path folder = before.map(Run::folder).orElseGet(() -> folder(home, plan));
        PrintWriter screen = spec.commandLine().getOut();
        before.ifPresent(run -> Tables.problems(run).forEach(screen::println));
        plan.scenario().doubts().forEach(screen::println);
        return new Measuring(home, rooms, screen).run(plan, folder, before);
    }

    private static Run toGoOnWith(Path folder) throws IOException {
        Run run = RunReader.read(folder);
        try {
            Continuation.require(run);
        } catch (IllegalArgumentException e) {
            throw UserError.usage(e.getMessage());
        }
        return run;
    }

    private Path folder(Home home, Plan plan) {
        return out != null
                ? out.toAbsolutePath()
                : Measuring.folder(home, plan.scenario().name());
    }
}
