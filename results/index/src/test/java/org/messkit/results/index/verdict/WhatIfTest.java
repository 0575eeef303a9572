// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.messkit.results.index.curve.Curve;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.index.verdict.Verdict.Resource;
import org.messkit.results.series.Interval;

/** Every row of the chart, and what must not be concluded. */
class WhatIfTest {
    private static final Conditions EIGHT_CORES =
            new Conditions(OptionalDouble.of(8), OptionalDouble.of(4), OptionalDouble.of(125e6), true);
    private static final CurvePoint.Internals QUIET = internals(0.02, 0.01, 0.01, 0.05);

    @Test
    void moreRequestsFewerTransactionsIsOverDriven() {
        Finding f = what(level(10, 100, 7.9, 0.8), level(20, 80, 7.9, 0.8)).at(20);
        assertEquals(new Verdict.OverDriven(), f.verdict());
        assertEquals("CR up, TPS down: answer times rose", f.rule());
        assertTrue(f.next().startsWith("plot answer time over CR"), f.next());
        assertTrue(f.numbers().startsWith("CR 10: 100 TPS, mean 100 ms, server CPU 99 %"), f.numbers());
    }

    @Test
    void moreRequestsMoreTransactionsIsUnderDriven() {
        WhatIf what = what(level(10, 100, 2, 0.8), level(20, 190, 4, 0.8));
        assertEquals(new Verdict.UnderDriven(), what.at(10).verdict());
        assertEquals(new Verdict.UnderDriven(), what.at(20).verdict());
        assertEquals(new Verdict.UnderDriven(), what.ofCurve(Map.of()).verdict());
        assertTrue(what.ofCurve(Map.of()).next().contains("calibrate higher CR"));
    }

    @Test
    void moreRequestsEqualTransactionsIsTooHigh() {
        WhatIf what = what(
                level(1, 50, 4, 0.4),
                level(2, 101, 7.9, 0.8),
                level(4, 100, 7.9, 0.8),
                slower(level(8, 100, 7.9, 0.8), 1.5));
        Finding f = what.at(8);
        assertEquals(new Verdict.OverDriven(), f.verdict());
        assertEquals("CR up, TPS about equal: CR too high, server-bound: CPU", f.rule());
        assertTrue(f.next().endsWith("run again with half the CR"));
        assertEquals(new Verdict.ServerBound(Resource.CPU), what.at(2).verdict());
        assertEquals(new Verdict.ServerBound(Resource.CPU), what.at(4).verdict());
        assertTrue(
                what.at(4).rule().startsWith("CR up, TPS about equal; "),
                what.at(4).rule());
        assertTrue(
                what.at(4).next().contains("half the CR does as well"),
                what.at(4).next());
        assertEquals(
                new Verdict.ServerBound(Resource.CPU), what.ofCurve(Map.of()).verdict());
    }

    /** What limits the service is known; whether fewer requests would do is not. */
    @Test
    void aTopFromTheLowestLevelOnAsksForHalfTheRequests() {
        WhatIf what = what(level(16, 100, 7.9, 0.8), level(32, 101, 7.9, 0.8), level(64, 100, 7.9, 0.8));
        for (Finding f : List.of(what.at(16), what.at(64), what.ofCurve(Map.of()))) {
            assertEquals(new Verdict.ServerBound(Resource.CPU), f.verdict());
            assertTrue(f.next().startsWith("look at CPU if stateless; run again with half the CR"), f.next());
        }
    }

    /** A pool shows itself only where more requests are in flight than it has; which level has the most TPS is chance. */
    @Test
    void anyLevelOfTheTopMayShowTheLimit() {
        for (int most = 4; most <= 16; most *= 2) {
            CurvePoint[] levels = new CurvePoint[4];
            for (int i = 0; i < 4; i++) {
                int n = 2 << i;
                double wait = Math.max(0, 1 - 4.0 / n);
                levels[i] = with(
                        level(n, Math.min(n, 4) * 25 + (n == most ? 1 : 0), 2.4, 0.6, internals(0, 0, wait, 0)), 2);
            }
            assertEquals(
                    new Verdict.ServerBound(Resource.POOL),
                    what(levels).ofCurve(Map.of()).verdict(),
                    "most at " + most);
        }
    }

    /** At the lowest level of the top it is just below its limit. */
    @Test
    void collectionAtAnyLevelOfTheTopIsMoreThanTheProcessor() {
        WhatIf what = what(
                level(1, 50, 4, 0.4, internals(0.05, 0, 0, 0)),
                level(2, 98, 7.9, 0.8, internals(0.09, 0, 0, 0)),
                level(4, 100, 7.9, 0.8, internals(0.12, 0, 0, 0)));
        assertEquals(
                new Verdict.ServerBound(Resource.GC), what.ofCurve(Map.of()).verdict());
    }

    /** With an error of 5 % a rise this near to the square root is of either side. */
    @Test
    void aRiseThatMayErrAcrossAThresholdIsUndecided() {
        CurvePoint.Internals busy = internals(0, 0, 0, 0.95);
        for (double rise : new double[] {1.36, 1.407, 1.42, 1.46}) {
            Finding f = what(level(4, 100, 3, 0.8, busy), level(8, 100 * rise, 3, 0.8, busy))
                    .ofCurve(Map.of());
            assertEquals(new Verdict.Undecided(), f.verdict(), "rise of " + rise);
            assertTrue(f.next().contains("more forks"), f.next());
        }
        assertEquals(
                new Verdict.ServerBound(Resource.DISK),
                what(with(level(4, 100, 3, 0.8, busy), 1), with(level(8, 136, 3, 0.8, busy), 1))
                        .ofCurve(Map.of())
                        .verdict(),
                "narrow intervals tell more");
    }

    /** As a slow disk showed itself whose flushes merged: the answers took twice as long. */
    @Test
    void aServiceThatGainsLittleIsNotUnderDriven() {
        WhatIf what = what(level(4, 906, 4.5, 0.4), level(8, 999, 7.0, 0.4));
        assertEquals(new Verdict.Undecided(), what.ofCurve(Map.of()).verdict());
        WhatIf rising = what(level(4, 906, 4.5, 0.4), level(8, 1200, 7.0, 0.4));
        assertEquals(new Verdict.UnderDriven(), rising.ofCurve(Map.of()).verdict());
    }

    @Test
    void aFullServerWhoseTransactionsStillRiseIsProbablyStateful() {
        WhatIf what = what(level(10, 100, 7.8, 0.8), level(20, 150, 7.9, 0.8));
        assertEquals(new Verdict.ProbablyStateful(), what.ofCurve(Map.of()).verdict());
        assertEquals("find this service's own index", what.ofCurve(Map.of()).next());
        WhatIf bursts = what(level(10, 100, 7.8, 0.8), level(20, 112, 7.9, 0.8));
        assertEquals(
                new Verdict.ServerBound(Resource.CPU), bursts.ofCurve(Map.of()).verdict());
        // Either could be.
        WhatIf between = what(level(10, 100, 7.8, 0.8), level(20, 133, 7.9, 0.8));
        assertEquals(new Verdict.Undecided(), between.ofCurve(Map.of()).verdict());
    }

    @Test
    void aFullServerThatCollectsGarbageHasNoCacheToThank() {
        WhatIf what = what(
                level(4, 700, 7.8, 0.8, internals(0.3, 0, 0, 0)), level(8, 900, 7.9, 0.8, internals(0.4, 0, 0, 0)));
        assertEquals(
                new Verdict.ServerBound(Resource.GC), what.ofCurve(Map.of()).verdict());
    }

    @Test
    void whatIsQueuedForLimitsWhereTransactionsRiseLittle() {
        assertEquals(new Verdict.ServerBound(Resource.DISK), busyDisk(120));
        assertEquals(new Verdict.UnderDriven(), busyDisk(150));
        assertEquals(
                new Verdict.UnderDriven(),
                what(level(4, 100, 3, 0.8, QUIET), level(8, 128, 3, 0.8, QUIET))
                        .ofCurve(Map.of())
                        .verdict());
    }

    private static Verdict busyDisk(double tps) {
        CurvePoint.Internals busy = internals(0, 0, 0, 0.95);
        return what(level(4, 100, 3, 0.8, busy), level(8, tps, 3, 0.8, busy))
                .ofCurve(Map.of())
                .verdict();
    }

    @Test
    void unlessItMayStillBeWarmingUp() {
        Conditions cold = new Conditions(OptionalDouble.of(8), OptionalDouble.of(4), OptionalDouble.empty(), false);
        Finding f = new WhatIf(curve(level(10, 100, 7.8, 0.8), level(20, 150, 7.9, 0.8)), cold).ofCurve(Map.of());
        assertEquals(new Verdict.Undecided(), f.verdict());
        assertTrue(f.rule().contains("warming up"), f.rule());
    }

    @Test
    void aFullConsumerWhoseTransactionsFallNeedsTestNodes() {
        Finding f = what(level(10, 100, 3, 3.9), level(20, 80, 3, 3.95)).at(20);
        assertEquals(new Verdict.ConsumerBound(), f.verdict());
        assertEquals("consumer CPU at 95 % or more, and TPS falls as CR rises", f.rule());
        assertEquals("too many CR per TestNode: add TestNodes", f.next());
    }

    @Test
    void aBusyConsumerIsTheLimitWhileTransactionsRise() {
        assertEquals(
                new Verdict.ConsumerBound(),
                what(level(10, 100, 3, 1.6), level(20, 150, 3, 3))
                        .ofCurve(Map.of())
                        .verdict());
    }

    @Test
    void freeProcessorsAndNothingWaitingIsTheNetwork() {
        Finding f = what(wire(level(10, 98, 2.4, 0.6, QUIET), 75e6), wire(level(20, 100, 2.4, 0.6, QUIET), 75e6))
                .ofCurve(Map.of());
        assertEquals(new Verdict.NetworkBound(), f.verdict());
        assertTrue(f.numbers().contains("server CPU 30 %, consumer CPU 15 %"), f.numbers());
        assertTrue(f.next().contains("bandwidth"));
    }

    @Test
    void aLinkThatIsNearlyEmptyIsNoLimit() {
        Finding f = what(wire(level(10, 90, 2.4, 0.6, QUIET), 6e6), wire(level(20, 94, 2.4, 0.6, QUIET), 6e6))
                .ofCurve(Map.of());
        assertEquals(new Verdict.Undecided(), f.verdict());
        assertTrue(f.next().endsWith("profile the service at this level"), f.next());
    }

    @Test
    void aFullLinkIsTheNetworkWhateverElseIsKnown() {
        CurvePoint full = new CurvePoint(
                20,
                100,
                Optional.empty(),
                Optional.empty(),
                1,
                200,
                OptionalDouble.empty(),
                new CurvePoint.Use(2.4, 0.6, 115e6, Double.NaN),
                CurvePoint.Internals.NONE);
        assertEquals(
                new Verdict.NetworkBound(),
                what(level(10, 98, 2.4, 0.6), full).ofCurve(Map.of()).verdict());
    }

    @Test
    void freeProcessorsAloneAreUndecidedAndSayWhatIsMissing() {
        Finding f = what(level(1, 98, 2.4, 0.6), level(2, 100, 2.4, 0.6)).ofCurve(Map.of());
        assertEquals(new Verdict.Undecided(), f.verdict());
        assertEquals("not recorded: garbage collection, lock waits, pool waits, disk", f.next());
    }

    @Test
    void loopbackIsNoNetwork() {
        Conditions loopback = new Conditions(OptionalDouble.of(8), OptionalDouble.of(4), OptionalDouble.empty(), true);
        Curve curve = curve(level(1, 98, 2.4, 0.6, QUIET), level(2, 100, 2.4, 0.6, QUIET));
        Finding f = new WhatIf(curve, loopback).ofCurve(Map.of());
        assertEquals(new Verdict.Undecided(), f.verdict());
        assertEquals("profile the service at this level", f.next(), "its link has no capacity to record");
    }

    @Test
    void whatTheServiceWaitsFor() {
        assertEquals(Resource.GC, resource(7.8, internals(0.2, 0, 0, 0)));
        assertEquals(Resource.CPU, resource(7.8, QUIET));
        assertEquals(Resource.LOCK, resource(3, internals(0, 0.4, 0, 0)));
        assertEquals(Resource.POOL, resource(3, internals(0, 0.4, 0.5, 0)));
        assertEquals(Resource.DISK, resource(3, internals(0, 0, 0, 0.9)));
    }

    @Test
    void locksAreUndecidedBelowFourCores() {
        Conditions two = new Conditions(OptionalDouble.of(2), OptionalDouble.of(2), OptionalDouble.empty(), true);
        Curve curve = curve(
                level(10, 98, 0.8, 0.2, internals(0, 0.4, 0, 0)), level(20, 100, 0.8, 0.2, internals(0, 0.4, 0, 0)));
        Finding f = new WhatIf(curve, two).ofCurve(Map.of());
        assertEquals(new Verdict.Undecided(), f.verdict());
        assertTrue(f.rule().contains("four service cores"), f.rule());
    }

    @Test
    void aCurveThatOnlyFallsIsOverDrivenAllAlong() {
        assertEquals(
                new Verdict.OverDriven(),
                what(level(70, 93, 2, 0.8), level(80, 86, 2, 0.8), level(90, 80, 2, 0.8))
                        .ofCurve(Map.of())
                        .verdict());
    }

    @Test
    void overlappingIntervalsAreNoTrend() {
        Finding f = what(with(level(10, 100, 2, 0.8), 20), with(level(20, 120, 3, 0.8), 20))
                .ofCurve(Map.of());
        assertEquals(new Verdict.Undecided(), f.verdict());
        assertEquals("more forks", f.next());
    }

    @Test
    void aRiseThatTheCoresOwnSpeedMakesIsNoTrend() {
        CurvePoint below = level(10, 100, 7.9, 0.8);
        CurvePoint above = level(20, 150, 7.9, 0.8);
        assertEquals(
                new Verdict.ProbablyStateful(),
                what(atPace(below, 300), atPace(above, 310)).ofCurve(Map.of()).verdict());
        Finding f = what(atPace(below, 440), atPace(above, 295)).ofCurve(Map.of());
        assertEquals(new Verdict.Undecided(), f.verdict());
        assertTrue(f.rule().contains("neighbours"), f.rule());
        assertTrue(f.numbers().endsWith("a piece of work took 0.67 times as long at CR 20 as at CR 10"), f.numbers());
    }

    @Test
    void aFallThatTheCoresOwnSpeedMakesIsNoTrend() {
        Finding f = what(atPace(level(10, 150, 4, 0.8), 295), atPace(level(20, 100, 4, 0.8), 440))
                .at(20);
        assertEquals(new Verdict.Undecided(), f.verdict());
    }

    @Test
    void oneLevelIsNoTrend() {
        assertEquals(
                new Verdict.Undecided(), what(level(10, 100, 7.9, 0.8)).at(10).verdict());
        assertEquals(
                new Verdict.Undecided(),
                what(level(10, 100, 7.9, 0.8)).ofCurve(Map.of()).verdict());
    }

    @Test
    void withoutAnyCountersAFlatCurveIsUndecided() {
        Conditions unknown =
                new Conditions(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), true);
        Finding f = new WhatIf(curve(level(1, 98, 8, 0.6), level(2, 100, 8, 0.6)), unknown).ofCurve(Map.of());
        assertEquals(new Verdict.Undecided(), f.verdict());
        assertTrue(f.next().startsWith("not recorded: server CPU"), f.next());
    }

    private static Resource resource(double serverCores, CurvePoint.Internals internals) {
        Verdict verdict = what(level(10, 98, serverCores, 0.6, internals), level(20, 100, serverCores, 0.6, internals))
                .ofCurve(Map.of())
                .verdict();
        return ((Verdict.ServerBound) verdict).resource();
    }

    private static WhatIf what(CurvePoint... points) {
        return new WhatIf(curve(points), EIGHT_CORES);
    }

    private static Curve curve(CurvePoint... points) {
        return new Curve(List.of(points), Set.of());
    }

    private static CurvePoint level(int concurrency, double tps, double server, double consumer) {
        return level(concurrency, tps, server, consumer, CurvePoint.Internals.NONE);
    }

    private static CurvePoint level(
            int concurrency, double tps, double server, double consumer, CurvePoint.Internals internals) {
        return new CurvePoint(
                concurrency,
                tps,
                Optional.empty(),
                Optional.empty(),
                1,
                1000 * concurrency / tps,
                OptionalDouble.empty(),
                new CurvePoint.Use(server, consumer, 1e6, Double.NaN),
                internals);
    }

    private static CurvePoint slower(CurvePoint p, double times) {
        return new CurvePoint(
                p.concurrency(),
                p.tps(),
                p.interval(),
                p.comparison(),
                p.forks(),
                times * p.meanMillis(),
                p.p99Millis(),
                p.use(),
                p.internals());
    }

    private static CurvePoint wire(CurvePoint p, double bytesPerSecond) {
        return new CurvePoint(
                p.concurrency(),
                p.tps(),
                p.interval(),
                p.comparison(),
                p.forks(),
                p.meanMillis(),
                p.p99Millis(),
                new CurvePoint.Use(p.use().serverCores(), p.use().consumerCores(), bytesPerSecond, Double.NaN),
                p.internals());
    }

    private static CurvePoint atPace(CurvePoint p, double coreWorkMicros) {
        return new CurvePoint(
                p.concurrency(),
                p.tps(),
                p.interval(),
                p.comparison(),
                p.forks(),
                p.meanMillis(),
                p.p99Millis(),
                new CurvePoint.Use(
                        p.use().serverCores(), p.use().consumerCores(), p.use().wireBytesPerSecond(), coreWorkMicros),
                p.internals());
    }

    private static CurvePoint with(CurvePoint p, double half) {
        return new CurvePoint(
                p.concurrency(),
                p.tps(),
                Optional.of(Interval.symmetric(p.tps(), 10 * half)),
                Optional.of(Interval.symmetric(p.tps(), half)),
                3,
                p.meanMillis(),
                p.p99Millis(),
                p.use(),
                p.internals());
    }

    private static CurvePoint.Internals internals(double collecting, double blocked, double poolWait, double diskBusy) {
        return new CurvePoint.Internals(
                OptionalDouble.of(collecting),
                OptionalDouble.of(blocked),
                OptionalDouble.of(poolWait),
                OptionalDouble.of(diskBusy));
    }
}
