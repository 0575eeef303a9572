// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.loads.ClosedLoad;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Expectation;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.PlannedCell;
import org.messkit.results.log.RunInfo;
import org.messkit.results.log.RunPlan;
import org.messkit.results.log.RunWriter;
import org.messkit.testnodes.controller.run.cell.CellFactory;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.controller.scenario.SampleRooms;
import org.messkit.testnodes.controller.scenario.ScenarioReader;
import org.messkit.testnodes.controller.scenario.ScenarioWriter;

class StopRulesTest {
    @TempDir
    private Path folder;

    @Test
    void levelsRisePayloadByPayload() throws Exception {
        Plan plan = plan("rising", "");
        List<String> order = plan.visits().get(0).steps().stream()
                .map(s -> s.payload().bytes() + "/" + s.load().label())
                .toList();
        assertEquals(List.of("5000/1 CR", "5000/4 CR", "5000/8 CR", "9000/1 CR", "9000/4 CR", "9000/8 CR"), order);
        assertEquals(plan, Plan.of(ScenarioReader.read(ScenarioWriter.resolved(plan), "r", SampleRooms.ALL), 2));
    }

    @Test
    void aLevelRunsOnlyIfTheOneBelowItHeld() throws Exception {
        Plan plan = plan("rising", "<expect tps='100'/>");
        StopRules holding = new StopRules(plan, Baselines.resolve(plan));
        List<Cell> done = new ArrayList<>();
        assertEquals(Optional.empty(), skips(holding, plan, 0, done), "the first has none below it");
        done.add(cell(plan, 0, Outcome.MEASURED, 100));
        assertEquals(Optional.empty(), skips(holding, plan, 1, done));
        done.add(cell(plan, 1, Outcome.MEASURED, 99));
        assertEquals(
                Optional.of("the level below did not hold: TPS at least 100: it was 99.0"),
                skips(holding, plan, 2, done));
        done.add(cell(plan, 2, Outcome.SKIPPED, 0));
        assertEquals(Optional.empty(), skips(holding, plan, 3, done), "another payload begins anew");
        done.add(cell(plan, 3, Outcome.CONSUMER_LIMITED, 500));
        assertEquals(Optional.of("the level below did not hold: consumer-limited"), skips(holding, plan, 4, done));
    }

    @Test
    void drawnLevelsDoNotWaitForEachOther() throws Exception {
        Plan plan = plan("drawn", "<expect tps='100'/>");
        StopRules holding = new StopRules(plan, Baselines.resolve(plan));
        List<Cell> done = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            assertEquals(Optional.empty(), skips(holding, plan, i, done));
            done.add(cell(plan, i, Outcome.MEASURED, 1));
        }
    }

    @Test
    void onlyWhatIsToAbortAborts() throws Exception {
        Plan plan = plan("drawn", "<expect tps='100'/><expect tps='50' abort='true'/>");
        StopRules holding = new StopRules(plan, Baselines.resolve(plan));
        assertEquals(Optional.empty(), holding.aborts(cell(plan, 0, Outcome.MEASURED, 60)));
        assertTrue(holding.aborts(cell(plan, 0, Outcome.MEASURED, 40))
                .orElseThrow()
                .contains("TPS at least 50: it was 40.0"));
        assertEquals(Optional.empty(), holding.aborts(cell(plan, 0, Outcome.SERVICE_FAILED, 0)));
    }

    @Test
    void aBaselineBecomesANumberPerLevel() throws Exception {
        Plan plan = plan("drawn", "<expect bytes='9000' ratio='0.9' baseline='" + folder + "'/>");
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            cells.add(cell(plan, i, Outcome.MEASURED, 1000 * (i + 1)));
        }
        baseline(cells);
        Map<Integer, Double> expected = new java.util.TreeMap<>();
        cells.stream()
                .filter(c -> c.payload().bytes() == 9000)
                .forEach(c -> expected.put(
                        c.load().concurrency(), 0.9 * c.figures().orElseThrow().tps()));
        List<Expectation> resolved = Baselines.resolve(plan);
        assertEquals(
                expected,
                new java.util.TreeMap<>(resolved.stream()
                        .collect(Collectors.toMap(e -> e.concurrency().orElseThrow(), Expectation::limit))));
        assertTrue(resolved.get(0).label().endsWith("in old)"), resolved.get(0).label());
    }

    @Test
    void aBaselineWithoutTheLevelIsNone() throws Exception {
        Plan plan = plan("drawn", "<expect ratio='0.9' baseline='" + folder + "'/>");
        assertTrue(problem(plan).contains("is not a run"));
        baseline(List.of(cell(plan, 0, Outcome.MEASURED, 1000)));
        assertTrue(problem(plan).contains("old has not measured null/baseline@pox with "), problem(plan));
    }

    private static String problem(Plan plan) {
        return assertThrows(IllegalArgumentException.class, () -> Baselines.resolve(plan))
                .getMessage();
    }

    private void baseline(List<Cell> cells) throws IOException {
        RunInfo info = new RunInfo("old", "s", "", Instant.EPOCH, 1, cells.size(), List.of(), Map.of());
        RunPlan plan = new RunPlan(0, cells.stream().map(PlannedCell::of).toList());
        try (RunWriter writer = RunWriter.create(folder, info, plan, new byte[0])) {
            for (Cell cell : cells) {
                writer.cell(cell);
            }
            writer.finish("complete");
        }
    }

    private static Optional<String> skips(StopRules holding, Plan plan, int step, List<Cell> done) {
        Plan.Visit visit = plan.visits().get(0);
        return holding.skips(visit, visit.steps().get(step), done);
    }

    private static Plan plan(String order, String expect) throws Exception {
        String file =
                "<scenario xmlns='urn:messkit:scenario:1' name='s' seed='1'><services>null/baseline@pox</services>"
                        + "<closed concurrency='8 1 4' order='" + order
                        + "'/><payload bytes='5kB'/><payload bytes='9kB'/>" + expect
                        + "</scenario>";
        return Plan.of(ScenarioReader.read(file.getBytes(StandardCharsets.UTF_8), "s.xml", SampleRooms.ALL), 1);
    }

    private static Cell cell(Plan plan, int index, Outcome outcome, long tps) {
        Plan.Visit visit = plan.visits().get(0);
        Plan.Step step = visit.steps().get(index);
        double mean = 1000.0 * step.load().concurrency() / Math.max(1, tps);
        Cell.Figures figures = new Cell.Figures(
                Instant.EPOCH.plusSeconds(step.id()),
                1,
                tps,
                0,
                new Cell.Totals(tps, 0, 0, tps),
                new Cell.Times(mean, mean, mean, Optional.empty(), Optional.empty(), mean),
                0,
                0,
                0,
                0,
                new Cell.Cpu(1, 1, 0.1));
        return new Cell(
                step.id(),
                CellFactory.service(visit),
                new Cell.Payload(step.payload().bytes(), 3, 2),
                new ClosedLoad(step.load().concurrency()),
                1,
                outcome,
                "",
                tps == 0 ? Optional.empty() : Optional.of(figures));
    }
}
