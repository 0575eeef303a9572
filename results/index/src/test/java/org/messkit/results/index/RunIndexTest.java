// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.messkit.loads.Load;
import org.messkit.loads.OpenLoad;
import org.messkit.results.index.compare.Runs;
import org.messkit.results.index.curve.PayloadCurve;
import org.messkit.results.index.curve.View;
import org.messkit.results.index.law.Laws;
import org.messkit.results.index.law.UniversalScalability;
import org.messkit.results.index.verdict.Conditions;
import org.messkit.results.index.verdict.Finding;
import org.messkit.results.index.verdict.Verdict;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Environment;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunInfo;

/** A run whose laws are known is judged by them. */
class RunIndexTest {
    private static final RunIndex INDEX = RunIndex.of(SampleRun.of(Path.of("unused"), "sample-1", 3, 1));

    @Test
    void curvesAreInTheOrderOfBytesThenServicesCeilingLast() {
        assertEquals(
                List.of(
                        "tv-dinner/jaxb@pox 5000",
                        "tv-dinner/stax@pox 5000",
                        "null/baseline@pox 5000",
                        "tv-dinner/jaxb@pox 20000",
                        "tv-dinner/stax@pox 20000",
                        "null/baseline@pox 20000"),
                INDEX.curves().stream()
                        .map(c -> c.service().name() + " " + c.payload().bytes())
                        .toList());
    }

    @Test
    void theKnownLawIsFoundWithItsPeak() {
        CurveIndex jaxb = INDEX.curves().get(0);
        Laws.Chosen law = assertInstanceOf(Laws.Chosen.class, jaxb.law());
        assertInstanceOf(UniversalScalability.class, law.best().law());
        assertEquals(0.1, law.universal().coefficient("sigma").value(), 1e-3);
        assertEquals(0.01, law.universal().coefficient("kappa").value(), 1e-4);
        assertEquals(Math.sqrt(0.9 / 0.01), law.best().law().peakConcurrency().orElseThrow(), 0.05);
        UniversalScalability usl = (UniversalScalability) law.universal().law();
        assertEquals(usl.withKappa(usl.kappa() / 4).peakConcurrency().orElseThrow(), 2 * Math.sqrt(0.9 / 0.01), 0.1);
        assertEquals(8, jaxb.max().concurrency());
        assertEquals(List.of(8), jaxb.curve().levels(View.B));
        assertEquals(List.of(16, 32), jaxb.curve().levels(View.C));
        assertEquals(
                new Verdict.ServerBound(Verdict.Resource.CPU), jaxb.verdict().verdict());
        assertEquals(jaxb.curve().points().size(), jaxb.levels().size());
    }

    @Test
    void theIntervalHoldsTheKnownTps() {
        for (CurveIndex curve : INDEX.curves().subList(0, 2)) {
            double truth = SampleRun.JAXB.tps(8) * (curve.service().technology().equals("stax") ? 1.5 : 1);
            assertTrue(curve.max().interval().orElseThrow().contains(truth), curve.toString());
            assertEquals(3, curve.max().forks());
        }
    }

    @Test
    void costIsProcessorTimeOverTransactions() {
        Cost cost = INDEX.curves().get(0).cost();
        assertEquals(1000 * 3.88 / cost.tps(), cost.serverSeconds(), 1e-9);
        assertEquals(1000 * 0.4 / cost.tps(), cost.consumerSeconds(), 1e-9);
        assertEquals(3.88, cost.coresFor(cost.tps()), 1e-9);
        assertEquals(1, cost.servicesFor(cost.tps()));
        assertEquals(3, cost.servicesFor(2.01 * cost.tps()));
    }

    @Test
    void onlyJaxbFallsBeyondProportion() {
        assertEquals(
                List.of(
                        PayloadCurve.Reading.IN_PROPORTION,
                        PayloadCurve.Reading.BEYOND_PROPORTION,
                        PayloadCurve.Reading.IN_PROPORTION),
                INDEX.payloads().stream()
                        .map(p -> p.curve().whole().orElseThrow().reading())
                        .toList());
        assertEquals(2, INDEX.payloads().get(1).curve().whole().orElseThrow().excess(), 0.01);
    }

    @Test
    void aLevelThatTheTestNodeLimitedHasNoFigure() {
        CurveIndex ceiling = INDEX.curves().get(2);
        assertEquals(Optional.empty(), ceiling.curve().at(32));
        assertEquals("a law needs at least 6 measured levels, got: 5", ((Laws.Refused) ceiling.law()).reason());
    }

    @Test
    void aLevelThatTheTestNodeLimitedIsJudgedAllTheSame() {
        CurveIndex ceiling = INDEX.curves().get(2);
        assertTrue(ceiling.curve().topReached());
        Limited limited = ceiling.limited().get(0);
        assertEquals(32, limited.point().concurrency());
        assertEquals(new Verdict.ConsumerBound(), limited.finding().verdict());
        assertEquals(
                "consumer CPU at 95 % or more, and TPS falls as CR rises",
                limited.finding().rule());
        assertEquals(
                "too many CR per TestNode: add TestNodes", limited.finding().next());
        assertEquals(List.of(), INDEX.curves().get(0).limited());
    }

    @Test
    void aCurveThatEndsAtTheTestNodesLimitIsConsumerBound() {
        Run run = SampleRun.of(Path.of("r"), "r", 1, 1);
        List<Cell> cells = run.cells().stream()
                .filter(c -> c.load().concurrency() <= 4)
                .map(c -> c.load().concurrency() == 4 ? as(c, Outcome.CONSUMER_LIMITED) : c)
                .toList();
        CurveIndex jaxb = RunIndex.of(with(run, cells)).curves().get(0);
        assertEquals(new Verdict.Undecided(), jaxb.verdict().verdict());
        cells = cells.stream().map(c -> busy(c, 3.2)).toList();
        jaxb = RunIndex.of(with(run, cells)).curves().get(0);
        assertEquals(new Verdict.ConsumerBound(), jaxb.verdict().verdict());
        assertEquals(
                "TPS still rises, and at the next level the TestNode was the limit",
                jaxb.verdict().rule());
        assertTrue(
                jaxb.verdict().numbers().endsWith("; as said"), jaxb.verdict().numbers());
        cells = cells.stream().map(c -> busy(c, 2)).toList();
        Finding half = RunIndex.of(with(run, cells)).curves().get(0).verdict();
        assertEquals(new Verdict.ConsumerBound(), half.verdict());
        assertEquals("measure again while nothing else runs", half.next());
    }

    @Test
    void aServiceWithoutAMeasuredLevelIsJudgedToo() {
        Run run = SampleRun.of(Path.of("r"), "r", 1, 1);
        List<Cell> limited = run.cells().stream()
                .map(c -> as(busy(c, 3.2), Outcome.CONSUMER_LIMITED))
                .toList();
        RunIndex index = RunIndex.of(with(run, limited));
        assertEquals(List.of(), index.curves());
        assertEquals(6, index.unmeasured().size());
        Unmeasured jaxb = index.unmeasured().get(0);
        assertEquals("tv-dinner/jaxb@pox", jaxb.service().name());
        assertEquals(new Verdict.ConsumerBound(), jaxb.finding().verdict());
        assertTrue(jaxb.finding().numbers().startsWith("CR 1: "), jaxb.finding().numbers());
        List<Cell> skipped = limited.stream()
                .map(c -> c.load().concurrency() == 1 ? c : as(c, Outcome.SKIPPED))
                .toList();
        assertEquals(
                new Verdict.ConsumerBound(),
                RunIndex.of(with(run, skipped)).unmeasured().get(0).finding().verdict());
        List<Cell> failed = run.cells().stream().map(c -> as(c, Outcome.ERRORS)).toList();
        Unmeasured none = RunIndex.of(with(run, failed)).unmeasured().get(0);
        assertEquals(new Verdict.Undecided(), none.finding().verdict());
        assertEquals("6 errors", none.finding().numbers());
    }

    /** Every level that the run has, of closed and of open load, has one verdict: in a curve, beside it, or where there is none. */
    @Test
    void everyLevelOfARunHasAVerdict() {
        Run run = SampleRun.of(Path.of("r"), "r", 2, 1);
        List<Cell> cells = new ArrayList<>();
        for (Cell c : run.cells()) {
            boolean stax = c.service().technology().equals("stax");
            int level = c.load().concurrency();
            cells.add(
                    stax || level == 2 && c.fork() == 1
                            ? as(c, Outcome.SERVICE_FAILED)
                            : level == 4 ? as(c, Outcome.DRIFTING) : c);
            Load open = OpenLoad.at(10.0 * level, OpenLoad.Arrivals.UNIFORM, 64);
            cells.add(new Cell(c.id() + 1000, c.service(), c.payload(), open, c.fork(), c.outcome(), "", c.figures()));
        }
        RunIndex index = RunIndex.of(with(run, cells));
        CurveIndex jaxb = index.curves().get(0);
        assertEquals(
                List.of(1, 2, 8, 16, 32),
                jaxb.curve().points().stream().map(p -> p.concurrency()).toList());
        List<LevelIndex> beside = index.others(jaxb.service(), jaxb.payload());
        assertEquals(
                List.of(4), beside.stream().map(l -> l.load().concurrency()).toList());
        assertEquals("drifting", beside.get(0).outcome());
        assertEquals(new Verdict.Undecided(), beside.get(0).finding().verdict());
        assertEquals(
                cells.stream()
                        .map(c -> List.of(c.service(), c.payload(), c.load()))
                        .distinct()
                        .count(),
                index.others().size()
                        + index.curves().stream()
                                .mapToInt(c -> c.levels().size() + c.limited().size())
                                .sum());
        Unmeasured stax = index.unmeasured().get(0);
        assertEquals(6, index.others(stax.service(), stax.payload()).size());
    }

    @Test
    void ofKeptRatesOnlyTheHighestIsNotUnderDriven() {
        Run run = SampleRun.of(Path.of("r"), "r", 1, 1);
        List<Cell> cells = new ArrayList<>();
        for (Cell c : run.cells().subList(0, 3)) {
            Load open = OpenLoad.at(100.0 * c.id(), OpenLoad.Arrivals.UNIFORM, 64);
            Outcome outcome = c.id() == 3 ? Outcome.OVERLOADED : Outcome.MEASURED;
            cells.add(0, new Cell(c.id(), c.service(), c.payload(), open, 1, outcome, "", c.figures()));
        }
        List<LevelIndex> rates = RunIndex.of(with(run, cells)).others();
        assertEquals(
                List.of(100.0, 200.0, 300.0),
                rates.stream().map(l -> l.load().rate().orElseThrow()).toList());
        assertEquals(new Verdict.UnderDriven(), rates.get(0).finding().verdict());
        assertEquals(new Verdict.Undecided(), rates.get(1).finding().verdict());
        assertTrue(rates.get(0).tps().isPresent());
        assertTrue(rates.get(2).tps().isEmpty(), "what was not kept has no TPS");
    }

    @Test
    void payloadCurvesAreOfOneKindOfAnswer() {
        Run run = SampleRun.of(Path.of("r"), "r", 1, 1);
        List<Cell> both = new ArrayList<>(run.cells());
        run.cells()
                .forEach(c -> both.add(new Cell(
                        c.id() + 1000,
                        c.service(),
                        new Cell.Payload(
                                c.payload().bytes(),
                                c.payload().elements(),
                                c.payload().depth(),
                                "full"),
                        c.load(),
                        c.fork(),
                        c.outcome(),
                        c.reason(),
                        c.figures())));
        assertEquals(
                List.of("full", "summary", "full", "summary", "full", "summary"),
                RunIndex.of(with(run, both)).payloads().stream()
                        .map(PayloadIndex::answer)
                        .toList());
    }

    private static Run with(Run run, List<Cell> cells) {
        return new Run(run.folder(), run.info(), run.end(), run.environment(), cells);
    }

    private static Cell as(Cell c, Outcome outcome) {
        return c.withOutcome(outcome, "as said");
    }

    @Test
    void whereOtherWorkHadTheIdleTestNodesCoresNobodyKnows() {
        Run run = SampleRun.of(Path.of("r"), "r", 1, 1);
        List<Cell> cells = run.cells().stream()
                .filter(c -> c.load().concurrency() <= 4 || c.load().concurrency() == 32)
                .map(c -> c.outcome() == Outcome.CONSUMER_LIMITED ? busy(c, 1.1) : c)
                .toList();
        RunIndex index = RunIndex.of(new Run(run.folder(), run.info(), run.end(), run.environment(), cells));
        CurveIndex ceiling =
                index.curves().stream().filter(CurveIndex::ceiling).findFirst().orElseThrow();
        assertEquals(new Verdict.Undecided(), ceiling.verdict().verdict());
        assertEquals("measure again while nothing else runs", ceiling.verdict().next());
    }

    /** The same, with a TestNode that used so many cores. */
    private static Cell busy(Cell c, double cores) {
        Cell.Figures f = c.figures().orElseThrow();
        Cell.Figures busy = new Cell.Figures(
                f.start(),
                f.seconds(),
                f.transactions(),
                f.errors(),
                f.total(),
                f.serviceTime(),
                f.outsideClockMeanMicros(),
                f.requestBytes(),
                f.responseBytes(),
                f.wireBytesPerSecond(),
                new Cell.Cpu(f.cpu().serverCores(), f.cpu().serverPeakCores(), cores));
        return new Cell(
                c.id(), c.service(), c.payload(), c.load(), c.fork(), c.outcome(), c.reason(), Optional.of(busy));
    }

    @Test
    void aMachinesIndexNormalisesWhatItMeasured() {
        Run run = withIndex(SampleRun.of(Path.of("r"), "r", 1, 1), "250.0");
        CurveIndex first = RunIndex.of(run).curves().get(0);
        assertEquals(first.max().tps() / 2.5, first.normalisedTps().orElseThrow(), 1e-9);
        assertTrue(RunIndex.of(withIndex(run, "not measured: no core"))
                .curves()
                .get(0)
                .normalisedTps()
                .isEmpty());
        Run slower = withIndex(SampleRun.of(Path.of("s"), "s", 1, 1), "125.0");
        assertEquals(2, Runs.of(RunIndex.of(slower), RunIndex.of(run)).speed().orElseThrow());
        Run alike = withIndex(SampleRun.of(Path.of("s"), "s", 1, 1), "245.0");
        assertTrue(Runs.of(RunIndex.of(alike), RunIndex.of(run)).speed().isEmpty());
    }

    private static Run withIndex(Run run, String index) {
        Environment environment = new Environment(
                List.of(new Environment.Group("machine", List.of(new Environment.Fact("Performance Index", index)))));
        return new Run(run.folder(), run.info(), run.end(), environment, run.cells());
    }

    @Test
    void aCurveThatEndsThereIsConsumerBound() {
        Run run = SampleRun.of(Path.of("unused"), "sample-1", 1, 1);
        List<Cell> cells = run.cells().stream()
                .filter(c -> c.load().concurrency() <= 4 || c.load().concurrency() == 32)
                .toList();
        RunIndex index = RunIndex.of(new Run(run.folder(), run.info(), run.end(), run.environment(), cells));
        CurveIndex ceiling = index.curves().get(2);
        assertEquals(new Verdict.ConsumerBound(), ceiling.verdict().verdict());
        assertEquals(
                "consumer CPU at 95 % or more, and TPS falls as CR rises",
                ceiling.verdict().rule());
    }

    @Test
    void oneForkHasNoInterval() {
        RunIndex one = RunIndex.of(SampleRun.of(Path.of("unused"), "sample-1", 1, 1));
        assertEquals(Optional.empty(), one.curves().get(0).max().interval());
        assertEquals(Optional.empty(), one.mean(one.curves().get(0), 8));
    }

    @Test
    void conditionsAreReadFromWhatTheRunSaysOfItself() {
        Run run = SampleRun.of(Path.of("unused"), "sample-1", 1, 1);
        Conditions known = Conditions.of(run.info());
        assertEquals(4, known.serverCores().orElseThrow());
        assertEquals(4, known.consumerCores().orElseThrow());
        assertTrue(known.settled());
        RunInfo i = run.info();
        Conditions cold = Conditions.of(new RunInfo(
                i.id(),
                "",
                "",
                i.start(),
                1,
                0,
                List.of("Steadiness not tested: a fixed time."),
                Map.of("service cores", "all")));
        assertTrue(cold.serverCores().isEmpty());
        assertFalse(cold.settled());
    }

    @Test
    void aRunWithoutCellsHasAnEmptyIndex() {
        Run run = SampleRun.of(Path.of("unused"), "sample-1", 1, 1);
        RunInfo info = run.info();
        RunIndex empty = RunIndex.of(new Run(run.folder(), info, run.end(), run.environment(), List.of()));
        assertEquals(List.of(), empty.curves());
        assertEquals(List.of(), empty.payloads());
    }
}
