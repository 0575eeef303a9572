// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A failure that is neither the user's mistake nor that of the machine: the kit's own.
 *
 * @param failure what nobody expected
 * @param verb what the user wanted, as far as that is known; the arguments may be nobody's business
 */
record Bug(Throwable failure, String verb) {
    private static final int LONGEST = 200;

    /** Says so in one line; the trace goes to a file, or behind that line where no file can be written. */
    int tell(PrintWriter screen) {
        String version = MessKit.Version.text();
        String details = details(version);
        try {
            Path file = Files.createTempFile("messkit-bug-", ".txt");
            Files.writeString(file, details);
            screen.println(line(version) + " with the file " + file);
        } catch (IOException e) {
            screen.println(line(version) + " with what follows");
            screen.println(details);
        }
        screen.flush();
        return ExitCode.BUG;
    }

    private String line(String version) {
        String what = failure.toString().replaceAll("\\s+", " ");
        String shown = what.length() > LONGEST ? what.substring(0, LONGEST) + "…" : what;
        return "messkit: this is a bug of the kit, not a mistake of yours: " + shown + "; please report it for "
                + version;
    }

    private String details(String version) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        out.println(version + ", " + verb);
        out.println("Java " + System.getProperty("java.runtime.version") + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + " " + System.getProperty("os.arch"));
        failure.printStackTrace(out);
        out.flush();
        return text.toString();
    }
}
