// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.process;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.messkit.testnodes.monitor.Machine;

/**
 * Which processors services and TestNode get, so that neither takes from the other.
 *
 * @param service for the service
 * @param testNode for the TestNode
 * @param pinned whether processes can be kept on them
 */
public record Cores(List<Integer> service, List<Integer> testNode, boolean pinned) {
    private static final int SHARE = 4;
    private static final long PATIENCE_SECONDS = 5;

    /** Copies. */
    public Cores {
        service = List.copyOf(service);
        testNode = List.copyOf(testNode);
    }

    /**
     * Splits this machine's processors: a quarter, at least one, for the TestNode, the rest for the service, or as many as
     * were asked for. On one processor both share it and are not pinned.
     *
     * @param serviceCores wanted for the service, 0 for the default
     * @param testNodeCores wanted for the TestNode, 0 for the default
     * @throws IllegalArgumentException if the machine has fewer than asked for
     */
    public static Cores split(int serviceCores, int testNodeCores) {
        return split(Machine.processors(), serviceCores, testNodeCores, canPin());
    }

    static Cores split(List<Integer> usable, int serviceCores, int testNodeCores, boolean canPin) {
        if (usable.size() == 1 && serviceCores <= 1 && testNodeCores <= 1) {
            return new Cores(usable, usable, false);
        }
        int forNode = testNodeCores > 0 ? testNodeCores : Math.max(1, usable.size() / SHARE);
        int forService = serviceCores > 0 ? serviceCores : Math.max(1, usable.size() - forNode);
        if (forNode + forService > usable.size()) {
            throw new IllegalArgumentException("service and TestNode need " + (forService + forNode)
                    + " cores together, this machine lets us use " + usable.size());
        }
        return new Cores(usable.subList(forNode, forNode + forService), usable.subList(0, forNode), canPin);
    }

    /** As {@link #pin}, with the processes that it has started. */
    public static void pinTree(ProcessHandle process, List<Integer> processors) throws IOException {
        for (ProcessHandle child : process.descendants().toList()) {
            try {
                pin(child, processors);
            } catch (IOException e) {
                if (child.isAlive()) {
                    throw e;
                }
            }
        }
        pin(process, processors);
    }

    /**
     * Keeps all threads of a running process, and those that they will start, on some processors.
     *
     * @throws IOException if that cannot be done, as for a process that has ended
     */
    public static void pin(ProcessHandle process, List<Integer> processors) throws IOException {
        String list = String.join(",", processors.stream().map(String::valueOf).toList());
        Process taskset = new ProcessBuilder("taskset", "-a", "-c", "-p", list, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!taskset.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || taskset.exitValue() != 0) {
                throw new IOException("process " + process.pid() + " cannot be pinned to processors " + list);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a process was pinned", e);
        }
    }

    private static boolean canPin() {
        try {
            Process probe = new ProcessBuilder("taskset", "-V")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
