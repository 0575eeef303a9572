// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.messkit.testnodes.controller.process.Jvm;

/**
 * Runs JMH in a process of its own, one fork each time, so that forks of several benchmarks can be interleaved. May be closed by
 * another thread.
 */
public final class Jmh implements AutoCloseable {
    private static final int START_SECONDS = 120;

    private final Path log;
    private volatile boolean closed;
    private volatile Process running;

    /**
     * Makes one.
     *
     * @param log where what JMH says is appended
     */
    public Jmh(Path log) {
        this.log = log;
    }

    /**
     * Runs one fork of a benchmark.
     *
     * @param mode {@code thrpt} or {@code sample}
     * @param json where JMH writes its result
     * @param profilers of JMH
     * @throws IOException if there is no result; the message says what JMH said of the failure
     */
    public void run(Benchmark benchmark, String mode, Fork fork, Path json, List<String> profilers) throws IOException {
        List<String> command = benchmark.command(Jvm.own().java(), json.toAbsolutePath(), mode, fork, profilers);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // A user's own options would change what is measured without being said.
        List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS").forEach(builder.environment()::remove);
        if (closed) {
            throw new IOException("interrupted");
        }
        long logged = Files.exists(log) ? Files.size(log) : 0;
        Process process = builder.start();
        running = process;
        try {
            process.getOutputStream().close();
            long seconds = START_SECONDS + 4L * (fork.warmupSeconds() + fork.measureSeconds());
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                throw new IOException(benchmark.name() + ": JMH did not end within " + seconds + " s, see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            end(process);
        }
        if (process.exitValue() != 0 || !Files.exists(json)) {
            throw new IOException(benchmark.name() + ": " + reason(logged) + " (" + log + ")");
        }
    }

    /** Ends what runs. */
    @Override
    public void close() {
        closed = true;
        if (running != null) {
            end(running);
        }
    }

    /** The forks do not end with the process that started them. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** The exception that JMH printed, else its last words. */
    private String reason(long from) throws IOException {
        byte[] said = Files.readAllBytes(log);
        List<String> lines = new ArrayList<>(
                new String(said, (int) from, said.length - (int) from, java.nio.charset.StandardCharsets.UTF_8)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
        return lines.stream()
                .filter(line -> line.matches("[\\w.$]+(Exception|Error): .+"))
                .findFirst()
                .map(line -> line.substring(line.indexOf(": ") + 2))
                .orElse(lines.isEmpty() ? "JMH said nothing" : lines.get(lines.size() - 1));
    }
}
