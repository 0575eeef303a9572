// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.cell;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.messkit.loads.ClosedLoad;
import org.messkit.loads.Load;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.PlannedCell;
import org.messkit.results.log.RunPlan;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.usecases.Payload;

/** Makes the records of a visit's cells. */
public record CellFactory(Plan plan, Plan.Visit visit) {
    /** What a run says that it is to do. */
    public static RunPlan planned(Plan plan) {
        List<PlannedCell> cells = plan.visits().stream()
                .flatMap(visit -> visit.steps().stream()
                        .map(step -> new CellFactory(plan, visit).without(step, step.load(), Verdict.MEASURED)))
                .map(PlannedCell::of)
                .toList();
        return new RunPlan(plan.scenario().limits().errors(), cells);
    }

    /**
     * The load of a step as it is driven.
     *
     * @param done cells that ran before; where the step asks for a share of the peak, the closed ones of its service, payload and fork
     *     tell what that is
     * @return empty if they do not
     */
    public Optional<Load> load(Plan.Step step, List<Cell> done) {
        return step.load().asDriven(peak(step, done));
    }

    private OptionalDouble peak(Plan.Step step, List<Cell> done) {
        // By the plan, which tells payloads apart that differ only in what one of them leaves open.
        Set<Integer> same = plan.visits().stream()
                .filter(other -> other.name().equals(visit.name()) && other.fork() == visit.fork())
                .flatMap(other -> other.steps().stream())
                .filter(other -> other.payload().equals(step.payload()))
                .map(Plan.Step::id)
                .collect(Collectors.toSet());
        return done.stream()
                .filter(c -> c.outcome() == Outcome.MEASURED && c.load() instanceof ClosedLoad && same.contains(c.id()))
                .mapToDouble(c -> c.figures().orElseThrow().tps())
                .max();
    }

    /** The service as results name it. */
    public static Cell.Service service(Plan.Visit visit) {
        ServiceName name = visit.service();
        return new Cell.Service(visit.name(), name.useCase(), name.technology(), name.variant(), name.binding());
    }

    /** A payload as results name it: what the scenario leaves open is 0, and shares that it does not ask for are none. */
    public static Cell.Payload payload(Payload asked) {
        return new Cell.Payload(
                asked.bytes(),
                asked.elements(),
                asked.depth(),
                asked.answer().label(),
                share(asked.share()),
                share(asked.invalid()));
    }

    private static Optional<Double> share(double asked) {
        return asked < 0 ? Optional.empty() : Optional.of(asked);
    }

    /**
     * A cell without figures.
     *
     * @param load as it is driven, or as the plan has it where that was never known
     */
    public Cell without(Plan.Step step, Load load, Verdict verdict) {
        return new Cell(
                step.id(),
                service(visit),
                payload(step.payload()),
                load,
                visit.fork(),
                verdict.outcome(),
                verdict.reason(),
                Optional.empty());
    }

    /** A cell that is there to show drift: where it is valid, it is no second figure of its level. */
    public static Cell repeated(Cell cell, Plan.Step step) {
        return step.repeats() > 0 && cell.outcome() == Outcome.MEASURED
                ? cell.withOutcome(Outcome.REPEATED, "cell " + step.repeats() + " again, to show drift")
                : cell;
    }
}
