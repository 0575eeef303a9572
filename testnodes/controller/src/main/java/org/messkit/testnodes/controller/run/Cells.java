// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.scenario.Level;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.controller.scenario.Scenario;

/** Cells that were planned and did not run. */
final class Cells {
    static final String POISSON = "poisson";
    /** Far below what the host bears by default, as a ramp begins slowly. */
    private static final int SILENT_SECONDS = 5;

    private static final String UNIFORM = "uniform";

    private Cells() {}

    /**
     * The load of a step.
     *
     * @param done cells that ran before; where the step asks for a share of the peak, the closed ones of its service, payload and fork
     *     tell what that is
     * @return empty if they do not
     */
    static Optional<Cell.Load> load(Plan plan, Plan.Visit visit, Plan.Step step, List<Cell> done) {
        if (step.level() instanceof Level.Closed closed) {
            return Optional.of(new Cell.Load("closed", closed.concurrency()));
        }
        Scenario.Open open = plan.scenario().open().orElseThrow();
        String arrivals = open.poisson() ? POISSON : UNIFORM;
        return rate(plan, visit, step, done)
                .map(rate -> new Cell.Load("open", connections(open, rate), Optional.of(rate), arrivals));
    }

    /** No more than the rate uses: a service closes a connection that is silent for long. */
    private static int connections(Scenario.Open open, double rate) {
        return (int) Math.max(1, Math.min(open.connections(), Math.ceil(rate * SILENT_SECONDS)));
    }

    private static Optional<Double> rate(Plan plan, Plan.Visit visit, Plan.Step step, List<Cell> done) {
        if (step.level() instanceof Level.Rate rate) {
            return Optional.of(rate.perSecond());
        }
        double share = ((Level.PeakShare) step.level()).share();
        // By the plan, which tells payloads apart that differ only in what one of them leaves open.
        Set<Integer> same = plan.visits().stream()
                .filter(other -> other.name().equals(visit.name()) && other.fork() == visit.fork())
                .flatMap(other -> other.steps().stream())
                .filter(other -> other.payload().equals(step.payload()))
                .map(Plan.Step::id)
                .collect(Collectors.toSet());
        return done.stream()
                .filter(c -> c.outcome() == Outcome.MEASURED && !c.load().isOpen() && same.contains(c.id()))
                .map(c -> c.figures().orElseThrow().tps() * share)
                .max(Double::compare);
    }

    /** The load of a step that never had one, for its record. */
    static Cell.Load unknown(Plan plan) {
        Scenario.Open open = plan.scenario().open().orElseThrow();
        return new Cell.Load("open", open.connections(), Optional.empty(), open.poisson() ? POISSON : UNIFORM);
    }

    static Cell.Service service(Plan.Visit visit) {
        ServiceName name = visit.service();
        return new Cell.Service(visit.name(), name.useCase(), name.technology(), name.variant(), name.binding());
    }

    /** A cell that is there to show drift: where it is valid, it is no second figure of its level. */
    static Cell repeated(Cell cell, Plan.Step step) {
        return step.repeats() > 0 && cell.outcome() == Outcome.MEASURED
                ? new Cell(
                        cell.id(),
                        cell.service(),
                        cell.payload(),
                        cell.load(),
                        cell.fork(),
                        Outcome.REPEATED,
                        "cell " + step.repeats() + " again, to show drift",
                        cell.figures())
                : cell;
    }

    static Cell notRun(Plan.Visit visit, Plan.Step step, Cell.Load load, Outcome outcome, String reason) {
        return new Cell(
                step.id(),
                service(visit),
                new Cell.Payload(
                        step.payload().bytes(),
                        step.payload().elements(),
                        step.payload().depth(),
                        step.payload().answer().label()),
                load,
                visit.fork(),
                outcome,
                reason,
                Optional.empty());
    }
}
