// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.services.pantry.Durability;
import org.messkit.services.pantry.StoreFolder;
import org.messkit.services.relational.Database;

class PostgresServerTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void stay() {
        System.setProperty(StoreFolder.PROPERTY, folder.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(StoreFolder.PROPERTY);
    }

    @Test
    void aFolderWhoseClusterWasNeverWholeStartsAnew() throws Exception {
        Path data = Files.createDirectories(folder.resolve("postgres-data"));
        Files.writeString(folder.resolve("password"), "half");
        Files.writeString(data.resolve("password"), "half");
        Files.writeString(Files.createDirectory(data.resolve("part")).resolve("PG_VERSION"), "18");
        String password = password();
        assertNotEquals("half", password);
        assertEquals(password, password(), "that of the cluster that is there now");
    }

    /** With which one gets in. */
    private static String password() throws SQLException {
        try (PostgresServer server = PostgresServer.start(StoreFolder.open(), Durability.NONE, 10)) {
            Database.Address address = server.address();
            try (Connection connection =
                    DriverManager.getConnection(address.url(), address.user(), address.password())) {
                assertTrue(connection.isValid(1));
                return address.password();
            }
        }
    }
}
