// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.messkit.results.index.Assumptions;
import org.messkit.results.index.RunIndex;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunLock;
import org.messkit.results.log.RunReader;
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

    @Option(
            names = "--what-if",
            split = ",",
            paramLabel = "NAME=FACTOR",
            description = {
                "What σ (sigma) and κ (kappa) of the Universal Scalability Law are multiplied by",
                "for the last columns of table Law, as in sigma=0.25,kappa=1 (default: 0.5 each)."
            })
    private Map<String, Double> factors = Map.of();

    @Override
    public Integer call() throws IOException {
        Assumptions assumed = assumed();
        Path folder = RunFolders.find(name);
        if (Profile.isIn(folder)) {
            return profile(folder);
        }
        boolean going = RunLock.isHeld(folder);
        Run run = RunReader.read(folder);
        if (going) {
            return soFar(run);
        }
        PrintWriter screen = spec.commandLine().getOut();
        Tables.problems(run).forEach(screen::println);
        screen.print(Tables.cells(run.cells()));
        screen.println();
        if (run.end().isEmpty()) {
            screen.println("never finished: " + run.cells().size() + " of "
                    + run.info().cells() + " cells");
        }
        screen.println("report: " + Conclusions.write(RunIndex.of(run, assumed)));
        screen.flush();
        return code(run);
    }

    private static int code(Run run) {
        return run.problems().isEmpty() ? ExitCode.OK : ExitCode.INVALID;
    }

    /** Of a run that goes on: nothing is written, that is for the run to do. */
    private int soFar(Run run) {
        PrintWriter screen = spec.commandLine().getOut();
        Tables.problems(run).forEach(screen::println);
        screen.print(Tables.cells(run.cells()));
        screen.println();
        screen.println("still going, " + run.cells().size() + " of "
                + run.info().cells() + " cells: the report is written when the run has ended");
        screen.flush();
        return code(run);
    }

    private Assumptions assumed() {
        Set<String> unknown = new TreeSet<>(factors.keySet());
        unknown.removeAll(List.of("sigma", "kappa"));
        if (!unknown.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--what-if knows sigma and kappa, not: " + String.join(", ", unknown));
        }
        Assumptions usual = Assumptions.DEFAULT;
        try {
            return new Assumptions(
                    target,
                    factors.getOrDefault("sigma", usual.sigmaTimes()),
                    factors.getOrDefault("kappa", usual.kappaTimes()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private int profile(Path folder) throws IOException {
        PrintWriter screen = spec.commandLine().getOut();
        screen.println("report: " + ProfileReport.write(folder, ProfileIndex.read(folder)));
        screen.flush();
        return ExitCode.OK;
    }
}
