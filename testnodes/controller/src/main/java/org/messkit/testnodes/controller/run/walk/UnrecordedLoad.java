// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.walk;

import java.io.IOException;
import java.time.Duration;
import org.messkit.testnodes.controller.run.Progress;
import org.messkit.testnodes.controller.run.cell.CellOrders;
import org.messkit.testnodes.controller.run.cell.ServiceDrive;
import org.messkit.testnodes.controller.run.steady.ServiceWarmUp;
import org.messkit.testnodes.fleet.Intervals;
import org.messkit.testnodes.wire.CellReport;
import org.messkit.usecases.Payload;

/** Load on a service before its cells, of which nothing is recorded. */
record UnrecordedLoad(CellOrders orders, ServiceDrive drive, Progress progress) implements ServiceWarmUp.WarmUpLoad {
    @Override
    public void warmUp(Payload payload, Duration length) throws IOException {
        drive.drive(orders.warmUp(payload, length), Intervals.NONE);
    }

    @Override
    public void slice(Payload payload, Intervals intervals) throws IOException {
        CellReport report = drive.drive(orders.slice(payload), intervals);
        double seconds = CellOrders.SLICE.toMillis() / 1000.0;
        progress.passed(CellOrders.SLICE, report.tally().valid() / seconds);
    }
}
