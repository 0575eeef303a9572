// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.cell;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.fleet.Fleet;
import org.messkit.testnodes.fleet.Intervals;
import org.messkit.testnodes.wire.CellOrder;
import org.messkit.testnodes.wire.CellReport;

/**
 * Drives the cells of one service process, one after the other; where the process ends while one is driven, its users are ended: else
 * they would go on asking nobody until the window ends.
 */
public final class ServiceDrive {
    private final ServiceProcess service;
    private final Fleet fleet;
    private final AtomicBoolean driving = new AtomicBoolean();

    /** Makes one, once for a process. */
    public ServiceDrive(ServiceProcess service, Fleet fleet) {
        this.service = service;
        this.fleet = fleet;
        service.onExit(this::abort);
    }

    /** The process. */
    public ServiceProcess service() {
        return service;
    }

    /** The TestNodes. */
    public Fleet fleet() {
        return fleet;
    }

    /** Has a cell prepared and drives it; throws as the fleet does. */
    public CellReport drive(CellOrder order, Intervals seen) throws IOException {
        return drive(fleet.prepare(order), order.timing().whole(), seen);
    }

    /** Drives a cell that is ready, and waits for its end; throws as the fleet does. */
    CellReport drive(Fleet.ReadyCell ready, Duration length, Intervals seen) throws IOException {
        driving.set(true);
        if (!service.isAlive()) {
            // It ended after its users had connected: nobody else tells them.
            fleet.abort();
        }
        try {
            return ready.drive(length, seen);
        } finally {
            driving.set(false);
        }
    }

    private void abort() {
        if (!driving.get()) {
            // The service ended after its cells, as it should; the fleet may be at another service by now.
            return;
        }
        fleet.abort();
    }
}
