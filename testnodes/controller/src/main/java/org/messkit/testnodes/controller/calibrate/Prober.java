// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.calibrate;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.messkit.loads.ClosedLoad;
import org.messkit.results.log.Rules;
import org.messkit.results.series.ShareTest;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.fleet.Fleet;
import org.messkit.testnodes.fleet.Intervals;
import org.messkit.testnodes.monitor.CpuSampler;
import org.messkit.testnodes.wire.Asked;
import org.messkit.testnodes.wire.CellOrder;
import org.messkit.testnodes.wire.CellReport;
import org.messkit.testnodes.wire.CellTiming;
import org.messkit.testnodes.wire.Target;
import org.messkit.usecases.Payload;
import org.messkit.usecases.Workload;

/**
 * Drives a service for moments.
 *
 * @param service its process
 * @param name which of its services
 * @param fleet that drives it, each node its share of the users
 * @param nodeCores cores of the nodes, together
 * @param seed of the payloads
 */
record Prober(ServiceProcess service, ServiceName name, Fleet fleet, List<Integer> nodeCores, long seed) {
    private static final Duration SETTLE = Duration.ofMillis(400);
    private static final Duration WINDOW = Duration.ofMillis(1600);
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
        return seen.wrong() || seen.consumerBusy() > Rules.NODE_BUSY.value() || seen.tps() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(seen.tps());
    }

    /** One level. */
    Seen probe(Payload payload, int concurrency) throws IOException {
        try (CpuSampler consumer = CpuSampler.ofAll(fleet.local())) {
            CellReport report = drive(payload, concurrency, new CellTiming(SETTLE, WINDOW));
            return new Seen(
                    report.tally().inWindow() / report.seconds(),
                    ShareTest.isSurelyAbove(
                            report.tally().failed(), report.tally().transactions(), Rules.PROBE_ERRORS.value()),
                    consumer.cores(report.fromEpochMicros(), report.toEpochMicros()) / nodeCores.size());
        }
    }

    /** Full load over all payloads in turn. */
    void warmUp(List<Payload> payloads, int concurrency, Duration duration) throws IOException {
        for (Payload payload : payloads) {
            drive(payload, concurrency, new CellTiming(Duration.ZERO, duration.dividedBy(payloads.size())));
        }
    }

    private CellReport drive(Payload payload, int concurrency, CellTiming timing) throws IOException {
        CellOrder order = new CellOrder(
                0,
                new Target(service.url(name), name.binding()),
                new Asked(name.useCase(), payload, Workload.NONE),
                new ClosedLoad(concurrency),
                timing,
                seed);
        return fleet.prepare(order).drive(timing.whole(), Intervals.NONE);
    }
}
