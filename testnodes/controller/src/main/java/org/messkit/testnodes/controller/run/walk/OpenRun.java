// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.walk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.messkit.results.log.RunWriter;

/**
 * What a run has open: its files and its processes. A shutdown hook may end it at any instant, also before there is anything. Thread-safe.
 */
final class OpenRun {
    private final List<Runnable> kills = new ArrayList<>();
    private Optional<RunWriter> writer = Optional.empty();
    private boolean interrupted;
    private boolean finished;

    /** From now on there is a run to be finished. */
    synchronized void opened(RunWriter files) {
        writer = Optional.of(files);
    }

    /** Remembers how a process is killed; at once, where the run was interrupted meanwhile. */
    synchronized void started(Runnable kill) {
        kills.add(kill);
        if (interrupted) {
            kill.run();
        }
    }

    synchronized boolean isInterrupted() {
        return interrupted;
    }

    /** Kills all processes; those that are gone bear it. */
    synchronized void end() {
        kills.forEach(Runnable::run);
    }

    /** Finishes the run's files, once. */
    synchronized void finish(String how) throws IOException {
        if (writer.isPresent() && !finished) {
            finished = true;
            writer.get().finish(how);
        }
    }

    /**
     * Ends processes and files with the cells that are whole; returns when all is written.
     *
     * @return whether there is a run to report on
     */
    synchronized boolean interrupt() {
        interrupted = true;
        end();
        try {
            finish("interrupted");
            return writer.isPresent();
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return false;
        }
    }
}
