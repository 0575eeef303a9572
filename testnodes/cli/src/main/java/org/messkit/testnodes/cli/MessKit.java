// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IVersionProvider;

/** The program {@code messkit}. */
@Command(
        name = "messkit",
        description = {
            "Benchmarks SOA/XML services: which XML technology serves how many transactions per second,",
            "where its optimum is, and how sure that is."
        },
        mixinStandardHelpOptions = true,
        versionProvider = MessKit.Version.class,
        subcommands = {
            RunVerb.class,
            PlanVerb.class,
            CalibrateVerb.class,
            ProbeVerb.class,
            ProfileVerb.class,
            ServeVerb.class,
            TestVerb.class,
            ReportVerb.class,
            CompareVerb.class,
            DataVerb.class,
            ListVerb.class,
            DoctorVerb.class,
            AutoComplete.GenerateCompletion.class,
            HelpCommand.class
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0    done and valid",
            "  2    usage or scenario error",
            "  3    an expectation failed",
            "  4    the run is not valid (errors, inconsistent, consumer-limited, lost node, no samples)",
            "  5    infrastructure failed (service, port, JVM, file system)",
            "  130  interrupted; finished cells are kept"
        })
public final class MessKit {
    private MessKit() {}

    /** Runs a command line and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new MessKit())
                .setExecutionExceptionHandler(oneLine())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** A user's mistake is one clean message, never a stack trace; a defect of ours keeps its trace. */
    private static IExecutionExceptionHandler oneLine() {
        return (failure, commandLine, parsed) -> {
            if (failure instanceof UserError error) {
                commandLine.getErr().println(error.getMessage());
                return error.exitCode();
            }
            if (failure instanceof IOException) {
                commandLine.getErr().println("messkit: " + failure.getMessage());
                return ExitCode.INFRASTRUCTURE;
            }
            failure.printStackTrace(commandLine.getErr());
            return ExitCode.INFRASTRUCTURE;
        };
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = MessKit.class.getPackage().getImplementationVersion();
            return new String[] {"messkit " + (version == null ? "(from classes)" : version)};
        }
    }
}
