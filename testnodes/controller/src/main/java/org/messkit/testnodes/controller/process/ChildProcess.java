// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that ends with this one: it watches its standard input, whose other end is held here alone and closed by the
 * system however this process ends. Its error output goes to a log file.
 */
public final class ChildProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    /** A terminal's Ctrl-C goes to children too. They ignore it, so that it is this process that ends them, in order. */
    private static final List<String> SHIELDED = List.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh");

    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a process.
     *
     * @param command program and arguments
     * @param log where its error output is appended
     * @throws IOException if it cannot be started
     */
    public static ChildProcess start(List<String> command, Path log) throws IOException {
        List<String> shielded = new ArrayList<>(SHIELDED);
        shielded.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(shielded);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // A user's own options would change what is measured without being on its chart.
        List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS").forEach(builder.environment()::remove);
        return new ChildProcess(builder.start());
    }

    /** What the process says. */
    public InputStream output() {
        return process.getInputStream();
    }

    /** What the process hears. */
    public OutputStream input() {
        return process.getOutputStream();
    }

    /** The process itself. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it exited with, once it has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Calls back when the process ends, whoever ends it. */
    public void onExit(Runnable then) {
        process.onExit().thenRun(then);
    }

    /** Ends the process: asks by closing its input, then kills. Returns when it is gone. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // A process that is gone has closed it already.
        }
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Kills the process without asking. */
    public void kill() {
        process.destroyForcibly();
    }
}
