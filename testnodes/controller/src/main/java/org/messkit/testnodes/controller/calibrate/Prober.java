// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.calibrate;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;
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
 * @param node that drives it
 * @param nodeCores cores of the node
 * @param seed of the payloads
 */
record Prober(ServiceProcess service, ServiceName name, NodeProcess node, List<Integer> nodeCores, long seed) {
    private static final Duration SETTLE = Duration.ofMillis(400);
    private static final Duration WINDOW = Duration.ofMillis(1600);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int LEAD_MICROS = 100_000;
    private static final int INTERVAL_MILLIS = 1000;
    private static final double ERRORS = 0.01;
    /** As the judge of cells has it. */
    private static final double CONSUMER_BUSY = 0.70;

    /** TPS of one level; empty if answers fail, or the TestNode is the limit. */
    OptionalDouble tps(Payload payload, int concurrency) throws IOException {
        try (CpuSampler consumer = new CpuSampler(node.handle())) {
            CellReport report = drive(payload, concurrency, SETTLE, WINDOW);
            double seconds = (report.toEpochMicros() - report.fromEpochMicros()) / 1e6;
            boolean wrong = report.failed() > ERRORS * report.sent();
            double busy = consumer.cores(report.fromEpochMicros(), report.toEpochMicros()) / nodeCores.size();
            return wrong || busy > CONSUMER_BUSY || report.valid() == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(report.valid() / seconds);
        }
    }

    /** Full load over all payloads in turn. */
    void warmUp(List<Payload> payloads, int concurrency, Duration duration) throws IOException {
        for (Payload payload : payloads) {
            drive(payload, concurrency, Duration.ZERO, duration.dividedBy(payloads.size()));
        }
    }

    private CellReport drive(Payload payload, int concurrency, Duration settle, Duration window) throws IOException {
        node.prepare(new CellOrder(
                0,
                name.useCase(),
                name.binding(),
                service.url(name),
                payload.bytes(),
                payload.elements(),
                payload.depth(),
                payload.share(),
                payload.invalid(),
                concurrency,
                0,
                false,
                0,
                0,
                settle.toMillis(),
                window.toMillis(),
                INTERVAL_MILLIS,
                seed));
        return node.drive(
                ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) + LEAD_MICROS,
                second -> {},
                settle.plus(window).plus(PATIENCE));
    }
}
