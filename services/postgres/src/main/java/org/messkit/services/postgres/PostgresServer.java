// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.messkit.services.pantry.Durability;
import org.messkit.services.pantry.StoreFolder;
import org.messkit.services.relational.Database;
import org.messkit.services.spi.StoreException;

/**
 * A PostgreSQL of our own: a fresh cluster in a folder, a free port of loopback, a password drawn for it. It ends with this process however
 * that ends: a shell holds the read end of a pipe whose other end is held here alone. Where the folder has a cluster already, as after a
 * kill, that one is recovered.
 */
final class PostgresServer implements AutoCloseable {
    private static final String USER = "messkit";
    private static final int TRIES = 5;
    private static final long START_MILLIS = 60_000;
    private static final long LOOK_MILLIS = 20;
    private static final long AGAIN_MILLIS = 300;
    private static final long END_SECONDS = 10;
    private static final int FAILED = 5;
    /** Waits for the end of its input, and then ends the server; when the server ends, so does this. */
    private static final List<String> WATCHED = List.of(
            "sh",
            "-c",
            "trap '' INT; exec 3<&0; \"$@\" </dev/null 3<&- & server=$!; "
                    + "(cat <&3 >/dev/null; kill -QUIT $server 2>/dev/null) & exec 3<&-; wait $server",
            "sh");

    private final StoreFolder folder;
    private final Runner runner;
    private final Path programs;
    private final Path own;
    private final Process process;
    private final int port;
    private final String password;
    private volatile boolean closing;

    private PostgresServer(StoreFolder folder, Durability durability, int connections) throws IOException {
        this.folder = folder;
        programs = Binaries.in(folder.path());
        // Whoever runs the programs must get through to what is given to it, and see nothing else.
        Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwx--x--x"));
        own = Files.createDirectories(folder.path().resolve("postgres-data"));
        runner = Runner.find(programs, own);
        Path secret = folder.path().resolve("password");
        if (Files.exists(secret)) {
            password = Files.readString(secret);
        } else {
            password = drawn();
            Files.createFile(
                    secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(secret, password);
            initialise(secret);
        }
        Process started = null;
        int opened = 0;
        for (int i = 0; i < TRIES && started == null; i++) {
            opened = freePort();
            started = started(opened, durability, connections);
            if (started == null) {
                // The port may be taken, or who was killed before us may not be quite gone.
                pause(AGAIN_MILLIS);
            }
        }
        if (started == null) {
            throw new StoreException("PostgreSQL did not start: " + lastSaid(), null);
        }
        process = started;
        port = opened;
        process.onExit().thenRun(this::ended);
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
        return new Database.Address("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, password);
    }

    /** As whom it runs. */
    String runsAs() {
        return runner.name();
    }

    private void initialise(Path secret) throws IOException {
        Path readable = own.resolve("password");
        Files.copy(secret, readable);
        runner.give(readable);
        runner.program(
                programs.resolve("bin/initdb").toString(),
                "--pgdata=" + own.resolve("cluster"),
                "--username=" + USER,
                "--pwfile=" + readable,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "--no-instructions");
        Files.delete(readable);
    }

    /** A server that is ready, or null if it ended at once: mostly because somebody else took the port. */
    private Process started(int on, Durability durability, int connections) throws IOException {
        List<String> command = new ArrayList<>(WATCHED);
        List<String> server = new ArrayList<>(List.of(
                programs.resolve("bin/postgres").toString(),
                "-D",
                own.resolve("cluster").toString()));
        for (String setting : settings(on, durability, connections)) {
            server.addAll(List.of("-c", setting));
        }
        command.addAll(runner.command(server));
        Files.writeString(log(), "");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        builder.redirectErrorStream(true).redirectOutput(log().toFile());
        Process process = builder.start();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MILLIS);
        while (process.isAlive() && System.nanoTime() < end) {
            if (Files.readString(log()).contains("ready to accept connections")) {
                return process;
            }
            pause(LOOK_MILLIS);
        }
        end(process);
        return null;
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
                // An order has no business in a log.
                "log_min_error_statement=panic");
    }

    /** Its own end, when nobody closed it, is the end of the service too: it would answer nothing any more. */
    private void ended() {
        if (!closing) {
            System.err.println("PostgreSQL ended: " + lastSaid());
            Runtime.getRuntime().halt(FAILED);
        }
    }

    @Override
    public void close() {
        if (!closing) {
            closing = true;
            end(process);
            folder.close();
        }
    }

    private static void end(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It is gone.
        }
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path log() {
        return folder.path().resolve("postgres.log");
    }

    private String lastSaid() {
        try {
            List<String> lines = Files.readAllLines(log(), StandardCharsets.UTF_8);
            return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
        } catch (IOException e) {
            return "what it said cannot be read";
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String drawn() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while PostgreSQL started", e);
        }
    }
}
