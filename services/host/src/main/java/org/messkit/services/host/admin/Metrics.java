// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.admin;

import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Locale;
import java.util.Optional;
import org.messkit.services.spi.DataStore;

/**
 * The figures of the service port, of this JVM, and of the store where there is one.
 *
 * @param counters of requests and answers
 * @param threads that serve them
 */
record Metrics(Counters counters, ThreadStates threads, Optional<DataStore> store) {
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;

    /** In Prometheus text. What this JVM does not tell is {@code NaN}. */
    String text() {
        StringBuilder out = new StringBuilder();
        counter(out, "messkit_requests_total", "Requests that arrived at the service port", counters.requests.sum());
        out.append("# HELP messkit_responses_total Answers given, by class of status\n");
        out.append("# TYPE messkit_responses_total counter\n");
        for (int i = 1; i <= 5; i++) {
            out.append("messkit_responses_total{status=\"").append(i).append("xx\"} ");
            out.append(counters.answeredInClass(i)).append('\n');
        }
        gauge(out, "messkit_requests_in_flight", "Requests that are not answered yet", counters.inFlight());
        counter(
                out,
                "messkit_serving_samples_total",
                "Threads that served a request, summed over ten looks a second",
                threads.serving.sum());
        counter(
                out,
                "messkit_lock_wait_samples_total",
                "Threads of them that waited for a lock, summed over ten looks a second",
                threads.locked.sum());
        counter(
                out,
                "messkit_pool_wait_samples_total",
                "Threads of them that waited for a pool, summed over ten looks a second",
                threads.pooled.sum());
        counter(out, "process_cpu_seconds_total", "CPU time of this process", cpuSeconds());
        counter(out, "jvm_gc_seconds_total", "Time that the program stood still for garbage collection", gcSeconds());
        counter(out, "jvm_compilation_seconds_total", "Time in the JVM's compilers", compilationSeconds());
        counter(
                out,
                "jvm_classes_loaded_total",
                "Classes loaded",
                ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
        counter(out, "jvm_allocated_bytes_total", "Bytes allocated by threads that live", allocatedBytes());
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        gauge(out, "jvm_heap_used_bytes", "Heap in use", heap.getUsed());
        gauge(out, "jvm_heap_max_bytes", "Largest heap", heap.getMax());
        gauge(
                out,
                "jvm_threads",
                "Live threads",
                ManagementFactory.getThreadMXBean().getThreadCount());
        store.ifPresent(kept -> kept.counters()
                .forEach((name, value) ->
                        counter(out, "messkit_store_" + name + "_total", "Counted by the store's database", value)));
        return out.toString();
    }

    private static double cpuSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getProcessCpuTime() / NANOS
                : Double.NaN;
    }

    /** Time in which the program stood still; collectors that work beside it have beans of their own for that. */
    private static double gcSeconds() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .filter(bean -> !bean.getName().endsWith("Cycles")
                                && !bean.getName().contains("Concurrent"))
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                        .sum()
                / MILLIS;
    }

    private static double allocatedBytes() {
        if (!(ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads)) {
            return Double.NaN;
        }
        long sum = 0;
        for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }

    private static double compilationSeconds() {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        return compiler != null && compiler.isCompilationTimeMonitoringSupported()
                ? compiler.getTotalCompilationTime() / MILLIS
                : Double.NaN;
    }

    private static void counter(StringBuilder out, String name, String help, double value) {
        sample(out, name, help, "counter", value);
    }

    private static void gauge(StringBuilder out, String name, String help, double value) {
        sample(out, name, help, "gauge", value);
    }

    private static void sample(StringBuilder out, String name, String help, String type, double value) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        boolean whole = value == Math.rint(value);
        out.append(name)
                .append(' ')
                .append(whole ? Long.toString((long) value) : String.format(Locale.ROOT, "%.6f", value));
        out.append('\n');
    }
}
