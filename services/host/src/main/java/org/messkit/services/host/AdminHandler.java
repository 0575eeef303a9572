// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host;

import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.messkit.services.spi.DataStore;

/**
 * The admin port: {@code /health}, {@code /ready}, {@code /metrics} in Prometheus text, {@code /engines}; of stateful services
 * {@code /state}, {@code POST /snapshot} and {@code POST /reset}. What this JVM does not
 * tell is {@code NaN} in the metrics.
 */
final class AdminHandler extends Handler.Abstract {
    private static final Logger LOG = Logger.getLogger(AdminHandler.class.getName());
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;

    private final Counters counters;
    private final ThreadStates threads;
    private final Optional<DataStore> store;
    private final BooleanSupplier ready;
    private final Engines engines;

    AdminHandler(
            Counters counters,
            ThreadStates threads,
            Optional<DataStore> store,
            BooleanSupplier ready,
            Engines engines) {
        this.counters = counters;
        this.threads = threads;
        this.store = store;
        this.ready = ready;
        this.engines = engines;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        switch (Request.getPathInContext(request)) {
            case "/health" -> text(response, callback, HttpStatus.OK_200, "ok\n");
            case "/ready" -> {
                boolean yes = ready.getAsBoolean();
                int status = yes ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503;
                text(response, callback, status, yes ? "ready\n" : "starting\n");
            }
            case "/metrics" -> text(response, callback, HttpStatus.OK_200, metrics());
            case "/engines" -> text(response, callback, HttpStatus.OK_200, engines.text());
            case "/state" -> ask(response, callback, () -> text(response, callback, HttpStatus.OK_200, state()));
            case "/snapshot" -> change(request, response, callback, DataStore::snapshot);
            case "/reset" -> change(request, response, callback, DataStore::reset);
            default -> Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
        }
        return true;
    }

    /** Stateless services keep nothing that could be put back. */
    private void change(Request request, Response response, Callback callback, Consumer<DataStore> change) {
        if (HttpMethod.POST.is(request.getMethod())) {
            ask(response, callback, () -> {
                store.ifPresent(change);
                response.setStatus(HttpStatus.NO_CONTENT_204);
                callback.succeeded();
            });
        } else {
            Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "use POST");
        }
    }

    /** What a store cannot do is told to who asked: on a full disk no log would have it. */
    private static void ask(Response response, Callback callback, Runnable store) {
        try {
            store.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the store cannot do what was asked", e);
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            text(response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500, String.valueOf(root.getMessage()));
        }
    }

    /** A name, a blank and a value to a line; empty for stateless services. */
    private String state() {
        StringBuilder out = new StringBuilder();
        store.ifPresent(kept -> {
            DataStore.State state = kept.state();
            out.append("rows ").append(state.rows()).append('\n');
            out.append("checksum ").append(state.checksum()).append('\n');
            out.append("bytes ").append(state.bytes()).append('\n');
            kept.settings().forEach((name, value) -> out.append("setting:")
                    .append(name.replace(' ', '-'))
                    .append(' ')
                    .append(value)
                    .append('\n'));
        });
        return out.toString();
    }

    private static void text(Response response, Callback callback, int status, String body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    }

    private String metrics() {
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
