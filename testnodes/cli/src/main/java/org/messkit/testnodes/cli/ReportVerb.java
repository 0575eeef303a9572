// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.messkit.results.index.RunIndex;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunReader;
import org.messkit.results.log.RunWriter;
import org.messkit.results.profile.Profile;
import org.messkit.results.profile.ProfileIndex;
import org.messkit.results.report.ProfileReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code messkit report}. */
@Command(
        name = "report",
        description = "Builds the report of a run or a profile anew from its folder alone, also of a run that crashed.",
        mixinStandardHelpOptions = true)
final class ReportVerb implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "A run's folder, or its name below results/runs.")
    private String name;

    @Option(
            names = "--target-tps",
            paramLabel = "TPS",
            defaultValue = "1000",
            description = "What the cost table counts cores and services for (default: ${DEFAULT-VALUE}).")
    private double target;

    @Override
    public Integer call() throws IOException {
        if (!(target > 0) || Double.isInfinite(target)) {
            throw new ParameterException(spec.commandLine(), "--target-tps must be above 0, got: " + target);
        }
        Path folder = RunFolders.find(name);
        if (Profile.isIn(folder)) {
            return profile(folder);
        }
        Run run = RunReader.read(folder);
        if (run.end().isEmpty()) {
            RunWriter.finish(new Run(run.folder(), run.info(), Optional.of("failed"), run.environment(), run.cells()));
            run = RunReader.read(run.folder());
        }
        PrintWriter screen = spec.commandLine().getOut();
        screen.print(Tables.cells(run.cells()));
        screen.println();
        screen.println("report: " + Conclusions.write(RunIndex.of(run, target)));
        screen.flush();
        return ExitCode.OK;
    }

    private int profile(Path folder) throws IOException {
        PrintWriter screen = spec.commandLine().getOut();
        screen.println("report: " + ProfileReport.write(folder, ProfileIndex.read(folder)));
        screen.flush();
        return ExitCode.OK;
    }
}
