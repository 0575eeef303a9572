// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.messkit.loads.ClosedLoad;
import org.messkit.loads.Load;
import org.messkit.loads.OpenLoad;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.process.Jvm;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.controller.scenario.SampleRooms;
import org.messkit.testnodes.controller.scenario.ScenarioReader;
import org.messkit.usecases.Payload;

class CellFactoryTest {
    private static final ServiceName SERVICE = ServiceName.parse("null/baseline@pox");
    private static final Plan.Visit VISIT = new Plan.Visit(SERVICE, SERVICE.toString(), Jvm.own(), 2, List.of());

    private final Plan plan = plan();

    CellFactoryTest() throws Exception {}

    @Test
    void aShareOfThePeakIsOfTheSameProcessAndPayload() {
        Plan.Visit visit = plan.visits().get(1);
        Plan.Step step = visit.steps().stream()
                .filter(s -> s.load().needsPeak() && s.payload().elements() == 0)
                .findFirst()
                .orElseThrow();
        List<Cell> done = new ArrayList<>();
        for (Plan.Visit other : plan.visits()) {
            for (Plan.Step s : other.steps()) {
                boolean same = other.equals(visit) && s.payload().equals(step.payload());
                boolean closed = s.load() instanceof ClosedLoad;
                long tps = same && closed ? 3000 + 500L * s.load().concurrency() : 9000;
                done.add(measured(s.id(), other.fork(), tps, closed));
            }
        }
        assertEquals(
                Optional.of(3200.0),
                new CellFactory(plan, visit).load(step, done).flatMap(Load::rate));
        assertEquals(
                Optional.empty(),
                new CellFactory(plan, visit)
                        .load(
                                step,
                                done.stream()
                                        .filter(c -> c.figures().orElseThrow().tps() == 9000)
                                        .toList()),
                "its peak is not known");
    }

    @Test
    void aLowRateHasNoMoreConnectionsThanItKeepsAwake() {
        Plan.Step step = new Plan.Step(1, Payload.ofBytes(5000), OpenLoad.at(0.5, OpenLoad.Arrivals.UNIFORM, 64));
        assertEquals(
                3,
                new CellFactory(plan, VISIT).load(step, List.of()).orElseThrow().concurrency());
    }

    @Test
    void thePlanAndItsCellsSayTheSharesThatWereAskedFor() {
        Payload asked = new Payload(5000, 0, 0, 0.9, 0);
        Plan.Step step = new Plan.Step(1, asked, new ClosedLoad(1));
        Cell.Payload said = new CellFactory(plan, VISIT)
                .without(step, step.load(), Verdict.MEASURED)
                .payload();
        assertEquals(new Cell.Payload(5000, 0, 0, "summary", Optional.of(0.9), Optional.of(0.0)), said);
        assertEquals(new Cell.Payload(5000, 0, 0), CellFactory.payload(Payload.ofBytes(5000)));
    }

    private static Plan plan() throws Exception {
        String file = """
                <scenario xmlns="urn:messkit:scenario:1" name="s">
                  <services>null/*@pox</services><closed concurrency="1 2"/><timing forks="2"/>
                  <payload bytes="5kB"/><payload bytes="5kB" elements="3"/>
                  <open rate="0.5" peak-share="0.8" arrivals="uniform"/>
                </scenario>
                """;
        return Plan.of(ScenarioReader.read(file.getBytes(StandardCharsets.UTF_8), "s.xml", SampleRooms.ALL), 1);
    }

    private static Cell measured(int id, int fork, long tps, boolean closed) {
        Cell.Figures figures = new Cell.Figures(
                Instant.EPOCH,
                1,
                tps,
                0,
                new Cell.Totals(tps, 0, 0, tps),
                new Cell.Times(1, 1, 1, Optional.empty(), Optional.empty(), 1),
                0,
                0,
                0,
                0,
                new Cell.Cpu(1, 1, 0.1));
        return new Cell(
                id,
                CellFactory.service(VISIT),
                new Cell.Payload(5000, 3, 2),
                closed ? new ClosedLoad(1) : OpenLoad.at(1, OpenLoad.Arrivals.UNIFORM, 1),
                fork,
                Outcome.MEASURED,
                "",
                Optional.of(figures));
    }
}
