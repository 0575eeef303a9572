// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.walk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.messkit.results.index.cells.Precision;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Rules;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.controller.scenario.element.Budget;

/**
 * Spends a run's time where the answer is still open: a service whose figures are known well enough gets no further fork, and
 * where the time does not reach for a whole round, those come first of which least is known.
 *
 * @param budget what the scenario allows and asks for
 * @param plan tells how long a visit takes
 */
record ForkBudget(Budget budget, Plan plan) {
    /**
     * The order of a round.
     *
     * @param round the visits of one fork, in the plan's order, which keeps drift from telling for one service
     * @param cells what was measured so far
     * @param spent since the run's start
     */
    List<Plan.Visit> order(List<Plan.Visit> round, List<Cell> cells, Duration spent) {
        Duration whole = round.stream()
                .filter(visit -> precise(visit, cells).isEmpty())
                .map(plan::duration)
                .reduce(Duration.ZERO, Duration::plus);
        if (budget.time().isEmpty() || spent.plus(whole).compareTo(budget.time().get()) <= 0) {
            return round;
        }
        Map<String, Double> widest = Precision.widest(cells);
        List<Plan.Visit> widestFirst = new ArrayList<>(round);
        widestFirst.sort(
                Comparator.comparingDouble(visit -> -widest.getOrDefault(visit.name(), Double.POSITIVE_INFINITY)));
        return widestFirst;
    }

    /** Why a visit is left out, in one line for the user; empty if it is not. */
    Optional<String> leaveOut(Plan.Visit visit, List<Cell> cells, Duration spent) {
        Optional<String> precise = precise(visit, cells);
        if (precise.isPresent()) {
            return precise;
        }
        return budget.time()
                .filter(time -> spent.plus(plan.duration(visit)).compareTo(time) > 0)
                .map(time -> "the budget of " + time.toSeconds() + " s does not reach for another fork");
    }

    private Optional<String> precise(Plan.Visit visit, List<Cell> cells) {
        if (budget.precision().isEmpty() || visit.fork() < Rules.USEFUL_FORKS.count()) {
            return Optional.empty();
        }
        Double widest = Precision.widest(cells).get(visit.name());
        double target = budget.precision().getAsDouble();
        return widest == null || widest > target
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "after %d forks its figures are known to %.1f %%, the target is %.1f %%",
                        visit.fork() - 1,
                        widest * 100,
                        target * 100));
    }
}
