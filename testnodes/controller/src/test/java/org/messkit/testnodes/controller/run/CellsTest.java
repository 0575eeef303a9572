// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.scenario.Level;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.controller.scenario.SampleRooms;
import org.messkit.testnodes.controller.scenario.ScenarioReader;
import org.messkit.usecases.Payload;

class CellsTest {
    private static final ServiceName SERVICE = ServiceName.parse("null/baseline@pox");
    private static final Plan.Visit VISIT = new Plan.Visit(SERVICE, 2, List.of());

    private final Plan plan = plan();

    CellsTest() throws Exception {}

    @Test
    void aShareOfThePeakIsOfTheSameProcessAndPayload() {
        List<Cell> done = List.of(
                measured(SERVICE, 5000, 2, 3000, "closed"),
                measured(SERVICE, 5000, 2, 4000, "closed"),
                measured(SERVICE, 5000, 1, 9000, "closed"),
                measured(SERVICE, 9000, 2, 9000, "closed"),
                measured(SERVICE, 5000, 2, 9000, "open"),
                measured(ServiceName.parse("null/other@pox"), 5000, 2, 9000, "closed"));
        Plan.Step step = new Plan.Step(9, Payload.ofBytes(5000), new Level.PeakShare(0.8));
        assertEquals(
                Optional.of(new Cell.Load("open", 64, Optional.of(3200.0), "uniform")),
                Cells.load(plan, VISIT, step, done));
        assertEquals(Optional.empty(), Cells.load(plan, VISIT, step, done.subList(2, 6)), "its peak is not known");
    }

    @Test
    void aLowRateHasNoMoreConnectionsThanItKeepsAwake() {
        Plan.Step step = new Plan.Step(1, Payload.ofBytes(5000), new Level.Rate(0.5));
        assertEquals(5, Cells.load(plan, VISIT, step, List.of()).orElseThrow().concurrency());
    }

    private static Plan plan() throws Exception {
        String file = """
                <scenario xmlns="urn:messkit:scenario:1" name="s">
                  <services>null/*@pox</services><payload bytes="5kB"/><closed concurrency="1"/>
                  <open rate="0.5" peak-share="0.8" arrivals="uniform"/>
                </scenario>
                """;
        return Plan.of(ScenarioReader.read(file.getBytes(StandardCharsets.UTF_8), "s.xml", SampleRooms.ALL), 1);
    }

    private static Cell measured(ServiceName service, int bytes, int fork, long tps, String model) {
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
                1,
                Cells.service(service),
                new Cell.Payload(bytes, 100, 5),
                new Cell.Load(model, 1),
                fork,
                Outcome.MEASURED,
                "",
                Optional.of(figures));
    }
}
