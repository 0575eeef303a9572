// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The machine, as far as it says something about measurements. Reads Linux's files where there are any. */
public final class Machine {
    private static final Path PROC = Path.of("/proc");
    private static final Path CPU = Path.of("/sys/devices/system/cpu");

    private Machine() {}

    /** Named facts in display order; what cannot be found is left out. No host or user names. */
    public static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("operating system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("architecture", System.getProperty("os.arch"));
        line(PROC.resolve("cpuinfo"), "model name").ifPresent(value -> facts.put("processor", value));
        facts.put("processors usable", processors().toString());
        line(PROC.resolve("meminfo"), "MemTotal").ifPresent(value -> facts.put("memory", value));
        line(PROC.resolve("meminfo"), "SwapTotal").ifPresent(value -> facts.put("swap", value));
        text(CPU.resolve("cpu0/cpufreq/scaling_governor")).ifPresent(value -> facts.put("governor", value));
        text(CPU.resolve("smt/active")).ifPresent(value -> facts.put("SMT active", value));
        text(Path.of("/sys/kernel/mm/transparent_hugepage/enabled"))
                .ifPresent(value -> facts.put("transparent huge pages", value));
        text(Path.of("/sys/devices/system/clocksource/clocksource0/current_clocksource"))
                .ifPresent(value -> facts.put("clock source", value));
        text(PROC.resolve("loadavg")).ifPresent(value -> facts.put("load average at start", value));
        return facts;
    }

    /** Numbers of the processors that this process may use, ascending; counted from 0 where the system does not say. */
    public static List<Integer> processors() {
        List<Integer> numbers = new ArrayList<>();
        Optional<String> allowed = line(PROC.resolve("self/status"), "Cpus_allowed_list");
        if (allowed.isPresent()) {
            for (String range : allowed.get().split(",")) {
                String[] ends = range.strip().split("-");
                int last = Integer.parseInt(ends[ends.length - 1]);
                for (int n = Integer.parseInt(ends[0]); n <= last; n++) {
                    numbers.add(n);
                }
            }
        } else {
            for (int n = 0; n < Runtime.getRuntime().availableProcessors(); n++) {
                numbers.add(n);
            }
        }
        return List.copyOf(numbers);
    }

    private static Optional<String> line(Path file, String name) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
