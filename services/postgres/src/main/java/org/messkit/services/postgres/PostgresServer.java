// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.messkit.services.pantry.Durability;
import org.messkit.services.pantry.OwnServer;
import org.messkit.services.pantry.StoreFolder;
import org.messkit.services.relational.Database;
import org.messkit.services.spi.StoreException;

/**
 * A PostgreSQL of our own: a fresh cluster in a folder, a password drawn for it. Where the folder has a cluster already, as after a kill,
 * that one is recovered.
 */
final class PostgresServer implements AutoCloseable {
    private static final String USER = "messkit";
    /** Statements that take longer are in its log, without their values. */
    private static final int SLOW_MILLIS = 100;

    private final StoreFolder folder;
    private final Runner runner;
    private final Path programs;
    private final Path own;
    private final Path cluster;
    private final OwnServer server;
    private final String password;

    private PostgresServer(StoreFolder folder, Durability durability, int connections) throws IOException {
        this.folder = folder;
        programs = Binaries.in(folder.path());
        // Whoever runs the programs must get through to what is given to it, and see nothing else.
        Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwx--x--x"));
        own = Files.createDirectories(folder.path().resolve("postgres-data"));
        cluster = own.resolve("cluster");
        runner = Runner.find(programs, own);
        Path secret = folder.path().resolve("password");
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            password = Files.readString(secret);
        } else {
            password = OwnServer.drawnPassword();
            initialise(secret);
        }
        server = OwnServer.start(new OwnServer.Program(
                "PostgreSQL",
                folder.path().resolve("postgres.log"),
                "ready to accept connections",
                "QUIT",
                port -> command(port, durability, connections)));
    }

    /**
     * Starts one.
     *
     * @throws StoreException if it does not get ready; the message ends with what it said last
     */
    static PostgresServer start(StoreFolder folder, Durability durability, int connections) {
        try {
            return new PostgresServer(folder, durability, connections);
        } catch (IOException e) {
            throw new StoreException("PostgreSQL cannot be started: " + e.getMessage(), e);
        }
    }

    /** Where it is. */
    Database.Address address() {
        return new Database.Address("jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres", USER, password);
    }

    /** As whom it runs. */
    String runsAs() {
        return runner.name();
    }

    /** The cluster gets its name when it is whole: whoever is killed before leaves none. */
    private void initialise(Path secret) throws IOException {
        Path part = own.resolve("part");
        Path readable = own.resolve("password");
        if (Files.exists(part)) {
            Binaries.delete(part);
        }
        Files.deleteIfExists(secret);
        Files.createFile(secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, password);
        Files.copy(secret, readable, StandardCopyOption.REPLACE_EXISTING);
        runner.give(readable);
        runner.program(
                programs.resolve("bin/initdb").toString(),
                "--pgdata=" + part,
                "--username=" + USER,
                "--pwfile=" + readable,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "--no-instructions");
        Files.delete(readable);
        Files.move(part, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> command(int port, Durability durability, int connections) {
        List<String> program =
                new ArrayList<>(List.of(programs.resolve("bin/postgres").toString(), "-D", cluster.toString()));
        for (String setting : settings(port, durability, connections)) {
            program.addAll(List.of("-c", setting));
        }
        // What it says is looked for in English.
        List<String> command = new ArrayList<>(List.of("env", "LC_ALL=C"));
        command.addAll(runner.command(program));
        return command;
    }

    private static List<String> settings(int on, Durability durability, int connections) {
        return List.of(
                "port=" + on,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=" + (connections + 10),
                "shared_buffers=128MB",
                "fsync=" + (durability == Durability.DISK ? "on" : "off"),
                "synchronous_commit=" + (durability == Durability.NONE ? "off" : "on"),
                "jit=off",
                "log_min_messages=log",
                "log_min_duration_statement=" + SLOW_MILLIS,
                "log_parameter_max_length=0",
                // An order has no business in a log.
                "log_min_error_statement=panic");
    }

    @Override
    public void close() {
        server.close();
        folder.close();
    }
}
