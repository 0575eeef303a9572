// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.messkit.loads.ClosedLoad;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.process.Jvm;
import org.messkit.testnodes.controller.run.cell.CellFactory;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.controller.scenario.Scenario;
import org.messkit.testnodes.controller.scenario.element.Budget;
import org.messkit.testnodes.controller.scenario.element.Limits;
import org.messkit.testnodes.controller.scenario.element.Loads;
import org.messkit.testnodes.controller.scenario.element.ServiceJvm;
import org.messkit.testnodes.controller.scenario.element.TestNodeJvm;
import org.messkit.testnodes.controller.scenario.element.Timing;
import org.messkit.usecases.Payload;

class ForkBudgetTest {
    private static final ServiceName STEADY = ServiceName.parse("tv-dinner/jaxb@pox");
    private static final ServiceName RESTLESS = ServiceName.parse("tv-dinner/dom@pox");
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<Cell> cells = new ArrayList<>();

    @Test
    void aServiceThatIsKnownWellEnoughGetsNoFurtherFork() {
        ForkBudget spending = spending(Optional.empty(), OptionalDouble.of(0.05));
        measured(STEADY, 1000, 1001);
        measured(RESTLESS, 1000, 1500);
        assertTrue(spending.leaveOut(visit(spending, STEADY, 2), cells, HOUR).isEmpty(), "two forks are the least");
        String why = spending.leaveOut(visit(spending, STEADY, 3), cells, HOUR).orElseThrow();
        assertTrue(why.startsWith("after 2 forks its figures are known to "), why);
        assertTrue(why.endsWith(" %, the target is 5.0 %"), why);
        assertTrue(spending.leaveOut(visit(spending, RESTLESS, 3), cells, HOUR).isEmpty());
    }

    @Test
    void aServiceWithoutAFigureIsStillOpen() {
        ForkBudget spending = spending(Optional.empty(), OptionalDouble.of(0.05));
        assertTrue(spending.leaveOut(visit(spending, STEADY, 3), cells, HOUR).isEmpty());
    }

    @Test
    void theTimeIsNeverOverspent() {
        ForkBudget spending = spending(Optional.of(HOUR), OptionalDouble.empty());
        Plan.Visit visit = visit(spending, STEADY, 2);
        Duration last = HOUR.minus(spending.plan().duration(visit));
        assertEquals(Optional.empty(), spending.leaveOut(visit, cells, last));
        assertEquals(
                Optional.of("the budget of 3600 s does not reach for another fork"),
                spending.leaveOut(visit, cells, last.plusMillis(1)));
    }

    @Test
    void whereTheTimeIsShortWhatIsLeastKnownComesFirst() {
        ForkBudget spending = spending(Optional.of(HOUR), OptionalDouble.empty());
        List<Plan.Visit> round = spending.plan().visits().stream()
                .filter(visit -> visit.fork() == 3)
                .toList();
        measured(STEADY, 1000, 1001, 1002, 999);
        measured(RESTLESS, 1000, 1500, 700, 1400);
        assertEquals(round, spending.order(round, cells, Duration.ZERO), "there is time for all, in turn");
        Duration whole = round.stream().map(spending.plan()::duration).reduce(Duration.ZERO, Duration::plus);
        List<ServiceName> order = spending.order(round, cells, HOUR.minus(whole).plusSeconds(1)).stream()
                .map(Plan.Visit::service)
                .toList();
        assertEquals(List.of(RESTLESS, STEADY), order);
    }

    private static Plan.Visit visit(ForkBudget spending, ServiceName service, int fork) {
        return spending.plan().visits().stream()
                .filter(v -> v.fork() == fork && v.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private static ForkBudget spending(Optional<Duration> time, OptionalDouble precision) {
        Scenario scenario = new Scenario(
                "s",
                "",
                OptionalLong.of(1),
                List.of(STEADY, RESTLESS),
                List.of(Payload.ofBytes(5000)),
                Loads.closed(List.of(1, 2)),
                new Timing(
                        Duration.ofSeconds(15),
                        Optional.empty(),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(3),
                        4,
                        false),
                new Budget(time, precision),
                new ServiceJvm("512m", "Parallel", 0, 200, List.of()),
                new TestNodeJvm("512m", 0),
                Limits.STRICT);
        return new ForkBudget(scenario.budget(), Plan.of(scenario, 1));
    }

    /** One cell per fork. */
    private void measured(ServiceName service, double... tps) {
        for (int fork = 1; fork <= tps.length; fork++) {
            long transactions = Math.round(tps[fork - 1] * 3);
            Cell.Figures figures = new Cell.Figures(
                    Instant.EPOCH,
                    3,
                    transactions,
                    0,
                    new Cell.Totals(transactions, 0, 0, transactions),
                    new Cell.Times(1, 1, 1, Optional.empty(), Optional.empty(), 1),
                    0,
                    0,
                    0,
                    0,
                    new Cell.Cpu(1, 1, 0.1));
            cells.add(new Cell(
                    cells.size() + 1,
                    CellFactory.service(new Plan.Visit(service, service.toString(), Jvm.own(), fork, List.of())),
                    new Cell.Payload(5000, 100, 5),
                    new ClosedLoad(1),
                    fork,
                    Outcome.MEASURED,
                    "",
                    Optional.of(figures)));
        }
    }
}
