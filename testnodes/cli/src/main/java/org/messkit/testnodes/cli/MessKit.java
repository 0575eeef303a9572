// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.InvalidPathException;
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
            "  1    a bug of the kit: please report it",
            "  2    usage or scenario error",
            "  3    an expectation failed",
            "  4    the run is not valid (errors, inconsistent, consumer-limited, lost node, no samples, damaged files)",
            "  5    infrastructure failed (service, port, JVM, file system)",
            "  130  interrupted; finished cells are kept"
        })
public final class MessKit {
    private MessKit() {}

    /** Runs a command line and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(execute(commandLine(), arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new MessKit())
                .setExecutionExceptionHandler(oneLine())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** Picocli handles exceptions; an error, as of a class that is missing, passes it. */
    static int execute(CommandLine program, String... arguments) {
        try {
            return program.execute(arguments);
        } catch (Error error) {
            return new Bug(error, arguments.length == 0 ? "messkit" : arguments[0]).tell(program.getErr());
        }
    }

    /** A user's mistake, and a failure of the machine, is one clean message, never a stack trace; a bug of ours asks for a report. */
    private static IExecutionExceptionHandler oneLine() {
        return (failure, commandLine, parsed) -> {
            if (failure instanceof UserError error) {
                commandLine.getErr().println(error.getMessage());
                return error.exitCode();
            }
            if (failure instanceof InvalidPathException path) {
                commandLine.getErr().println("no path here can be named so: " + path.getInput());
                return ExitCode.USAGE;
            }
            Throwable io = failure instanceof UncheckedIOException || failure instanceof DirectoryIteratorException
                    ? failure.getCause()
                    : failure;
            if (io instanceof IOException) {
                commandLine.getErr().println("messkit: " + io.getMessage());
                return ExitCode.INFRASTRUCTURE;
            }
            return new Bug(failure, commandLine.getCommandName()).tell(commandLine.getErr());
        };
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {text()};
        }

        static String text() {
            String version = MessKit.class.getPackage().getImplementationVersion();
            return "messkit " + (version == null ? "(from classes)" : version);
        }
    }
}
