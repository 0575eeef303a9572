// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.walk;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.messkit.results.log.Outcome;
import org.messkit.testnodes.controller.scenario.Plan;

/** Walks through the visits of a run, round by round, each a fork of every service; decides which of them are worth their time. */
final class Walk {
    private final Plan plan;
    private final RunCells cells;
    private final VisitRunner visits;
    private final OpenRun open;
    private final ForkBudget budget;
    private Optional<String> aborted;

    /** Begins where a run that goes on stood. */
    Walk(Plan plan, StopRules rules, RunCells cells, VisitRunner visits, OpenRun open) {
        this.plan = plan;
        this.cells = cells;
        this.visits = visits;
        this.open = open;
        this.budget = new ForkBudget(plan.scenario().budget(), plan);
        this.aborted = cells.all().stream()
                .flatMap(cell -> rules.aborts(cell).stream())
                .findFirst();
    }

    /** Makes all visits that are worth it. */
    void through(List<Plan.Visit> toDo) {
        for (int fork = 1; fork <= plan.scenario().timing().forks(); fork++) {
            int now = fork;
            List<Plan.Visit> round =
                    toDo.stream().filter(visit -> visit.fork() == now).toList();
            for (Plan.Visit visit :
                    budget.order(round, cells.all(), cells.left().spent())) {
                Optional<String> why = aborted.or(
                        () -> budget.leaveOut(visit, cells.all(), cells.left().spent()));
                if (why.isEmpty()) {
                    visit(visit);
                } else if (!open.isInterrupted()) {
                    leaveOut(visit, why.get());
                }
            }
        }
    }

    private void visit(Plan.Visit visit) {
        Duration after = cells.left().planned().minus(plan.duration(visit));
        try {
            if (!open.isInterrupted()) {
                aborted = visits.visit(visit);
            }
        } catch (IOException e) {
            throw new UnwritableException(e);
        }
        cells.left().put(after);
    }

    private void leaveOut(Plan.Visit visit, String why) {
        cells.left().passed(plan.duration(visit));
        try {
            visits.notRun(visit, visit.steps(), Outcome.SKIPPED, why);
        } catch (IOException e) {
            throw new UnwritableException(e);
        }
    }
}
