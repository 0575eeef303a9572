// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.loads.ClosedLoad;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.process.Jvm;
import org.messkit.testnodes.controller.scenario.element.Budget;
import org.messkit.testnodes.controller.scenario.element.Limits;
import org.messkit.testnodes.controller.scenario.element.Loads;
import org.messkit.testnodes.controller.scenario.element.ServiceJvm;
import org.messkit.testnodes.controller.scenario.element.Steady;
import org.messkit.testnodes.controller.scenario.element.TestNodeJvm;
import org.messkit.testnodes.controller.scenario.element.Timing;
import org.messkit.usecases.Payload;

class PlanTest {
    private static final List<ServiceName> SERVICES = List.of(
            ServiceName.parse("tv-dinner/jaxb@soap11"),
            ServiceName.parse("sushi-boats/stax@soap11"),
            ServiceName.parse("null/baseline@pox"));

    @Test
    void servicesTakeTurnsFromFrontAndBack() {
        Plan plan = plan(OptionalLong.of(1), 4);
        List<ServiceName> order =
                plan.visits().stream().map(Plan.Visit::service).toList();
        assertEquals(SERVICES, order.subList(0, 3));
        assertEquals(List.of(SERVICES.get(2), SERVICES.get(1), SERVICES.get(0)), order.subList(3, 6));
        assertEquals(order.subList(0, 6), order.subList(6, 12));
        assertEquals(
                List.of(1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4),
                plan.visits().stream().map(Plan.Visit::fork).toList());
    }

    @Test
    void everyVisitMeasuresTheWholeGridOnce() {
        for (Plan.Visit visit : plan(OptionalLong.of(1), 3).visits()) {
            Set<List<Object>> grid = new HashSet<>();
            visit.steps().forEach(step -> grid.add(List.of(step.payload(), step.load())));
            assertEquals(8, grid.size());
            assertEquals(8, visit.steps().size());
        }
    }

    @Test
    void cellsAreNumberedInTheOrderOfTheRun() {
        Plan plan = plan(OptionalLong.empty(), 2);
        List<Integer> ids = plan.visits().stream()
                .flatMap(visit -> visit.steps().stream())
                .map(Plan.Step::id)
                .toList();
        assertEquals(IntStream.rangeClosed(1, 48).boxed().toList(), ids);
        assertEquals(48, plan.cells());
    }

    @Test
    void theSameSeedGivesTheSamePlan() {
        assertEquals(plan(OptionalLong.of(42), 2), Plan.of(scenario(OptionalLong.of(42), 2), 99));
        assertNotEquals(
                plan(OptionalLong.of(42), 2).visits(),
                plan(OptionalLong.of(43), 2).visits());
    }

    @Test
    void aScenarioWithoutSeedGetsTheFreshOne() {
        assertEquals(99, Plan.of(scenario(OptionalLong.empty(), 1), 99).seed());
    }

    @Test
    void theOrderOfCellsIsDrawnAnewForEachVisit() {
        Plan plan = plan(OptionalLong.of(1), 8);
        Set<List<Object>> orders = new HashSet<>();
        for (Plan.Visit visit : plan.visits()) {
            orders.add(visit.steps().stream()
                    .map(step -> (Object) List.of(step.payload(), step.load()))
                    .toList());
        }
        assertTrue(orders.size() > 1);
    }

    @Test
    void theDurationIsTheSumOfItsParts() {
        Plan plan = plan(OptionalLong.of(1), 2);
        Plan.Visit visit = plan.visits().get(0);
        assertEquals(plan.duration(visit).multipliedBy(6), plan.duration());
        assertEquals(plan.duration(), plan.limit(), "no budget cuts it off");
        Duration cell = plan.duration(visit.steps().get(0));
        Duration cells = cell.multipliedBy(8);
        assertTrue(plan.duration(visit).compareTo(cells.plusSeconds(15)) >= 0, "warm-up and cells are in it");
        assertTrue(cell.compareTo(Duration.ofSeconds(4)) >= 0, "settle and window are in it");
    }

    @Test
    void anAnchorRepeatsTheFirstCellOfEachVisitAsItsLast() {
        Plan without = plan(OptionalLong.of(1), 2);
        Plan with = Plan.of(scenario(OptionalLong.of(1), 2, true), 7);
        assertEquals(without.cells() + with.visits().size(), with.cells());
        for (Plan.Visit visit : with.visits()) {
            Plan.Step first = visit.steps().get(0);
            Plan.Step last = visit.steps().get(visit.steps().size() - 1);
            assertEquals(new Plan.Step(last.id(), first.payload(), first.load(), first.id()), last);
            assertEquals(0, first.repeats());
        }
    }

    @Test
    void theNullServiceIsMeasuredOnceBesideServicesThatLackIt() throws Exception {
        String file = """
                <scenario xmlns="urn:messkit:scenario:1" name="s">
                  <services>tv-dinner/jaxb@pox</services>
                  <payload bytes="5kB"/>
                  <payload bytes="5kB" depth="8"/>
                  <payload bytes="9kB"/>
                  <closed services="tv-dinner/jaxb@pox" bytes="9kB" concurrency="1 2"/>
                  <closed concurrency="4 8"/>
                  <timing forks="2"/>
                  <limits ceiling="measured"/>
                </scenario>
                """;
        Plan plan = Plan.of(ScenarioReader.read(file.getBytes(StandardCharsets.UTF_8), "s.xml", SampleRooms.ALL), 1);
        assertEquals(3, plan.visits().size());
        assertEquals(
                new Plan.Visit(
                        ServiceName.parse("null/baseline@pox"),
                        "null/baseline@pox",
                        Jvm.own(),
                        1,
                        List.of(
                                new Plan.Step(7, Payload.ofBytes(5_000), new ClosedLoad(8)),
                                new Plan.Step(8, Payload.ofBytes(9_000), new ClosedLoad(2)))),
                plan.visits().get(1));
        String without = file.replace("\"measured\"", "\"none\"");
        plan = Plan.of(ScenarioReader.read(without.getBytes(StandardCharsets.UTF_8), "s.xml", SampleRooms.ALL), 1);
        assertEquals(2, plan.visits().size());
    }

    @Test
    void severalJvmsStandSideBySideInEachFork(@TempDir Path other) throws Exception {
        Path java = Files.createDirectories(other.resolve("bin")).resolve("java");
        Files.createSymbolicLink(java, Jvm.own().java());
        Files.writeString(other.resolve("release"), "JAVA_VERSION=\"99.0.1\"\n");
        String own = Jvm.own().version();
        String file = """
                <scenario xmlns="urn:messkit:scenario:1" name="jvms">
                  <services>tv-dinner/jaxb@pox sushi-boats/stax@pox</services>
                  <payload bytes="5kB"/>
                  <closed concurrency="1 4"/>
                  <timing forks="2"/>
                  <service-jvm java="%s, %s"/>
                </scenario>
                """.formatted(own, other);
        Plan plan = Plan.of(ScenarioReader.read(file.getBytes(StandardCharsets.UTF_8), "s.xml", SampleRooms.ALL), 1);
        List<String> first = List.of(
                "tv-dinner/jaxb@pox on JDK " + own,
                "tv-dinner/jaxb@pox on JDK 99.0.1",
                "sushi-boats/stax@pox on JDK " + own,
                "sushi-boats/stax@pox on JDK 99.0.1");
        List<String> expected = new ArrayList<>(first);
        expected.add("null/baseline@pox");
        expected.addAll(List.of(first.get(3), first.get(2), first.get(1), first.get(0)));
        assertEquals(expected, plan.visits().stream().map(Plan.Visit::name).toList());
        assertEquals(java, plan.visits().get(1).jvm().java());
        byte[] resolved = ScenarioWriter.resolved(plan);
        assertEquals(
                plan.visits(),
                Plan.of(ScenarioReader.read(resolved, "r.xml", SampleRooms.ALL), 2)
                        .visits());
    }

    @Test
    void theResolvedScenarioMakesTheSamePlan() throws Exception {
        String file = """
                <scenario xmlns="urn:messkit:scenario:1" name="a-b.c">
                  <goal>Is 1 &lt; 2 &amp; "so"?</goal>
                  <services>tv-dinner/*@pox null/*@pox tv-dinner/jaxb+full@soap11</services>
                  <payload bytes="5kB" depth="8" share="1"/>
                  <payload bytes="100kB" elements="900"/>
                  <closed concurrency="4 1"/>
                  <open rate="0.5 100" peak-share="0.95" arrivals="uniform" backlog="7" ramp="3s" window="1m"/>
                  <timing warmup="1m" settle="250ms" forks="3" anchor="repeated"/>
                  <steady tolerance="0.05" cap="2m"/>
                  <budget time="1h" precision="0.04"/>
                  <service-jvm gc="G1" cores="1" properties="messkit.xml.max-depth=7 messkit.synthetic.cap=1.5"/>
                  <limits errors="0.01" other-work="accepted"/>
                </scenario>
                """;
        Scenario read = ScenarioReader.read(file.getBytes(StandardCharsets.UTF_8), "s.xml", SampleRooms.ALL);
        Plan plan = Plan.of(read, 4711);
        Plan again = Plan.of(ScenarioReader.read(ScenarioWriter.resolved(plan), "r.xml", SampleRooms.ALL), 1);
        assertEquals(plan.visits(), again.visits());
        assertEquals(plan.seed(), again.seed());
        assertEquals(read.loads(), again.scenario().loads());
        assertEquals(read.budget(), again.scenario().budget());
        assertEquals(Duration.ofHours(1), plan.limit(), "the budget cuts it off");
        assertEquals(read.timing(), again.scenario().timing());
        assertEquals(read.serviceJvm(), again.scenario().serviceJvm());
        assertEquals(read.goal(), again.scenario().goal());
        assertEquals(read.limits(), again.scenario().limits());
    }

    @Test
    void theWaitForASteadyStateCountsWithItsCap() throws Exception {
        String file = """
                <scenario xmlns="urn:messkit:scenario:1" name="steady">
                  <services>tv-dinner/*@pox</services><payload bytes="5kB"/><closed concurrency="1"/>
                  <timing warmup="10s"/><steady cap="90s"/>
                </scenario>
                """;
        Scenario scenario = ScenarioReader.read(file.getBytes(StandardCharsets.UTF_8), "s.xml", SampleRooms.ALL);
        assertEquals(
                Optional.of(new Steady(0.02, Duration.ofSeconds(90))),
                scenario.timing().steady());
        Plan plan = Plan.of(scenario, 1);
        assertEquals(Duration.ofMillis(102_500), plan.warmUp(plan.visits().get(0)));
        Plan.Visit ceiling = plan.visits().get(plan.visits().size() - 1);
        assertEquals("null", ceiling.service().useCase());
        assertEquals(
                Duration.ofSeconds(20),
                plan.warmUp(ceiling),
                "a ceiling is waited for until its compilers rest, no longer");
    }

    @Test
    void sharesOfThePeakComeAfterTheCellsThatShowIt() throws Exception {
        String file = """
                <scenario xmlns="urn:messkit:scenario:1" name="open">
                  <services>null/*@pox</services>
                  <payload bytes="5kB"/>
                  <payload bytes="9kB"/>
                  <closed concurrency="1 2"/>
                  <open rate="10" peak-share="0.5 0.8" ramp="2s" window="30s"/>
                </scenario>
                """;
        Plan plan = Plan.of(ScenarioReader.read(file.getBytes(StandardCharsets.UTF_8), "s.xml", SampleRooms.ALL), 1);
        List<Plan.Step> steps = plan.visits().get(0).steps();
        assertEquals(10, steps.size());
        for (int i = 0; i < steps.size(); i++) {
            assertEquals(i >= 6, steps.get(i).load().needsPeak(), "step " + i);
        }
        assertEquals(Duration.ofSeconds(30), plan.window(steps.get(9)));
        assertTrue(plan.duration(steps.get(9)).compareTo(Duration.ofSeconds(33)) >= 0, "ramp, settle and window");
    }

    private static Plan plan(OptionalLong seed, int forks) {
        return Plan.of(scenario(seed, forks), 7);
    }

    private static Scenario scenario(OptionalLong seed, int forks) {
        return scenario(seed, forks, false);
    }

    private static Scenario scenario(OptionalLong seed, int forks, boolean anchored) {
        return new Scenario(
                "s",
                "",
                seed,
                SERVICES,
                List.of(Payload.ofBytes(5000), Payload.ofBytes(100_000)),
                Loads.closed(List.of(1, 2, 4, 8)),
                new Timing(
                        Duration.ofSeconds(15),
                        Optional.empty(),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(3),
                        forks,
                        anchored),
                Budget.NONE,
                new ServiceJvm("512m", "Parallel", 0, 200, List.of()),
                new TestNodeJvm("512m", 0),
                Limits.STRICT);
    }
}
