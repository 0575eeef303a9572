// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.nio.file.Path;
import org.messkit.testnodes.controller.process.ServiceProcess;
import picocli.CommandLine.Option;

/** Options of verbs that start services: a database that exists, for stores that can use one. */
final class ExistingDatabase {
    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description =
                    "An existing PostgreSQL, for the stores on it: jdbc:postgresql://HOST/DATABASE. Tables of the kit in it are emptied.")
    private void url(String url) {
        tell("url", url);
    }

    @Option(names = "--jdbc-user", paramLabel = "NAME", description = "Its user.")
    private void user(String user) {
        tell("user", user);
    }

    @Option(
            names = "--jdbc-password-file",
            paramLabel = "FILE",
            description = "A file with the password on its first line. There is no option for a password.")
    private void passwordFile(Path file) {
        tell("password-file", file.toAbsolutePath().toString());
    }

    /** Whether one was named. */
    static boolean isGiven() {
        return System.getProperty(ServiceProcess.DATABASE + "url") != null;
    }

    private static void tell(String name, String value) {
        System.setProperty(ServiceProcess.DATABASE + name, value);
    }
}
