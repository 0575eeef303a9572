// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run;

import java.time.Duration;
import java.util.List;
import org.messkit.results.log.Cell;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.controller.scenario.Scenario;
import org.messkit.testnodes.wire.CellOrder;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCases;

/**
 * What the TestNode of a visit is told to do.
 *
 * @param service the visit's process
 */
record Orders(Plan plan, Plan.Visit visit, ServiceProcess service) {
    static final int SLICE_MILLIS = 2000;
    static final int SLICE_SETTLE_MILLIS = 200;

    private static final int INTERVAL_MILLIS = 1000;
    private static final int DRIFT_INTERVALS = 40;
    private static final int SLICE_INTERVAL_MILLIS = 100;
    private static final int WARM_UP_USERS = 4;

    /** A cell. */
    CellOrder cell(Plan.Step step, Cell.Load load, Duration settle, Duration window) {
        int backlog = plan.scenario().open().map(Scenario.Open::backlog).orElse(0);
        return order(
                step.id(),
                step.payload(),
                load,
                backlog,
                plan.ramp(step).toMillis(),
                settle.toMillis(),
                window.toMillis(),
                intervalMillis(window));
    }

    /** What one user must store beforehand. */
    CellOrder base(Payload payload) {
        return closed(payload, 1, 0, 0, INTERVAL_MILLIS);
    }

    /** Load at the middle level, of which nothing is recorded. */
    CellOrder warmUp(Payload payload, long millis) {
        return closed(payload, middle(payload), 0, millis, INTERVAL_MILLIS);
    }

    /** A slice of the same, by which it is told whether the service has settled. */
    CellOrder slice(Payload payload) {
        return closed(payload, middle(payload), SLICE_SETTLE_MILLIS, SLICE_MILLIS, SLICE_INTERVAL_MILLIS);
    }

    private CellOrder closed(Payload payload, int concurrency, long settle, long window, long interval) {
        return order(0, payload, new Cell.Load("closed", concurrency), 0, 0, settle, window, interval);
    }

    private CellOrder order(
            int cell,
            Payload payload,
            Cell.Load load,
            int backlog,
            long ramp,
            long settle,
            long window,
            long interval) {
        ServiceName name = visit.service();
        boolean stateful = UseCases.named(name.useCase()).isStateful();
        return new CellOrder(
                cell,
                name.useCase(),
                name.binding(),
                service.url(name),
                payload.bytes(),
                payload.elements(),
                payload.depth(),
                payload.share(),
                payload.invalid(),
                payload.answer().label(),
                load.concurrency(),
                load.rate().orElse(0.0),
                load.arrivals().equals(Cells.POISSON),
                backlog,
                ramp,
                settle,
                window,
                interval,
                plan.seed(),
                stateful ? plan.scenario().workload().orders() : 0,
                stateful ? plan.scenario().workload().mix() : "");
    }

    /** A second; where drift is looked for, short enough that a window has some dozens. */
    private long intervalMillis(Duration window) {
        return plan.scenario().timing().steady().isEmpty()
                ? INTERVAL_MILLIS
                : Math.max(SLICE_INTERVAL_MILLIS, Math.min(INTERVAL_MILLIS, window.toMillis() / DRIFT_INTERVALS));
    }

    /** The middle level; where a scenario has only open load, as many users as a warm-up needs to keep a core busy. */
    private int middle(Payload payload) {
        List<Integer> levels = plan.scenario().levels(visit.service(), payload);
        return levels.isEmpty() ? WARM_UP_USERS : levels.get(levels.size() / 2);
    }
}
