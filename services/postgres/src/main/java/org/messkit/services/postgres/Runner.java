// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.messkit.services.pantry.OwnServer;
import org.messkit.services.spi.StoreException;

/**
 * How programs of PostgreSQL are run, which refuse to run as root: by an ordinary user as they are; by root as the user nobody, or where
 * that one cannot reach them in a user namespace, in which root is somebody else.
 *
 * @param name of the way, for the settings
 * @param before what stands before a command
 * @param owner who must own the data
 */
record Runner(String name, List<String> before, String owner) {
    private static final long SECONDS = 60;
    private static final List<Runner> OF_ROOT = List.of(
            new Runner(
                    "user nobody (setpriv)",
                    List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"),
                    "nobody"),
            new Runner("user nobody (runuser)", List.of("runuser", "-u", "nobody", "--"), "nobody"),
            new Runner("user namespace", List.of("unshare", "--user", "--map-user=1000", "--map-group=1000"), "root"));
    private static final Runner OF_OTHERS = new Runner("this user", List.of(), System.getProperty("user.name"));

    /**
     * The way that works here.
     *
     * @param programs folder of the programs
     * @param folder that is to hold the data; given to whom it must belong
     * @throws StoreException if there is none
     */
    static Runner find(Path programs, Path folder) {
        return System.getProperty("user.name").equals("root") ? find(OF_ROOT, programs, folder) : OF_OTHERS;
    }

    /** The first of several that works. */
    static Runner find(List<Runner> runners, Path programs, Path folder) {
        List<String> why = new ArrayList<>();
        for (Runner runner : runners) {
            try {
                run(List.of("chown", runner.owner, folder.toString()));
                runner.program(programs.resolve("bin/postgres").toString(), "--version");
                runner.program("test", "-w", folder.toString());
                return runner;
            } catch (IOException e) {
                why.add(runner.name + ": " + e.getMessage());
            }
        }
        throw new StoreException(
                "PostgreSQL does not run as root, and no way was found to run it as another user: "
                        + String.join("; ", why),
                null);
    }

    /** Gives a file of ours to whom it must belong. */
    void give(Path file) throws IOException {
        if (!before.isEmpty()) {
            run(List.of("chown", owner, file.toString()));
        }
    }

    /** The command as it must be started. */
    List<String> command(List<String> program) {
        List<String> command = new ArrayList<>(before);
        command.addAll(program);
        return command;
    }

    /**
     * Runs a program to its end.
     *
     * @throws IOException if it fails; the message has what it said last
     */
    void program(String... program) throws IOException {
        run(command(List.of(program)));
    }

    private static void run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            String said = new String(process.getInputStream().readAllBytes()).strip();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(
                        said.isEmpty()
                                ? command.get(0) + " failed"
                                : OwnServer.reason(said.lines().toList()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
