// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.messkit.services.relational.Database;
import org.messkit.services.spi.StoreException;

/** Where an existing server is, by system properties. The password stands in a file, and nowhere else. */
final class Settings {
    /** URL of JDBC; without it a server is started. */
    static final String URL = "messkit.jdbc.url";
    /** User of the database. */
    static final String USER = "messkit.jdbc.user";
    /** File with the password on its first line. */
    static final String PASSWORD_FILE = "messkit.jdbc.password-file";

    /** {@code true} if what is in an existing server's tables stays when the service starts. */
    static final String KEEP = "messkit.jdbc.keep";

    private Settings() {}

    /** Whether there is one. */
    static boolean isGiven() {
        return !System.getProperty(URL, "").isEmpty();
    }

    /**
     * Its address.
     *
     * @throws IllegalArgumentException if the URL is not one of PostgreSQL, or carries a password
     * @throws StoreException if the password's file cannot be read
     */
    static Database.Address address() {
        String url = System.getProperty(URL);
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(URL + " must begin with jdbc:postgresql:");
        }
        if (url.contains("password=") || url.contains("@")) {
            throw new IllegalArgumentException(
                    URL + " must not carry a password, " + PASSWORD_FILE + " names its file");
        }
        String file = System.getProperty(PASSWORD_FILE, "");
        try {
            String password = file.isEmpty()
                    ? ""
                    : Files.readString(Path.of(file), StandardCharsets.UTF_8)
                            .lines()
                            .findFirst()
                            .orElse("");
            return new Database.Address(url, System.getProperty(USER, ""), password);
        } catch (IOException e) {
            throw new StoreException("the file of " + PASSWORD_FILE + " cannot be read", e);
        }
    }
}
