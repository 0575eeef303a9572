// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.cell;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.messkit.results.log.Cell;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.fleet.Fleet;
import org.messkit.testnodes.monitor.CpuSampler;
import org.messkit.testnodes.monitor.StandStill;
import org.messkit.testnodes.wire.CellReport;

/** Watches both sides of one cell from before its users connect until its figures are made. */
final class CellWatch implements AutoCloseable {
    /** What a TestNode is called where it stood still. */
    static final String TEST_NODE = "the TestNode";

    private final CpuSampler server;
    private final CpuSampler consumer;
    private final CpuSampler cores;
    private final CellMonitor monitor;
    private final Monitors monitors;
    private final StandStill standStill;

    /**
     * Begins to watch.
     *
     * @param serviceCores cores that the service has
     * @param stateful whether the service has started processes of its own, such as a database
     */
    CellWatch(
            ServiceProcess service,
            int serviceCores,
            boolean stateful,
            Fleet fleet,
            List<Integer> nodeCores,
            Monitors monitors) {
        this.server = stateful ? CpuSampler.ofTree(service.handle()) : new CpuSampler(service.handle());
        this.consumer = CpuSampler.ofAll(fleet.local());
        this.cores = CpuSampler.ofCores(nodeCores);
        this.monitor = new CellMonitor(monitors, service, serviceCores);
        this.monitors = monitors;
        this.standStill = new StandStill(
                Map.of("the service", List.of(service.handle()), TEST_NODE, fleet.local()),
                stateful ? Map.of("the service's database", service.handle()) : Map.of());
    }

    /** Keeps what an interval says of the TestNodes. */
    CellMonitor monitor() {
        return monitor;
    }

    /** Processor use over the window. */
    Cell.Cpu cpu(CellReport report) {
        long from = report.fromEpochMicros();
        long to = report.toEpochMicros();
        return new Cell.Cpu(
                server.cores(from, to),
                server.peakCores(from, to, Duration.ofSeconds(1)),
                consumer.cores(from, to),
                monitors.coreSpeed().work(from, to));
    }

    /** What the service waited for over the window, if it was seen. */
    Optional<Cell.Internals> internals(CellReport report) {
        return monitor.internals(report.fromEpochMicros(), report.toEpochMicros());
    }

    /** Processes that stood still within the window, the longest first. */
    List<StandStill.Stood> stood(CellReport report) {
        return standStill.between(report.fromEpochMicros(), report.toEpochMicros());
    }

    /** How busy the TestNodes' cores were over the window, whoever used them, in cores. */
    double coresBusy(CellReport report) {
        return cores.cores(report.fromEpochMicros(), report.toEpochMicros());
    }

    /** A head, then a row per second. */
    List<List<String>> rows() {
        return monitor.rows(server, consumer);
    }

    @Override
    public void close() {
        standStill.close();
        monitor.close();
        cores.close();
        consumer.close();
        server.close();
    }
}
