// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.compare.Comparison;
import org.messkit.results.index.compare.Runs;
import org.messkit.results.index.compare.Technologies;
import org.messkit.results.index.files.ComparisonFiles;
import org.messkit.results.index.table.ComparisonSheets;
import org.messkit.results.index.table.Markdown;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunLock;
import org.messkit.results.log.RunReader;
import org.messkit.results.profile.Profile;
import org.messkit.results.profile.ProfileComparison;
import org.messkit.results.profile.ProfileIndex;
import org.messkit.results.report.ComparisonReport;
import org.messkit.results.report.ProfileComparisonReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code messkit compare}. */
@Command(
        name = "compare",
        description = {
            "Compares runs with the first one, cell by cell; of a single run, its technologies with each other.",
            "Ratios have an interval over forks; what the forks do not tell has no verdict. Profiles are compared with profiles."
        },
        mixinStandardHelpOptions = true)
final class CompareVerb implements Callable<Integer> {
    /** What is printed. */
    enum Format {
        MARKDOWN,
        CSV,
        JSON,
        OTAVA
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "RUN",
            description = "Runs' folders, or their names below results/runs; the first is the baseline.")
    private List<String> names;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "markdown (default), csv, json, or otava: a row per run in the columns of Apache Otava.")
    private Format format = Format.MARKDOWN;

    @Override
    public Integer call() throws IOException {
        if (Profile.isIn(RunFolders.find(names.get(0)))) {
            return profiles();
        }
        List<RunIndex> runs = new ArrayList<>();
        for (String name : names) {
            Run run = RunReader.read(RunFolders.find(name));
            if (RunLock.isHeld(run.folder())) {
                spec.commandLine()
                        .getErr()
                        .println(run.info().id() + " is still going, "
                                + run.cells().size() + " of " + run.info().cells() + " cells");
            }
            Tables.problems(run).forEach(spec.commandLine().getErr()::println);
            runs.add(RunIndex.of(run));
        }
        PrintWriter screen = spec.commandLine().getOut();
        if (format == Format.OTAVA) {
            screen.print(ComparisonFiles.otava(runs));
        } else {
            print(screen, runs, comparisons(runs));
        }
        screen.flush();
        return code(runs, ExitCode.OK);
    }

    private void print(PrintWriter screen, List<RunIndex> runs, List<Comparison> comparisons) throws IOException {
        switch (format) {
            case CSV -> screen.print(ComparisonFiles.of(comparisons));
            case JSON -> screen.print(ComparisonFiles.json(comparisons));
            default -> {
                screen.print(Markdown.of("Comparison", ComparisonSheets.of(comparisons)));
                for (int i = 1; i < runs.size(); i++) {
                    Path folder = runs.get(i).run().folder();
                    if (RunLock.isHeld(folder)) {
                        // Its folder is the run's to write.
                        continue;
                    }
                    Comparison comparison = comparisons.get(i - 1);
                    Path page = RunLock.under(folder, () -> ComparisonReport.write(folder, comparison));
                    screen.println();
                    screen.println("report: " + page);
                }
            }
        }
    }

    /** Where damage is the reason that there is nothing to compare, that is what the user must know. */
    private static int code(List<RunIndex> runs, int otherwise) {
        boolean whole = runs.stream().allMatch(index -> index.run().problems().isEmpty());
        return whole ? otherwise : ExitCode.INVALID;
    }

    private static List<Comparison> comparisons(List<RunIndex> runs) {
        RunIndex baseline = runs.get(0);
        if (runs.size() == 1) {
            List<Comparison> technologies = Technologies.of(baseline);
            if (technologies.isEmpty()) {
                throw new UserError(
                        code(runs, ExitCode.USAGE),
                        baseline.run().info().id()
                                + ": nothing to compare, no two services share use case, binding, payload and level; "
                                + Technologies.missing(baseline));
            }
            return technologies;
        }
        try {
            return runs.stream().skip(1).map(run -> Runs.of(baseline, run)).toList();
        } catch (IllegalArgumentException e) {
            throw new UserError(code(runs, ExitCode.USAGE), e.getMessage());
        }
    }

    /** Profiles have no table but Markdown, and a page for each that is compared. */
    private int profiles() throws IOException {
        if (names.size() < 2) {
            throw UserError.usage("a profile is compared with another: name two or more");
        }
        PrintWriter screen = spec.commandLine().getOut();
        ProfileIndex baseline = ProfileIndex.read(RunFolders.find(names.get(0)));
        for (String name : names.subList(1, names.size())) {
            Path folder = RunFolders.find(name);
            if (!Profile.isIn(folder)) {
                throw UserError.usage(
                        name + " is a run, and " + names.get(0) + " a profile: they have no figure in common");
            }
            try {
                ProfileComparison comparison = ProfileComparison.of(baseline, ProfileIndex.read(folder));
                screen.print(Markdown.of("Comparison", comparison.sheets()));
                screen.println();
                screen.println("report: " + ProfileComparisonReport.write(folder, comparison));
            } catch (IllegalArgumentException e) {
                throw UserError.usage(e.getMessage());
            }
        }
        screen.flush();
        return ExitCode.OK;
    }
}
