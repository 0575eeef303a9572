// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.messkit.testnodes.controller.process.ServiceProcess;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options of verbs that start services: a database that exists, for stores that can use one. */
final class ExistingDatabase {
    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            converter = WithoutPassword.class,
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

    /** Before the URL stands on a service's command line, where all can see it. */
    private static final class WithoutPassword implements ITypeConverter<String> {
        private static final Pattern PASSWORD = Pattern.compile("password=|@", Pattern.CASE_INSENSITIVE);

        @Override
        public String convert(String url) {
            if (PASSWORD.matcher(url).find()) {
                throw new TypeConversionException(
                        "a URL must not carry a password, --jdbc-password-file names a file with it");
            }
            return url;
        }
    }

    private static void tell(String name, String value) {
        System.setProperty(ServiceProcess.DATABASE + name, value);
    }
}
