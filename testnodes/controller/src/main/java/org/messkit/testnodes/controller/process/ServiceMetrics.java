// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a service process says of itself at one instant: its {@code /metrics}, counters since its start.
 *
 * @param epochMicros when it was asked, wall clock
 * @param values by name, without those that have labels
 */
public record ServiceMetrics(long epochMicros, Map<String, Double> values) {
    static final String REQUESTS = "messkit_requests_total";
    static final String COMPILATION = "jvm_compilation_seconds_total";
    static final String CLASSES = "jvm_classes_loaded_total";

    /**
     * Copies.
     *
     * @throws IllegalArgumentException if a value is missing that the kit needs
     */
    public ServiceMetrics {
        values = Map.copyOf(values);
        for (String name : List.of(REQUESTS, COMPILATION, CLASSES)) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("they do not have " + name);
            }
        }
    }

    /**
     * Reads Prometheus text.
     *
     * @throws IllegalArgumentException if a value is no number, or missing
     */
    static ServiceMetrics parse(long epochMicros, String text) {
        Map<String, Double> values = new HashMap<>();
        for (String line : text.split("\n")) {
            int space = line.indexOf(' ');
            if (!line.startsWith("#") && space > 0 && line.indexOf('{') < 0) {
                values.put(line.substring(0, space), Double.parseDouble(line.substring(space + 1)));
            }
        }
        return new ServiceMetrics(epochMicros, values);
    }

    /** Requests that arrived. */
    public long requests() {
        return values.get(REQUESTS).longValue();
    }

    /** Time that the JVM's compilers took, summed over their threads. */
    public double compilationSeconds() {
        return values.get(COMPILATION);
    }

    /** Classes loaded. */
    public double loadedClasses() {
        return values.get(CLASSES);
    }
}
