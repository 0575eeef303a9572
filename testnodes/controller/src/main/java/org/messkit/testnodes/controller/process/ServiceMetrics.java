// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a service process says of itself at one instant: its {@code /metrics}, counters since its start.
 *
 * @param epochMicros when it was asked, wall clock
 * @param values by name, without those that have labels
 */
public record ServiceMetrics(long epochMicros, Map<String, Double> values) {
    private static final String STORE = "messkit_store_";
    private static final String TOTAL = "_total";
    private static final String REQUESTS = "messkit_requests_total";
    private static final String CLASSES = "jvm_classes_loaded_total";
    /** Requests that are not answered yet. */
    public static final String IN_FLIGHT = "messkit_requests_in_flight";
    /** Threads that served a request, summed over looks. */
    public static final String SERVING_SAMPLES = "messkit_serving_samples_total";
    /** Threads of them that waited for a lock, summed over looks. */
    public static final String LOCK_SAMPLES = "messkit_lock_wait_samples_total";
    /** Threads of them that waited for a pool, summed over looks. */
    public static final String POOL_SAMPLES = "messkit_pool_wait_samples_total";
    /** Seconds that the JVM compiled, summed over its compilers' threads. */
    public static final String COMPILATION = "jvm_compilation_seconds_total";
    /** Seconds of garbage collection. */
    public static final String COLLECTION = "jvm_gc_seconds_total";
    /** Bytes that were allocated. */
    public static final String ALLOCATED = "jvm_allocated_bytes_total";
    /** Bytes of heap in use. */
    public static final String HEAP = "jvm_heap_used_bytes";
    /** Live threads. */
    public static final String THREADS = "jvm_threads";

    private static final List<String> NEEDED = List.of(
            REQUESTS,
            CLASSES,
            IN_FLIGHT,
            SERVING_SAMPLES,
            LOCK_SAMPLES,
            POOL_SAMPLES,
            COMPILATION,
            COLLECTION,
            ALLOCATED,
            HEAP,
            THREADS);

    /**
     * Copies.
     *
     * @throws IllegalArgumentException if a value is missing that the kit needs
     */
    public ServiceMetrics {
        values = Map.copyOf(values);
        for (String name : NEEDED) {
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
    public static ServiceMetrics parse(long epochMicros, String text) {
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

    /** What the store's database counts, without the parts that all names share. */
    public SortedSet<String> storeCounters() {
        SortedSet<String> names = new TreeSet<>();
        for (String name : values.keySet()) {
            if (name.startsWith(STORE) && name.endsWith(TOTAL)) {
                names.add(name.substring(STORE.length(), name.length() - TOTAL.length()));
            }
        }
        return names;
    }

    /** What the store's database counted; not a number where it did not say. */
    public double storeCounter(String name) {
        return values.getOrDefault(STORE + name + TOTAL, Double.NaN);
    }

    /** The value of that name; one of the names here. */
    public double of(String name) {
        return values.get(name);
    }
}
