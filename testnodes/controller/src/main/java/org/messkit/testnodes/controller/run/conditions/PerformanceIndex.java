// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.conditions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.messkit.results.log.Rules;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.JvmSettings;

/** How fast one core of this machine does a fixed piece of work: 100 is a thousand reference documents per second. */
final class PerformanceIndex {
    private static final String MAIN = "org.messkit.testnodes.node.PerformanceIndexMain";
    private static final double PER_POINT = 10;
    private static final int LONGEST_SECONDS = 30;

    private PerformanceIndex() {}

    /**
     * Measures; takes five seconds.
     *
     * @param service where and how services run: the workload has one of their cores
     * @return facts of the machine; what could not be measured says so
     */
    static Map<String, String> facts(Home home, JvmSettings service) {
        JvmSettings one =
                new JvmSettings(Home.java(), "256m", "Parallel", service.cores().subList(0, 1), service.pinned());
        Map<String, String> facts = new LinkedHashMap<>();
        try {
            Process process = new ProcessBuilder(one.command(home.testNodeClassPath(), MAIN, List.of(), List.of()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
                if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    throw new IOException("the reference workload failed");
                }
                double[] windows = Arrays.stream(said.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .sorted()
                        .toArray();
                facts.putAll(facts(windows));
            } finally {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | NumberFormatException e) {
            facts.put("Performance Index", "not measured: " + e.getMessage());
        }
        return facts;
    }

    /** From documents per second of each window, rising. */
    static Map<String, String> facts(double[] windows) {
        double median = windows[windows.length / 2];
        double spread = (windows[windows.length - 1] - windows[0]) / median;
        String range = String.format(Locale.ROOT, "%.1f %% over %d windows", 100 * spread, windows.length);
        return spread > Rules.INDEX_SPREAD.value()
                ? Map.of("Performance Index", "not known: it differed by " + range + ", so something else was at work")
                : Map.of(
                        "Performance Index",
                        String.format(Locale.ROOT, "%.1f", median / PER_POINT),
                        "Performance Index, spread",
                        range);
    }
}
