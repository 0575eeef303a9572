// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.monitor;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** CPU time of a process and of all that it started. What one of those used stays counted when it has ended. Thread-safe. */
final class ProcessTree {
    /** To find them all of the machine's processes are looked at. */
    private static final int LOOKS_PER_SEARCH = 10;

    private final ProcessHandle root;
    private List<ProcessHandle> started = List.of();
    private int looks;
    private final Map<ProcessHandle, Double> used = new HashMap<>();

    ProcessTree(ProcessHandle root) {
        this.root = root;
    }

    /** The sum; empty where the root cannot be asked. */
    synchronized OptionalDouble cpuSeconds() {
        Optional<Duration> own = root.info().totalCpuDuration();
        if (own.isEmpty()) {
            return OptionalDouble.empty();
        }
        used.put(root, own.get().toNanos() / 1e9);
        if (looks++ % LOOKS_PER_SEARCH == 0) {
            started = root.descendants().toList();
        }
        started.forEach(
                process -> process.info().totalCpuDuration().ifPresent(cpu -> used.put(process, cpu.toNanos() / 1e9)));
        return OptionalDouble.of(
                used.values().stream().mapToDouble(Double::doubleValue).sum());
    }
}
