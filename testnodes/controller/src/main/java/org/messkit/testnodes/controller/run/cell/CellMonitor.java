// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.cell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.messkit.results.log.Cell;
import org.messkit.testnodes.controller.process.ServiceMetrics;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.monitor.CpuSampler;
import org.messkit.testnodes.monitor.MachineSample;
import org.messkit.testnodes.wire.Interval;
import org.messkit.testnodes.wire.NodeState;

/**
 * Watches both sides of one cell every second. It must not disturb what it watches: where the service does not answer in time,
 * that second is left out. Thread-safe.
 */
final class CellMonitor implements AutoCloseable {
    private static final long PERIOD_MILLIS = 1000;
    private static final List<String> HEADS = List.of(
            "epoch_ms",
            "cores_busy",
            "busiest_core",
            "load_average_1m",
            "run_queue",
            "service_core_work_us",
            "service_cpu_cores",
            "testnode_cpu_cores",
            "service_heap_bytes",
            "service_gc_share",
            "service_compilation_cores",
            "service_allocated_bytes_per_s",
            "service_threads",
            "service_requests_in_flight",
            "service_lock_wait_share",
            "service_pool_wait_share",
            "testnode_heap_bytes",
            "testnode_gc_share",
            "testnode_allocated_bytes_per_s",
            "testnode_threads",
            "network_received_bytes_per_s",
            "network_sent_bytes_per_s",
            "tcp_retransmits_per_s",
            "tcp_connections",
            "disk_busy_share",
            "disk_bytes_per_s");

    /** Both at one instant. */
    private record Look(MachineSample machine, ServiceMetrics service) {
        double seconds(Look before) {
            return (service.epochMicros() - before.service.epochMicros()) / 1e6;
        }

        double machineSeconds(Look before) {
            return (machine.epochMicros() - before.machine.epochMicros()) / 1e6;
        }

        double gain(Look before, String name) {
            return service.of(name) - before.service.of(name);
        }
    }

    /** What the TestNode said of its JVM. */
    private record Said(long epochMillis, NodeState node) {}

    private final Monitors monitors;
    private final ServiceProcess service;
    private final int serviceCores;
    private final List<Said> said = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();
    private final Thread thread = new Thread(this::watch, "cell-monitor");

    /** Begins to watch. */
    CellMonitor(Monitors monitors, ServiceProcess service, int serviceCores) {
        this.monitors = monitors;
        this.service = service;
        this.serviceCores = serviceCores;
        thread.setDaemon(true);
        thread.start();
    }

    /** Keeps what an interval says of the TestNodes' JVMs. */
    void hear(Interval interval) {
        synchronized (looks) {
            said.add(new Said(interval.toMillis(), interval.node()));
        }
    }

    /**
     * What was waited for between two wall-clock instants, by the looks in between; where there are fewer than two, by those around them.
     * Empty where the service was not seen twice.
     */
    Optional<Cell.Internals> internals(long fromEpochMicros, long toEpochMicros) {
        List<Look> all = upTo(toEpochMicros);
        List<Look> inside = all.stream()
                .filter(look ->
                        look.service.epochMicros() >= fromEpochMicros && look.service.epochMicros() <= toEpochMicros)
                .toList();
        if (inside.size() < 2) {
            inside = around(all, fromEpochMicros, toEpochMicros);
        }
        if (inside.size() < 2) {
            return Optional.empty();
        }
        Look first = inside.get(0);
        Look last = inside.get(inside.size() - 1);
        double serving = last.gain(first, ServiceMetrics.SERVING_SAMPLES);
        return Optional.of(new Cell.Internals(
                last.gain(first, ServiceMetrics.COLLECTION) / last.seconds(first),
                share(last.gain(first, ServiceMetrics.LOCK_SAMPLES), serving),
                share(last.gain(first, ServiceMetrics.POOL_SAMPLES), serving),
                (last.machine.diskSeconds() - first.machine.diskSeconds()) / last.machineSeconds(first),
                compiling(all, fromEpochMicros, toEpochMicros)));
    }

    /** The looks from the last one before an instant to the first one after another. */
    private static List<Look> around(List<Look> all, long fromEpochMicros, long toEpochMicros) {
        int from = 0;
        int to = all.size() - 1;
        while (from < to && all.get(from + 1).service.epochMicros() <= fromEpochMicros) {
            from++;
        }
        while (to > from && all.get(to - 1).service.epochMicros() >= toEpochMicros) {
            to--;
        }
        return all.isEmpty() ? all : all.subList(from, to + 1);
    }

    /** All looks, the last of them not before an instant that has passed. */
    private List<Look> upTo(long epochMicros) {
        List<Look> known = seen();
        if (known.isEmpty() || known.get(known.size() - 1).service.epochMicros() < epochMicros) {
            look();
        }
        return seen();
    }

    /** Share of the service's cores in its compilers; between looks it is taken to be even. */
    private double compiling(List<Look> all, long fromEpochMicros, long toEpochMicros) {
        double seconds = 0;
        for (int i = 1; i < all.size(); i++) {
            Look before = all.get(i - 1);
            Look look = all.get(i);
            long from = before.service.epochMicros();
            long to = look.service.epochMicros();
            double inside = Math.max(0, Math.min(to, toEpochMicros) - Math.max(from, fromEpochMicros));
            seconds += look.gain(before, ServiceMetrics.COMPILATION) * inside / Math.max(1, to - from);
        }
        return seconds * 1e6 / (toEpochMicros - fromEpochMicros) / serviceCores;
    }

    /** A head, then a row per second; last what the store's database counts, per second. */
    List<List<String>> rows(CpuSampler server, CpuSampler consumer) {
        List<Look> all = seen();
        SortedSet<String> counters = new TreeSet<>();
        all.forEach(look -> counters.addAll(look.service.storeCounters()));
        List<List<String>> rows = new ArrayList<>();
        List<String> heads = new ArrayList<>(HEADS);
        counters.forEach(name -> heads.add("store_" + name + "_per_s"));
        rows.add(heads);
        for (int i = 1; i < all.size(); i++) {
            Look before = all.get(i - 1);
            Look look = all.get(i);
            List<String> row = new ArrayList<>(row(before, look, server, consumer));
            for (String name : counters) {
                double gain = look.service.storeCounter(name) - before.service.storeCounter(name);
                // A database that was started anew counts anew.
                row.add(gain < 0 ? "" : number(gain / look.seconds(before)));
            }
            rows.add(row);
        }
        return rows;
    }

    private List<String> row(Look before, Look look, CpuSampler server, CpuSampler consumer) {
        double machineSeconds = look.machineSeconds(before);
        double[] busy = IntStream.range(0, look.machine.coreBusySeconds().size())
                .mapToDouble(core -> (look.machine.coreBusySeconds().get(core)
                                - before.machine.coreBusySeconds().get(core))
                        / machineSeconds)
                .toArray();
        long from = before.service.epochMicros();
        long to = look.service.epochMicros();
        double serving = look.gain(before, ServiceMetrics.SERVING_SAMPLES);
        List<String> row = new ArrayList<>(List.of(
                Long.toString(to / 1000),
                number(busy.length == 0 ? Double.NaN : Arrays.stream(busy).sum()),
                number(Arrays.stream(busy).max().orElse(Double.NaN)),
                number(look.machine.load1()),
                whole(look.machine.runQueue()),
                number(monitors.coreSpeed().work(from, to)),
                number(server.cores(from, to)),
                number(consumer.cores(from, to)),
                whole(look.service.of(ServiceMetrics.HEAP)),
                number(look.gain(before, ServiceMetrics.COLLECTION) / look.seconds(before)),
                number(look.gain(before, ServiceMetrics.COMPILATION) / look.seconds(before)),
                allocated(look.gain(before, ServiceMetrics.ALLOCATED) / look.seconds(before)),
                whole(look.service.of(ServiceMetrics.THREADS)),
                whole(look.service.of(ServiceMetrics.IN_FLIGHT)),
                number(share(look.gain(before, ServiceMetrics.LOCK_SAMPLES), serving)),
                number(share(look.gain(before, ServiceMetrics.POOL_SAMPLES), serving))));
        row.addAll(node(from / 1000, to / 1000));
        row.addAll(List.of(
                whole((look.machine.receivedBytes() - before.machine.receivedBytes()) / machineSeconds),
                whole((look.machine.sentBytes() - before.machine.sentBytes()) / machineSeconds),
                number((look.machine.retransmits() - before.machine.retransmits()) / machineSeconds),
                whole(look.machine.connections()),
                number((look.machine.diskSeconds() - before.machine.diskSeconds()) / machineSeconds),
                whole((look.machine.diskBytes() - before.machine.diskBytes()) / machineSeconds)));
        return row;
    }

    /** The TestNode's columns of one row; it speaks in the window alone. */
    private List<String> node(long fromMillis, long toMillis) {
        List<Said> known;
        synchronized (looks) {
            known = said.stream().filter(one -> one.epochMillis <= toMillis).toList();
        }
        if (known.isEmpty() || known.get(known.size() - 1).epochMillis <= fromMillis) {
            return List.of("", "", "", "");
        }
        Said last = known.get(known.size() - 1);
        Said first = known.stream()
                .filter(one -> one.epochMillis <= fromMillis)
                .reduce((one, later) -> later)
                .orElse(known.get(0));
        // Of a single one no rate is known: what is divided by nothing is no number.
        double seconds = (last.epochMillis - first.epochMillis) / 1e3;
        long allocated = last.node.allocatedBytes() - first.node.allocatedBytes();
        return List.of(
                whole(last.node.heapBytes()),
                number((last.node.collectionMillis() - first.node.collectionMillis()) / 1e3 / seconds),
                last.node.allocatedBytes() < 0 ? "" : allocated(allocated / seconds),
                whole(last.node.threads()));
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private List<Look> seen() {
        synchronized (looks) {
            return List.copyOf(looks);
        }
    }

    private void watch() {
        while (!thread.isInterrupted()) {
            look();
            try {
                Thread.sleep(PERIOD_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look() {
        try {
            synchronized (looks) {
                looks.add(new Look(monitors.machine().sample(), service.metrics()));
            }
        } catch (IOException e) {
            // A service that is gone or stands still is the cell's affair.
        }
    }

    /** The count is of threads that live: where one ended in between nothing is known. */
    private static String allocated(double perSecond) {
        return perSecond < 0 ? "" : whole(perSecond);
    }

    /** Not a number where no thread was seen to serve. */
    private static double share(double part, double whole) {
        return whole <= 0 ? Double.NaN : part / whole;
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "";
    }

    private static String whole(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.0f", value) : "";
    }
}
