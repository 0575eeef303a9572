// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.messkit.results.log.Rules;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.MachineLock;
import org.messkit.testnodes.monitor.Doctor;
import org.messkit.testnodes.monitor.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code messkit doctor}. */
@Command(
        name = "doctor",
        description =
                "Says what in this machine would spoil a measurement, and how to mend it. Changes nothing. Exits with 4 if"
                        + " there is a warning.",
        mixinStandardHelpOptions = true)
final class DoctorVerb implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter screen = spec.commandLine().getOut();
        List<Finding> findings;
        try {
            findings = Doctor.examine(Home.find().runs(), Rules.CORES_FOR_LOCKS.count());
        } catch (InterruptedException e) {
            return ExitCode.INTERRUPTED;
        }
        findings.forEach(finding -> print(screen, finding));
        boolean measuring = MachineLock.isHeld();
        if (measuring) {
            screen.println("warning  another run is measuring on this machine");
        }
        long warnings = count(findings, Finding.Severity.WARNING) + (measuring ? 1 : 0);
        screen.println();
        screen.println(warnings + " warnings, " + count(findings, Finding.Severity.NOTE) + " notes");
        screen.flush();
        return warnings > 0 ? ExitCode.INVALID : ExitCode.OK;
    }

    private static long count(List<Finding> findings, Finding.Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }

    private static void print(PrintWriter screen, Finding f) {
        screen.printf("%-7s  %s: %s%n", f.severity().name().toLowerCase(java.util.Locale.ROOT), f.subject(), f.seen());
        if (!f.effect().isEmpty()) {
            screen.println("         " + f.effect());
        }
        if (!f.mend().isEmpty()) {
            screen.println("         mend: " + f.mend());
        }
    }
}
