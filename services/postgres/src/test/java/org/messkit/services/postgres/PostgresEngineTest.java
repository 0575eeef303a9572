// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.services.pantry.Durability;
import org.messkit.services.pantry.StoreFolder;
import org.messkit.services.relational.Database;
import org.messkit.services.spi.StoreException;

/** An existing server, and what is wrong with one, said in one line. */
class PostgresEngineTest {
    private static final List<String> PROPERTIES =
            List.of(Settings.URL, Settings.USER, Settings.PASSWORD_FILE, Durability.PROPERTY);

    private static PostgresServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        server = PostgresServer.start(StoreFolder.open(), Durability.PROCESS, 20);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @BeforeEach
    void pointAtIt() throws IOException {
        System.setProperty(Settings.URL, server.address().url());
        System.setProperty(Settings.USER, server.address().user());
        password(server.address().password());
    }

    @AfterEach
    void forget() {
        PROPERTIES.forEach(System::clearProperty);
    }

    @Test
    void aServerThatExistsIsUsedAndItsTablesAreEmptied() {
        try (Closing open = open()) {
            open.engine.database().run(List.of("insert into one values (1)"));
        }
        try (Closing again = open()) {
            assertEquals(0, again.count("one"));
            assertEquals("existing", again.engine.settings().get("server"));
            assertEquals("process", again.engine.settings().get("durability"));
        }
    }

    @Test
    void whatTheServerCountsRisesWithWork() throws InterruptedException {
        try (Closing open = open()) {
            Database database = open.engine.database();
            Map<String, Long> before = open.engine.counters(database);
            assertTrue(before.keySet().containsAll(List.of("commits", "blocks_hit", "log_bytes")), before.toString());
            database.run(List.of("insert into one values (1)"));
            // A backend reports what it did a second after it did so.
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (open.engine.counters(database).get("rows_inserted") <= before.get("rows_inserted")) {
                assertTrue(System.nanoTime() < end, "the row is never counted");
                Thread.sleep(100);
                database.run(List.of("select 1"));
            }
        }
    }

    @Test
    void anotherLevelThanTheServersIsRefused() {
        System.setProperty(Durability.PROPERTY, "disk");
        var e = assertThrows(IllegalArgumentException.class, this::open);
        assertTrue(e.getMessage().contains("fsync=off") && e.getMessage().contains("which is process"), e.getMessage());
    }

    @Test
    void aWrongPasswordIsSaidAndNotShown() throws IOException {
        password("wrong-and-secret");
        var e = assertThrows(StoreException.class, this::open);
        assertTrue(e.getMessage().contains("password authentication failed"), e.getMessage());
        assertFalse(e.getMessage().contains("secret"), e.getMessage());
        assertFalse(server.address().toString().contains(server.address().password()));
        System.setProperty(Settings.URL, server.address().url() + "?password=secret");
        assertFalse(assertThrows(IllegalArgumentException.class, this::open)
                .getMessage()
                .contains("secret"));
    }

    @Test
    void aServerThatIsNotThereIsSaid() {
        System.setProperty(Settings.URL, "jdbc:postgresql://127.0.0.1:1/postgres");
        var e = assertThrows(StoreException.class, this::open);
        assertTrue(e.getMessage().startsWith("the database cannot be opened: "), e.getMessage());
    }

    @Test
    void severalDesignsHaveRoomOnOneServer() {
        try (Closing open = open();
                Closing another = new Closing(PostgresEngine.open("an-other", PostgresEngineTest.class))) {
            open.engine.database().run(List.of("insert into one values (1)"));
            another.engine.database().run(List.of("insert into one values (1), (2)"));
            assertEquals(1, open.count("one"));
            assertEquals(2, another.count("one"));
            assertEquals(2, open.count("messkit_an_other.one"));
        }
    }

    @Test
    void whatOthersHaveInADatabaseStays() throws SQLException {
        server("create table public.one (n int)", "insert into public.one values (1)");
        try (Closing open = open()) {
            assertEquals(0, open.count("one"));
            assertEquals(1, open.count("public.one"));
        } finally {
            server("drop table public.one");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // An older version's: the same number, other statements.
                "update messkit_test.flyway_schema_history set checksum = 1 where version = '1'",
                // A newer version's.
                "insert into messkit_test.flyway_schema_history select 2, '2', 'two', 'SQL', 'V2__two.sql', 1, 'who', now(), 1, true",
                // Somebody else's.
                "drop table messkit_test.flyway_schema_history"
            })
    void aSchemaOfAnotherVersionIsSaid(String breaking) throws SQLException {
        open().close();
        server(breaking);
        try {
            var e = assertThrows(StoreException.class, this::open);
            assertEquals(
                    "the database's schema messkit_test is not as it must be: its tables are another version's of the kit, or none of the"
                            + " kit's; drop it, or give another database",
                    e.getMessage());
        } finally {
            server("drop schema messkit_test cascade");
        }
    }

    @Test
    void aMissingTableIsSaid() throws SQLException {
        open().close();
        server("drop table messkit_test.one");
        try {
            var e = assertThrows(StoreException.class, this::open);
            assertTrue(e.getMessage().contains("\"one\" does not exist"), e.getMessage());
        } finally {
            server("drop schema messkit_test cascade");
        }
    }

    /** As its owner may. */
    private static void server(String... statements) throws SQLException {
        Database.Address address = server.address();
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private void password(String password) throws IOException {
        Path file = folder.resolve("password");
        Files.writeString(file, password + "\n");
        System.setProperty(Settings.PASSWORD_FILE, file.toString());
    }

    private Closing open() {
        return new Closing(PostgresEngine.open("test", PostgresEngineTest.class));
    }

    /** Closes a pool when a test is through with it. */
    private static final class Closing implements AutoCloseable {
        private final PostgresEngine engine;

        Closing(PostgresEngine engine) {
            this.engine = engine;
        }

        int count(String table) {
            return engine.database().read(connection -> {
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("select count(*) from " + table)) {
                    rows.next();
                    return rows.getInt(1);
                }
            });
        }

        @Override
        public void close() {
            engine.database().close();
        }
    }
}
