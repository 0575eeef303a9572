// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.loads.ClosedLoad;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.profile.Profile;
import org.messkit.testnodes.controller.process.Jvm;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.controller.scenario.SampleRooms;
import org.messkit.testnodes.controller.scenario.Scenario;
import org.messkit.testnodes.controller.scenario.ScenarioReader;

class ProfiledLoadTest {
    private static final int CELLS = ProfiledLoad.CELLS;

    @TempDir
    private Path folder;

    private ProfiledLoad load;
    private ProfiledLoad halfKnown;

    @BeforeEach
    void plan() throws Exception {
        String file = "<scenario xmlns='urn:messkit:scenario:1' name='profile'>"
                + "<services>tv-dinner/jaxb@pox sushi-boats/stax@pox</services><closed concurrency='1'/>"
                + "<payload bytes='5000'/><payload bytes='100kB'/><limits ceiling='none'/></scenario>";
        Scenario scenario = ScenarioReader.read(file.getBytes(StandardCharsets.UTF_8), "profile.xml", SampleRooms.ALL);
        load = new ProfiledLoad(
                scenario,
                (service, payload) -> OptionalInt.of(service.technology().equals("stax") ? 8 : payload.bytes() / 5000),
                1,
                folder);
        halfKnown = new ProfiledLoad(
                scenario,
                (service, payload) -> payload.bytes() == 5000 ? OptionalInt.of(2) : OptionalInt.empty(),
                1,
                folder);
    }

    @Test
    void eachServiceAndPayloadHasItsCellsAtItsLevel() {
        List<Plan.Visit> visits = load.plan().visits();
        assertEquals(4 * CELLS, load.plan().cells());
        assertEquals(
                IntStream.rangeClosed(1, 4 * CELLS).boxed().toList(),
                visits.stream()
                        .flatMap(visit -> visit.steps().stream())
                        .map(Plan.Step::id)
                        .toList());
        assertEquals(new ClosedLoad(1), visits.get(0).steps().get(0).load());
        assertEquals(new ClosedLoad(20), visits.get(0).steps().get(CELLS).load());
        assertEquals(new ClosedLoad(8), visits.get(1).steps().get(0).load());
    }

    @Test
    void whatTheProfilerCostsIsSeenPairByPair() {
        // Under the profiler: the third and fourth of a payload, the seventh and eighth, and so on.
        List<Profile.Loaded> loads = load.loads(cells(id -> Outcome.PROFILED, id -> isUnder(id) ? 800 : 1000));
        assertEquals(4, loads.size());
        Profile.Loaded first = loads.get(0);
        assertTrue(first.isValid());
        assertEquals("tv-dinner/jaxb@pox", first.service());
        assertEquals(500, first.tps(), 1e-9);
        assertEquals(0.25, first.slower().estimate(), 1e-9);
        assertEquals(
                List.of(3, 4, 7, 8, 11, 12).stream()
                        .map(id -> "recordings/load-" + id + ".jfr")
                        .toList(),
                first.recordings());
        // Half a core for two seconds, a thousand transactions.
        assertEquals(1000, first.processorMicros(), 1e-9);
        assertEquals("", first.trouble());
    }

    @Test
    void aPairOfWhichACellIsNotValidDoesNotCount() {
        List<Profile.Loaded> loads =
                load.loads(cells(id -> id == 5 ? Outcome.INCONSISTENT : Outcome.PROFILED, id -> 1000));
        assertEquals(5, loads.get(0).recordings().size());
        assertFalse(loads.get(0).recordings().contains("recordings/load-4.jfr"), "its partner is not valid");
        assertEquals(
                "5 of 6 pairs count: cell 5: inconsistent (because)",
                loads.get(0).trouble());
        assertEquals("", loads.get(1).trouble());
    }

    @Test
    void aServiceWithoutValidCellsHasNoFigures() {
        Profile.Loaded failed = load.loads(
                        cells(id -> id > CELLS && id <= 2 * CELLS ? Outcome.ERRORS : Outcome.PROFILED, id -> 1000))
                .get(1);
        assertFalse(failed.isValid());
        assertEquals(100_000, failed.bytes());
        assertEquals("cell 15: errors (because)", failed.trouble());
    }

    @Test
    void aRunThatWasInterruptedSaysSo() {
        Profile.Loaded none = load.loads(List.of()).get(0);
        assertFalse(none.isValid());
        assertEquals("the run ended before cell 2", none.trouble());
    }

    @Test
    void whereNoLevelIsKnownNothingIsDrivenAndThatIsSaid() {
        assertEquals(2 * CELLS, halfKnown.plan().cells());
        List<Profile.Loaded> loads = halfKnown.loads(List.of());
        assertEquals(4, loads.size());
        assertEquals(
                "no level of it was measured in the calibration", loads.get(1).trouble());
        assertEquals(100_000, loads.get(1).bytes());
    }

    @Test
    void noCellEntersAnIndex() {
        Plan.Visit visit = load.plan().visits().get(0);
        Plan.Step plain = visit.steps().get(0);
        List<Cell> measured = cells(id -> Outcome.MEASURED, id -> 1000);
        load.before(visit, plain, ProcessHandle.current());
        Cell cell = load.after(visit, plain, ProcessHandle.current(), measured.get(0));
        assertEquals(Outcome.PROFILED, cell.outcome());
        assertEquals(measured.get(0).figures(), cell.figures());
        Cell failed = cells(id -> Outcome.ERRORS, id -> 1000).get(0);
        assertEquals(failed, load.after(visit, plain, ProcessHandle.current(), failed));
    }

    @Test
    void aServiceThatCannotBeSampledIsMeasuredAllTheSameAndItsPairDoesNotCount() {
        Plan.Visit known = load.plan().visits().get(0);
        Jvm none = new Jvm(folder.resolve("bin/java"), "0");
        Plan.Visit visit = new Plan.Visit(known.service(), known.name(), none, 1, known.steps());
        Plan.Step under = visit.steps().get(2);
        List<Cell> cells = cells(id -> id == 3 ? Outcome.MEASURED : Outcome.PROFILED, id -> 1000);
        load.before(visit, under, ProcessHandle.current());
        Cell cell = load.after(visit, under, ProcessHandle.current(), cells.get(2));
        assertEquals(Outcome.PROFILED, cell.outcome());
        assertTrue(cell.reason().startsWith("not sampled, "), cell.reason());
        cells.set(2, cell);
        Profile.Loaded loaded = load.loads(cells).get(0);
        assertEquals(5, loaded.recordings().size());
        assertTrue(loaded.trouble().startsWith("5 of 6 pairs count: cell 3: not sampled, "), loaded.trouble());
        // Nobody knows whether the profiler is on from then on, so that no cell of that process is one without it.
        for (Plan.Step later : visit.steps().subList(3, CELLS)) {
            load.before(visit, later, ProcessHandle.current());
        }
        Profile.Loaded spoilt = load.loads(cells).get(0);
        assertFalse(spoilt.isValid());
        assertTrue(spoilt.trouble().startsWith("cell 3: not sampled, "), spoilt.trouble());
    }

    @Test
    void ofAServiceThatIsGoneItsOutcomeIsKept() throws Exception {
        Process gone = new ProcessBuilder(Jvm.own().java().toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        gone.waitFor();
        Plan.Visit visit = load.plan().visits().get(0);
        Plan.Step under = visit.steps().get(2);
        Cell failed = cells(id -> Outcome.SERVICE_FAILED, id -> 0).get(2);
        load.before(visit, under, gone.toHandle());
        assertEquals(failed, load.after(visit, under, gone.toHandle(), failed));
    }

    private static boolean isUnder(int id) {
        return List.of(3, 4, 7, 8, 11, 12).contains((id - 1) % CELLS + 1);
    }

    private List<Cell> cells(IntFunction<Outcome> outcomes, IntFunction<Integer> transactions) {
        List<Cell> cells = new ArrayList<>();
        for (Plan.Visit visit : load.plan().visits()) {
            for (Plan.Step step : visit.steps()) {
                Cell.Figures figures = new Cell.Figures(
                        Instant.EPOCH,
                        2,
                        transactions.apply(step.id()),
                        0,
                        new Cell.Totals(1000, 0, 0, 1000),
                        new Cell.Times(1, 1, 1, Optional.empty(), Optional.empty(), 1),
                        10,
                        5000,
                        300,
                        1e6,
                        new Cell.Cpu(0.5, 0.5, 0.1),
                        Optional.empty(),
                        Optional.empty());
                cells.add(new Cell(
                        step.id(),
                        new Cell.Service(visit.name(), "tv-dinner", "jaxb", "", "pox"),
                        new Cell.Payload(step.payload().bytes(), 10, 3, "summary"),
                        new ClosedLoad(1),
                        1,
                        outcomes.apply(step.id()),
                        "because",
                        Optional.of(figures)));
            }
        }
        return cells;
    }
}
