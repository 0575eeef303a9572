// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.cell;

import java.time.Duration;
import java.util.List;
import org.messkit.loads.ClosedLoad;
import org.messkit.loads.Load;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.wire.Asked;
import org.messkit.testnodes.wire.CellOrder;
import org.messkit.testnodes.wire.CellTiming;
import org.messkit.testnodes.wire.Target;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCases;
import org.messkit.usecases.Workload;

/**
 * What the TestNodes are told to do for the cells of a visit, and before them.
 *
 * @param service the visit's process
 */
public record CellOrders(Plan plan, Plan.Visit visit, ServiceProcess service) {
    /** Length of a slice, by which it is told whether a service has settled. */
    public static final Duration SLICE = Duration.ofSeconds(2);

    private static final Duration SLICE_SETTLE = Duration.ofMillis(200);
    private static final Duration SLICE_INTERVAL = Duration.ofMillis(100);
    private static final int DRIFT_INTERVALS = 40;
    private static final int WARM_UP_USERS = 4;

    /** A cell, under the load of its step as it is driven. */
    CellOrder cell(Plan.Step step, Load load) {
        Duration settle = load.ramp().plus(plan.scenario().timing().settle());
        Duration window = plan.window(step);
        return order(step.id(), step.payload(), load, new CellTiming(settle, window, interval(window)));
    }

    /** What one user must store beforehand. */
    CellOrder base(Payload payload) {
        return order(0, payload, new ClosedLoad(1), new CellTiming(Duration.ZERO, Duration.ZERO));
    }

    /** Load at the middle level, of which nothing is recorded. */
    public CellOrder warmUp(Payload payload, Duration length) {
        return order(0, payload, middle(payload), new CellTiming(Duration.ZERO, length));
    }

    /** A slice of the same, by which it is told whether the service has settled. */
    public CellOrder slice(Payload payload) {
        return order(0, payload, middle(payload), new CellTiming(SLICE_SETTLE, SLICE, SLICE_INTERVAL));
    }

    private CellOrder order(int cell, Payload payload, Load load, CellTiming timing) {
        ServiceName name = visit.service();
        boolean stateful = UseCases.named(name.useCase()).isStateful();
        return new CellOrder(
                cell,
                new Target(service.url(name), name.binding()),
                new Asked(name.useCase(), payload, stateful ? plan.scenario().workload() : Workload.NONE),
                load,
                timing,
                plan.seed());
    }

    /** A second; where drift is looked for, short enough that a window has some dozens. */
    private Duration interval(Duration window) {
        if (plan.scenario().timing().steady().isEmpty()) {
            return CellTiming.SECOND;
        }
        long millis = window.toMillis() / DRIFT_INTERVALS;
        return Duration.ofMillis(Math.max(SLICE_INTERVAL.toMillis(), Math.min(CellTiming.SECOND.toMillis(), millis)));
    }

    /** The middle level; where a scenario has no closed load, as many users as a warm-up needs to keep a core busy. */
    private Load middle(Payload payload) {
        List<Integer> levels = plan.scenario().levels(visit.service(), payload);
        return new ClosedLoad(levels.isEmpty() ? WARM_UP_USERS : levels.get(levels.size() / 2));
    }
}
