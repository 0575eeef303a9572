// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pantry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.messkit.services.spi.StoreException;

/**
 * A database server that a store starts for itself, on a free port of loopback. It ends with this process however that ends: a shell holds the
 * read end of a pipe whose other end is held here alone. When it ends by itself, so does this process, which could answer nothing any more.
 */
public final class OwnServer implements AutoCloseable {
    private static final int TRIES = 5;
    private static final long START_MILLIS = 60_000;
    private static final long LOOK_MILLIS = 20;
    private static final long AGAIN_MILLIS = 300;
    private static final long END_SECONDS = 10;
    private static final int FAILED = 5;
    private static final int PASSWORD_BYTES = 24;
    /** Waits for the end of its input, and then sends the server the signal that is its own name; when the server ends, so does this. */
    private static final List<String> WATCHED = List.of(
            "sh",
            "-c",
            "trap '' INT; exec 3<&0; \"$@\" </dev/null 3<&- & server=$!; "
                    + "(cat <&3 >/dev/null; kill -$0 $server 2>/dev/null) & exec 3<&-; wait $server");

    private static final Pattern WRONG = Pattern.compile("\\b(FATAL|PANIC|error|Exception):");

    private final Program program;
    private final Process process;
    private final int port;
    private volatile boolean closing;

    private OwnServer(Program program, Process process, int port) {
        this.program = program;
        this.process = process;
        this.port = port;
        process.onExit().thenRun(this::ended);
    }

    /**
     * What is started.
     *
     * @param name for messages
     * @param log file that gets what it says
     * @param ready what it says there when it is ready
     * @param signal by which it is asked to end, for example {@code TERM}
     * @param command by the port on which it is to listen; nothing secret, for others can see it
     */
    public record Program(String name, Path log, String ready, String signal, IntFunction<List<String>> command) {}

    /**
     * Starts one and waits until it is ready.
     *
     * @throws StoreException if it does not get ready; the message ends with what it said last
     * @throws IOException if it cannot be started at all
     */
    public static OwnServer start(Program program) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int port = freePort();
            Process started = started(program, port);
            if (started != null) {
                return new OwnServer(program, started, port);
            }
            // The port may be taken, or who was killed before us may not be quite gone.
            sleep(program, AGAIN_MILLIS);
        }
        throw new StoreException(program.name + " did not start: " + lastSaid(program), null);
    }

    /** A password that nobody can guess. */
    public static String drawnPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** A server that is ready, or null if it ended at once: mostly because somebody else took the port. */
    private static Process started(Program program, int port) throws IOException {
        List<String> command = new ArrayList<>(WATCHED);
        command.add(program.signal);
        command.addAll(program.command.apply(port));
        Files.writeString(program.log, "");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(program.log.toFile())
                .start();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MILLIS);
        while (process.isAlive() && System.nanoTime() < end) {
            if (Files.readString(program.log).contains(program.ready)) {
                return process;
            }
            sleep(program, LOOK_MILLIS);
        }
        end(process);
        return null;
    }

    private void ended() {
        if (!closing) {
            System.err.println(program.name + " ended: " + lastSaid(program));
            Runtime.getRuntime().halt(FAILED);
        }
    }

    @Override
    public void close() {
        if (!closing) {
            closing = true;
            end(process);
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

    /** What a program said last of what went wrong; where nothing looks like that, what it said last. */
    public static String reason(List<String> said) {
        return said.stream()
                .filter(line -> WRONG.matcher(line).find())
                .reduce((before, last) -> last)
                .orElse(said.isEmpty() ? "it said nothing" : said.get(said.size() - 1));
    }

    private static String lastSaid(Program program) {
        try {
            return reason(Files.readAllLines(program.log, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return "what it said cannot be read";
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void sleep(Program program, long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while " + program.name + " started", e);
        }
    }
}
