// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.SampleRun;
import org.messkit.results.index.forks.Judgement;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunInfo;

/** Technologies of a run and runs with a baseline, of known ratios. */
class ComparisonTest {
    private static final RunIndex THREE = index("sample-1", 3, 1);

    @Test
    void technologiesOfOneUseCaseAreComparedCellByCell() {
        List<Comparison> comparisons = Technologies.of(THREE);
        assertEquals(
                List.of("tv-dinner by pox"),
                comparisons.stream().map(Comparison::title).toList());
        Comparison c = comparisons.get(0);
        assertEquals(12, c.pairs().size());
        Pair first = c.pairs().get(0);
        assertEquals("tv-dinner/jaxb@pox", first.one().name());
        assertEquals("tv-dinner/stax@pox", first.other().name());
        assertEquals(1 / 1.5, first.ratio(), 0.02);
        assertEquals("slower", first.words());
        assertEquals(2, c.rank(first.one().name(), first));
        assertEquals(1, c.rank(first.other().name(), first));
    }

    @Test
    void theGeometricMeanIsOfItsParts() {
        Comparison c = Technologies.of(THREE).get(0);
        Comparison.Mean mean = c.means().get(0);
        double product = c.pairs().stream().mapToDouble(Pair::ratio).reduce(1, (a, b) -> a * b);
        assertEquals(12, mean.cells());
        assertEquals(Math.pow(product, 1.0 / 12), mean.ratio(), 1e-12);
        // 1/1.5 at one payload, half of that at the other.
        assertEquals(Math.sqrt(1 / 1.5 * 0.5 / 1.5), mean.ratio(), 0.01);
        assertTrue(mean.interval().orElseThrow().interval().contains(mean.ratio()));
    }

    @Test
    void equalRunsAreNotCalledDifferent() {
        Comparison c = Runs.of(THREE, index("sample-2", 3, 1));
        assertTrue(c.pairs().stream().allMatch(p -> Math.abs(p.ratio() - 1) < 1e-9));
        assertTrue(c.pairs().stream()
                .map(p -> p.judgement().orElseThrow().word())
                .allMatch(w -> w == Judgement.Word.EQUAL || w == Judgement.Word.NO_VERDICT));
        assertEquals(List.of(), c.warnings());
        Pair first = c.pairs().get(0);
        assertEquals(c.rank(first.one().name(), first), c.rank(first.other().name(), first));
    }

    @Test
    void aFasterRunIsFasterAndItsOtherConditionsAreSaid() {
        Comparison c = Runs.of(THREE, index("sample-2", 3, 1.3));
        assertEquals("sample-2 against sample-1", c.title());
        assertTrue(c.pairs().stream().allMatch(p -> p.words().equals("faster")));
        assertEquals(List.of("service heap differs: 1g, in the baseline: 512m"), c.warnings());
    }

    @Test
    void runsWhoseStoresPromiseDifferentThingsDoNotCompare() {
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> Runs.of(durable("sample-1", "disk"), durable("sample-2", "none")));
        assertEquals(
                "sample-2 against sample-1: durability is none, in the baseline disk, so their figures do not compare",
                refused.getMessage());
        assertEquals(
                List.of(),
                Runs.of(durable("sample-1", "disk"), durable("sample-2", "disk"))
                        .warnings());
    }

    private static RunIndex durable(String id, String durability) {
        Run run = index(id, 3, 1).run();
        Map<String, String> settings = new TreeMap<>(run.info().settings());
        settings.put("durability", durability);
        RunInfo info = run.info();
        return RunIndex.of(new Run(
                run.folder(),
                new RunInfo(
                        info.id(),
                        info.scenario(),
                        info.goal(),
                        info.start(),
                        info.seed(),
                        info.cells(),
                        info.notes(),
                        settings),
                run.end(),
                run.environment(),
                run.cells()));
    }

    @Test
    void anotherUpdateOfTheSameJdkIsComparedAndSaid() {
        Comparison c = Runs.of(onJdks("sample-1", "17.0.15", "25.0.3"), onJdks("sample-2", "17.0.15", "25.0.4"));
        assertEquals(68, c.pairs().size());
        assertEquals(
                List.of("the JDK of services differs: 25.0.4, compared with 25.0.3 in the baseline"), c.warnings());
        assertTrue(c.pairs().stream()
                .filter(p -> p.one().name().contains(" on JDK 25"))
                .allMatch(p ->
                        p.one().name().contains("25.0.4") && p.other().name().contains("25.0.3")));
    }

    @Test
    void servicesOnAnotherJdkAreLeftOut() {
        RunIndex baseline = onJdks("sample-1", "17.0.15", "25.0.3");
        Comparison c = Runs.of(baseline, onJdks("sample-2", "17.0.15", "21.0.8"));
        assertEquals(34, c.pairs().size());
        assertEquals(2, c.warnings().size());
        assertTrue(
                c.warnings().stream().allMatch(w -> w.startsWith("left out")),
                c.warnings().toString());
        assertThrows(IllegalArgumentException.class, () -> Runs.of(baseline, onJdks("sample-2", "2.0.1", "21.0.8")));
    }

    @Test
    void ofTwoUpdatesOfOneJdkNoneIsTakenForThePartner() {
        RunIndex baseline = onJdks("sample-1", "17.0.15", "25.0.3");
        Comparison c = Runs.of(baseline, onJdks("sample-2", "17.0.15", "25.0.4", "25.0.5"));
        assertEquals(34, c.pairs().size());
        // Where the same version is there, another update of it is not looked at.
        assertEquals(
                68,
                Runs.of(baseline, onJdks("sample-2", "17.0.15", "25.0.3", "25.0.5"))
                        .pairs()
                        .size());
    }

    /** The sample's services on each JVM. */
    private static RunIndex onJdks(String id, String... versions) {
        Run run = index(id, 3, 1).run();
        List<Cell> cells = new ArrayList<>();
        for (String version : versions) {
            for (Cell cell : run.cells()) {
                Cell.Service s = cell.service();
                cells.add(new Cell(
                        cells.size() + 1,
                        new Cell.Service(
                                s.name() + " on JDK " + version, s.useCase(), s.technology(), s.variant(), s.binding()),
                        cell.payload(),
                        cell.load(),
                        cell.fork(),
                        cell.outcome(),
                        cell.reason(),
                        cell.figures()));
            }
        }
        return RunIndex.of(new Run(run.folder(), run.info(), run.end(), run.environment(), cells));
    }

    @Test
    void singleForksHaveARatioAndNoVerdict() {
        Comparison c = Runs.of(index("sample-1", 1, 1), index("sample-2", 1, 1.3));
        Pair first = c.pairs().get(0);
        assertEquals(1.3, first.ratio(), 1e-3);
        assertEquals("no verdict, needs 2 more forks", first.words());
        assertEquals(Optional.empty(), c.means().get(0).interval());
    }

    @Test
    void cellsThatOneRunAloneMeasuredAreSaidToBeLeftOut() {
        Run run = THREE.run();
        RunIndex some = RunIndex.of(new Run(
                run.folder(),
                run.info(),
                run.end(),
                run.environment(),
                run.cells().stream().filter(c -> c.load().concurrency() <= 8).toList()));
        Comparison c = Runs.of(THREE, some);
        assertEquals(24, c.pairs().size());
        assertEquals(
                List.of("left out, since the other run has not measured them: 10 of 34 measured cells of sample-1"),
                c.warnings());
    }

    @Test
    void runsWithoutACommonCellAreRefused() {
        Run run = THREE.run();
        RunIndex none = RunIndex.of(new Run(run.folder(), run.info(), run.end(), run.environment(), List.of()));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Runs.of(THREE, none));
        assertTrue(e.getMessage().contains("nothing to compare"), e.getMessage());
    }

    private static RunIndex index(String id, int forks, double factor) {
        return RunIndex.of(SampleRun.of(Path.of("unused"), id, forks, factor));
    }

    @Test
    void anUpdateOfTheSameReleaseMayStandIn() {
        List<Cell.Service> services = Stream.of(
                        "buffet/dom@pox on JDK 17.0.9", "buffet/dom@pox on JDK 25.0.4", "buffet/sax@pox on JDK 25.0.4")
                .map(name -> new Cell.Service(name, "buffet", name.substring(7, 10), "", "pox"))
                .toList();
        assertEquals(Optional.of(services.get(1)), SameRelease.of("buffet/dom@pox on JDK 25.0.3", services));
        assertEquals(Optional.empty(), SameRelease.of("buffet/dom@pox on JDK 21.0.1", services));
        assertEquals(Optional.empty(), SameRelease.of("buffet/dom@pox", services), "no JVM is named");
        List<Cell.Service> two =
                List.of(services.get(1), new Cell.Service("buffet/dom@pox on JDK 25.0.5", "buffet", "dom", "", "pox"));
        assertEquals(Optional.empty(), SameRelease.of("buffet/dom@pox on JDK 25.0.3", two), "none is more the partner");
    }

    @Test
    void aRunOfOneTechnologyForEachUseCaseSaysWhatWouldCompare() {
        Run run = THREE.run();
        List<Cell> alone = run.cells().stream()
                .filter(c -> !c.service().technology().equals("stax"))
                .toList();
        RunIndex index = RunIndex.of(new Run(run.folder(), run.info(), run.end(), run.environment(), alone));
        assertEquals(List.of(), Technologies.of(index));
        assertEquals(
                "tv-dinner by pox has jaxb alone: a second technology there would do, or a second run as compare sample-1 OTHER",
                Technologies.missing(index));
        List<Cell> apart = run.cells().stream()
                .filter(c ->
                        c.service().technology().equals("stax") == (c.load().concurrency() > 4))
                .toList();
        assertEquals(
                "tv-dinner by pox has jaxb, stax, which share no payload and level that both have measured: the same levels for both would do,"
                        + " or a second run as compare sample-1 OTHER",
                Technologies.missing(
                        RunIndex.of(new Run(run.folder(), run.info(), run.end(), run.environment(), apart))));
    }
}
