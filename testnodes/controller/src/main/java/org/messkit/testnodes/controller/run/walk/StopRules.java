// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.walk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.messkit.loads.ClosedLoad;
import org.messkit.results.index.expect.Expectations;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Expectation;
import org.messkit.results.log.Outcome;
import org.messkit.testnodes.controller.scenario.Plan;

/**
 * Decides after each cell whether the rest of the run still makes sense: by rising levels, and by expectations that end a run.
 *
 * @param plan of the run
 * @param expectations of the run
 */
record StopRules(Plan plan, List<Expectation> expectations) {
    /** Why the run ends with a cell, for the user; empty if it goes on. */
    Optional<String> aborts(Cell cell) {
        // A cell without figures has its own outcome, and breaks nothing.
        return cell.figures()
                .flatMap(figures -> Expectations.broken(
                        expectations.stream().filter(Expectation::abort).toList(), cell))
                .map(broken -> "cell " + cell.id() + " broke what was expected: " + broken);
    }

    /** Why a step is not run, for the user; empty if it is. */
    Optional<String> skips(Plan.Visit visit, Plan.Step step, List<Cell> done) {
        boolean alone = visit.steps().stream().noneMatch(other -> other.id() == step.repeats());
        if (step.repeats() > 0 && alone) {
            return Optional.of("the cell that it repeats was measured in an earlier process");
        }
        if (step.repeats() > 0 || !plan.scenario().loads().rising() || !(step.load() instanceof ClosedLoad level)) {
            return Optional.empty();
        }
        return before(visit, step, level.concurrency())
                .flatMap(id -> done.stream().filter(cell -> cell.id() == id).findFirst())
                .flatMap(this::notHeld)
                .map(why -> "the level below did not hold: " + why);
    }

    private Optional<String> notHeld(Cell cell) {
        return cell.outcome() == Outcome.MEASURED
                ? Expectations.broken(expectations, cell)
                : Optional.of(cell.outcome().label());
    }

    /** The cell of the next lower level. */
    private Optional<Integer> before(Plan.Visit visit, Plan.Step step, int concurrency) {
        // By the plan: a run that goes on has visits without what is done.
        Stream<Plan.Step> steps = plan.visits().stream()
                .filter(other -> other.name().equals(visit.name()) && other.fork() == visit.fork())
                .flatMap(other -> other.steps().stream());
        return steps.filter(other -> other.repeats() == 0
                        && other.payload().equals(step.payload())
                        && other.load() instanceof ClosedLoad lower
                        && lower.concurrency() < concurrency)
                .reduce((first, second) -> second)
                .map(Plan.Step::id);
    }
}
