// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.calibrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.process.NodeProcess;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.monitor.CpuSampler;
import org.messkit.testnodes.wire.CellOrder;
import org.messkit.testnodes.wire.CellReport;
import org.messkit.usecases.Payload;

/**
 * Drives a service for moments.
 *
 * @param service its process
 * @param name which of its services
 * @param nodes that drive it, each its share of the users
 * @param nodeCores cores of the nodes, together
 * @param seed of the payloads
 */
record Prober(ServiceProcess service, ServiceName name, List<NodeProcess> nodes, List<Integer> nodeCores, long seed) {
    private static final Duration SETTLE = Duration.ofMillis(400);
    private static final Duration WINDOW = Duration.ofMillis(1600);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int LEAD_MICROS = 100_000;
    private static final int INTERVAL_MILLIS = 1000;
    private static final double ERRORS = 0.01;
    /** As the judge of cells has it. */
    private static final double CONSUMER_BUSY = 0.70;

    /**
     * What a probe saw.
     *
     * @param tps of all nodes together, 0 or more
     * @param wrong whether answers failed
     * @param consumerBusy share of the nodes' cores that the nodes used
     */
    record Seen(double tps, boolean wrong, double consumerBusy) {}

    /** TPS of one level; empty if answers fail, or the TestNode is the limit. */
    OptionalDouble tps(Payload payload, int concurrency) throws IOException {
        Seen seen = probe(payload, concurrency);
        return seen.wrong() || seen.consumerBusy() > CONSUMER_BUSY || seen.tps() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(seen.tps());
    }

    /** One level. */
    Seen probe(Payload payload, int concurrency) throws IOException {
        List<CpuSampler> samplers = new ArrayList<>();
        try {
            for (NodeProcess node : nodes) {
                samplers.add(new CpuSampler(node.handle()));
            }
            double tps = 0;
            double cores = 0;
            boolean wrong = false;
            List<CellReport> reports = drive(payload, concurrency, SETTLE, WINDOW);
            for (int i = 0; i < reports.size(); i++) {
                CellReport report = reports.get(i);
                tps += report.valid() * 1e6 / (report.toEpochMicros() - report.fromEpochMicros());
                cores += samplers.get(i).cores(report.fromEpochMicros(), report.toEpochMicros());
                wrong |= report.failed() > ERRORS * report.sent();
            }
            return new Seen(tps, wrong, cores / nodeCores.size());
        } finally {
            samplers.forEach(CpuSampler::close);
        }
    }

    /** Full load over all payloads in turn. */
    void warmUp(List<Payload> payloads, int concurrency, Duration duration) throws IOException {
        for (Payload payload : payloads) {
            drive(payload, concurrency, Duration.ZERO, duration.dividedBy(payloads.size()));
        }
    }

    private List<CellReport> drive(Payload payload, int concurrency, Duration settle, Duration window)
            throws IOException {
        List<NodeProcess> driving = nodes.subList(0, Math.min(nodes.size(), concurrency));
        for (int i = 0; i < driving.size(); i++) {
            int users = concurrency / driving.size() + (i < concurrency % driving.size() ? 1 : 0);
            driving.get(i).prepare(order(payload, users, settle, window, seed + i));
        }
        long start = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) + LEAD_MICROS;
        List<CompletableFuture<CellReport>> pending = driving.stream()
                .map(node -> CompletableFuture.supplyAsync(
                        () -> drive(node, start, settle.plus(window)), task -> new Thread(task, "probe").start()))
                .toList();
        List<CellReport> reports = new ArrayList<>();
        try {
            pending.forEach(report -> reports.add(report.join()));
        } catch (CompletionException e) {
            throw e.getCause() instanceof UncheckedIOException io ? io.getCause() : new IOException(e.getCause());
        }
        return reports;
    }

    private static CellReport drive(NodeProcess node, long start, Duration load) {
        try {
            return node.drive(start, second -> {}, load.plus(PATIENCE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CellOrder order(Payload payload, int users, Duration settle, Duration window, long ownSeed) {
        return new CellOrder(
                0,
                name.useCase(),
                name.binding(),
                service.url(name),
                payload.bytes(),
                payload.elements(),
                payload.depth(),
                payload.share(),
                payload.invalid(),
                payload.answer().label(),
                users,
                0,
                false,
                0,
                0,
                settle.toMillis(),
                window.toMillis(),
                INTERVAL_MILLIS,
                ownSeed);
    }
}
