// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.process.ServiceProcess;

/** What is wrong with a store's surroundings is one clear message and exit 5, without a password, and nothing runs on. */
class StoreFailuresIT {
    private static final ServiceName SERVICE = ServiceName.parse("pantry/pg-text@pox");

    @TempDir
    private static Path server;

    private static ServiceProcess owner;

    @TempDir
    private Path folder;

    /** A service whose database is there for others as well. */
    @BeforeAll
    static void start() throws IOException {
        owner = PantryService.start(SERVICE, server, "process");
    }

    @AfterAll
    static void end() {
        owner.close();
    }

    @Test
    void aDatabaseThatExistsIsUsed() throws Exception {
        assertIsUsed("pg-text");
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"pg-xml", "pg-shredded"})
    void byTheOtherDesignsToo(String technology) throws Exception {
        assertIsUsed(technology);
    }

    private void assertIsUsed(String technology) throws Exception {
        try (Kit kit = existing(passwordFile(), "pantry/" + technology + "@pox")) {
            assertEquals(0, kit.exitCode(), kit::outputOrNothing);
        }
    }

    @Test
    @Tag("slow")
    void dataOfADatabaseThatExistsStay() throws Exception {
        execute("truncate order_text");
        for (String verb : List.of("load", "verify")) {
            try (Kit kit = Kit.start(
                    folder,
                    List.of(),
                    "data",
                    verb,
                    SERVICE.toString(),
                    "--orders",
                    "25",
                    "--jdbc-url",
                    url(),
                    "--jdbc-user",
                    "messkit",
                    "--jdbc-password-file",
                    passwordFile().toString())) {
                assertEquals(0, kit.exitCode(), kit::outputOrNothing);
                assertTrue(kit.output().contains("25 orders"), kit::outputOrNothing);
            }
        }
    }

    @Test
    void aSlowStatementIsInTheServersLogWithoutItsValues() throws Exception {
        execute("select pg_sleep(0.3), ?::text", "value-of-a-message");
        Path log = server.resolve("store/postgres.log");
        Kit.await("the statement", () -> contains(log, "pg_sleep(0.3)"));
        assertTrue(contains(log, "duration: "));
        assertFalse(contains(log, "value-of-a-message"), Files.readString(log));
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void wrongPassword() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong"), "wrong-and-secret\n");
        // Beside one that does start, at the same time.
        try (Kit kit = existing(wrong, "null/baseline@pox", SERVICE.toString())) {
            assertFails(kit, "password authentication failed");
            assertFalse(kit.output().contains("wrong-and-secret"), kit::outputOrNothing);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alter table order_text rename to away | alter table away rename to order_text | \"order_text\" does not exist",
                "update flyway_schema_history set checksum = checksum + 1 | update flyway_schema_history set checksum = checksum - 1 "
                        + "| the database's schema messkit_pg_text is not as it must be: its tables are another version's"
            })
    void missingTableAndAnotherSchema(String breaking, String mending, String message) throws Exception {
        execute(breaking);
        try (Kit kit = existing(passwordFile(), SERVICE.toString())) {
            assertFails(kit, message);
        } finally {
            execute(mending);
        }
    }

    @Test
    void takenPort() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Kit kit = Kit.start(
                        folder,
                        List.of(),
                        "serve",
                        "pantry/h2@pox",
                        "--port",
                        Integer.toString(taken.getLocalPort()))) {
            assertFails(kit, "port " + taken.getLocalPort() + " of 127.0.0.1 cannot be opened");
        }
    }

    @ParameterizedTest
    @CsvSource({"h2, 24m", "pg-text, 24m"})
    void fullDisk(String technology, String size) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                Tools.work("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString()),
                "cannot mount here");
        try {
            Path scenario = Files.writeString(folder.resolve("full.xml"), """
                    <scenario xmlns="urn:messkit:scenario:1" name="full" seed="1">
                      <services>pantry/%s@pox</services>
                      <payload bytes="100kB"/>
                      <closed concurrency="4"/>
                      <timing warmup="2s" settle="100ms" window="3s"/>
                      <store orders="20" mix="insert 1"/>
                      <service-jvm heap="256m"/>
                      <testnode heap="128m"/>
                      <limits other-work="accepted" compilers="accepted" ceiling="none"/>
                    </scenario>
                    """.formatted(technology));
            try (Kit kit = Kit.start(
                    folder,
                    List.of(),
                    "run",
                    scenario.toString(),
                    "--out",
                    disk.resolve("run").toString())) {
                assertFails(kit, "No space left on device");
                assertEquals(
                        List.of(),
                        ProcessHandle.allProcesses()
                                .map(process -> process.info().commandLine().orElse(""))
                                .filter(command -> command.contains(disk.toString()))
                                .toList());
            }
        } finally {
            assertTrue(Tools.work("umount", disk.toString()), "something still uses " + disk);
        }
    }

    private Kit existing(Path passwordFile, String... services) throws IOException {
        List<String> command = new ArrayList<>(List.of("test"));
        command.addAll(List.of(services));
        command.addAll(List.of("--jdbc-url", url(), "--jdbc-user", "messkit"));
        command.addAll(List.of("--jdbc-password-file", passwordFile.toString()));
        return Kit.start(folder, List.of(), command.toArray(new String[0]));
    }

    private static void assertFails(Kit kit, String message) throws Exception {
        assertEquals(5, kit.exitCode(), kit::outputOrNothing);
        assertTrue(kit.output().contains(message), kit::outputOrNothing);
        assertFalse(kit.output().contains("\tat "), kit::outputOrNothing);
        assertFalse(kit.output().contains(Files.readString(passwordFile())), kit::outputOrNothing);
    }

    private static String url() throws IOException {
        // PostgreSQL's own note of how it runs; the port stands on the fourth line.
        List<String> lines = Files.readAllLines(server.resolve("store/postgres-data/cluster/postmaster.pid"));
        return "jdbc:postgresql://127.0.0.1:" + lines.get(3) + "/postgres";
    }

    private static Path passwordFile() {
        return server.resolve("store/password");
    }

    /** With the driver from the room: this module has none. */
    private static void execute(String sql, String... values) throws Exception {
        List<URL> jars = new ArrayList<>();
        for (Path jar : PlantedRoom.jars("pg-text")) {
            jars.add(jar.toUri().toURL());
        }
        Properties login = new Properties();
        login.setProperty("user", "messkit");
        login.setProperty("password", Files.readString(passwordFile()));
        login.setProperty("currentSchema", "messkit_pg_text");
        try (URLClassLoader room = new URLClassLoader(jars.toArray(new URL[0]))) {
            Driver driver = (Driver)
                    room.loadClass("org.postgresql.Driver").getConstructor().newInstance();
            try (Connection connection = driver.connect(url(), login);
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setString(i + 1, values[i]);
                }
                statement.execute();
            }
        }
    }
}
