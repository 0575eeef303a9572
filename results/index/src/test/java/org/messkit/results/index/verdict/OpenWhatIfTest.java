// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.messkit.loads.OpenLoad;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.index.curve.Points;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;

/** What a rate that was kept, or was not, says and does not say. */
class OpenWhatIfTest {
    private static final Conditions EIGHT_CORES =
            new Conditions(OptionalDouble.of(8), OptionalDouble.of(4), OptionalDouble.of(125e6), true);
    private static final CurvePoint.Internals QUIET = internals(0.02, 0.01, 0.01, 0.05);
    private static final double RATE = 500;

    @Test
    void aRateBelowAnotherThatWasKeptIsUnderDriven() {
        Finding f = find(List.of(cell(Outcome.MEASURED, "")), seen(7.9, 1, QUIET), OptionalDouble.of(600), 0);
        assertEquals(new Verdict.UnderDriven(), f.verdict());
        assertEquals("the rate was kept, and a higher one, too", f.rule());
        assertTrue(f.numbers().startsWith("500.0/s: 500 TPS, server CPU 99 %"), f.numbers());
        assertTrue(f.numbers().endsWith("; the highest rate kept: 600.0/s"), f.numbers());
        assertEquals(
                new Verdict.Undecided(),
                find(List.of(cell(Outcome.MEASURED, "")), seen(7.9, 1, QUIET), OptionalDouble.of(510), 0)
                        .verdict());
    }

    @Test
    void aRateBelowThePeakOfClosedLoadIsUnderDriven() {
        Finding f = find(List.of(cell(Outcome.MEASURED, "")), seen(7.9, 1, QUIET), OptionalDouble.of(RATE), 800);
        assertEquals(new Verdict.UnderDriven(), f.verdict());
        assertTrue(f.numbers().endsWith("; in closed load 800 TPS at CR 8"), f.numbers());
    }

    @Test
    void aLoneRateIsUnderDrivenOnlyWhereAllIsKnownToBeIdle() {
        List<Cell> kept = List.of(cell(Outcome.MEASURED, ""));
        OptionalDouble only = OptionalDouble.of(RATE);
        assertEquals(
                new Verdict.UnderDriven(),
                find(kept, seen(2, 0.5, QUIET), only, 0).verdict());
        for (CurvePoint point : List.of(
                seen(5, 0.5, QUIET),
                seen(2, 0.5, internals(0.02, 0.01, 0.5, 0.05)),
                seen(2, 0.5, internals(0.02, 0.5, 0.01, 0.05)),
                seen(2, 0.5, internals(0.02, 0.01, 0.01, 0.9)),
                seen(2, 0.5, internals(0.2, 0.01, 0.01, 0.05)),
                seen(Double.NaN, 0.5, QUIET),
                seen(2, 0.5, CurvePoint.Internals.NONE))) {
            Finding f = find(kept, point, only, 0);
            assertEquals(new Verdict.Undecided(), f.verdict(), point.toString());
            assertEquals("the rate was kept; nothing shows whether a higher one would be", f.rule());
        }
    }

    @Test
    void arrivalsThatWaitAtAFullServiceAreTooMany() {
        Finding f = find(overloaded(), seen(7.9, 1, QUIET), OptionalDouble.empty(), 0);
        assertEquals(new Verdict.OverDriven(), f.verdict());
        assertEquals("more arrivals came than were served: the rate is too high, server-bound: CPU", f.rule());
        assertTrue(f.numbers().endsWith("; 1 overloaded: 900 arrivals waited"), f.numbers());
        assertTrue(f.next().startsWith("run again with half the rate"), f.next());
        assertEquals(
                new Verdict.OverDriven(),
                find(overloaded(), seen(2, 1, internals(0, 0, 0.6, 0)), OptionalDouble.empty(), 0)
                        .verdict());
    }

    @Test
    void arrivalsThatWaitAboveThePeakOfClosedLoadAreTooMany() {
        assertEquals(
                new Verdict.OverDriven(),
                find(overloaded(), seen(5, 0.5, QUIET), OptionalDouble.empty(), 400)
                        .verdict());
    }

    @Test
    void connectionsThatAreTooFewAreNoSlowService() {
        // A link is known and all is quiet: in closed load that would be the network by elimination.
        Finding f = find(overloaded(), seen(2, 0.5, QUIET), OptionalDouble.empty(), 0);
        assertEquals(new Verdict.Undecided(), f.verdict());
        assertTrue(f.next().startsWith("more connections"), f.next());
        assertEquals(
                new Verdict.Undecided(),
                find(overloaded(), seen(2, 0.5, QUIET), OptionalDouble.empty(), 800)
                        .verdict());
    }

    @Test
    void aBusyTestNodeIsNoSlowService() {
        Finding f = find(overloaded(), seen(7.9, 3.2, QUIET), OptionalDouble.empty(), 0);
        assertEquals(new Verdict.ConsumerBound(), f.verdict());
        assertEquals("the rate was not kept: consumer CPU above 70 %", f.rule());
    }

    @Test
    void lateStartsAreTheTestNodesThoughItIsIdle() {
        Cell late = cell(Outcome.CONSUMER_LIMITED, "late", 400);
        Finding f = find(List.of(late), seen(2, 0.5, QUIET), OptionalDouble.empty(), 0);
        assertEquals(new Verdict.ConsumerBound(), f.verdict());
        assertTrue(f.rule().contains("late by its own fault"), f.rule());
        Cell otherWork = cell(Outcome.CONSUMER_LIMITED, "other work took the rest", 0);
        assertEquals(
                new Verdict.Undecided(),
                find(List.of(otherWork), seen(2, 0.5, QUIET), OptionalDouble.empty(), 0)
                        .verdict());
    }

    @Test
    void forksThatDisagreeDecideNothing() {
        List<Cell> both = List.of(cell(Outcome.MEASURED, ""), cell(Outcome.OVERLOADED, "900 arrivals waited"));
        Finding f = find(both, seen(7.9, 1, QUIET), OptionalDouble.empty(), 0);
        assertEquals(new Verdict.Undecided(), f.verdict());
        assertTrue(f.numbers().endsWith("; 1 measured; 1 overloaded: 900 arrivals waited"), f.numbers());
        List<Cell> killed = List.of(cell(Outcome.MEASURED, ""), cell(Outcome.SERVICE_FAILED, "code 137"));
        assertEquals(
                new Verdict.Undecided(),
                find(killed, seen(7.9, 1, QUIET), OptionalDouble.empty(), 1e6).verdict());
    }

    @Test
    void aRateIsNotTooHighWhereAHigherOneWasKept() {
        Finding f = find(overloaded(), seen(7.9, 1, QUIET), OptionalDouble.of(1e6), 0);
        assertEquals(new Verdict.Undecided(), f.verdict());
        assertTrue(f.rule().contains("yet a higher one was"), f.rule());
    }

    @Test
    void whatFailedIsUndecided() {
        Finding f = new OpenWhatIf(
                        List.of(cell(Outcome.SERVICE_FAILED, "code 137")),
                        Optional.empty(),
                        OptionalDouble.empty(),
                        Optional.empty(),
                        EIGHT_CORES)
                .find();
        assertEquals(new Verdict.Undecided(), f.verdict());
        assertEquals("1 service failed: code 137", f.numbers());
    }

    private static List<Cell> overloaded() {
        return List.of(cell(Outcome.OVERLOADED, "900 arrivals waited"));
    }

    /** @param peakTps of closed load; 0 for none */
    private static Finding find(List<Cell> cells, CurvePoint seen, OptionalDouble keptRate, double peakTps) {
        Optional<CurvePoint> peak = peakTps > 0 ? Optional.of(Points.point(8, peakTps)) : Optional.empty();
        return new OpenWhatIf(cells, Optional.of(seen), keptRate, peak, EIGHT_CORES).find();
    }

    private static CurvePoint seen(double serverCores, double consumerCores, CurvePoint.Internals internals) {
        return new CurvePoint(
                64,
                RATE,
                Optional.empty(),
                Optional.empty(),
                1,
                20,
                OptionalDouble.empty(),
                new CurvePoint.Use(serverCores, consumerCores, 1e6, Double.NaN),
                internals);
    }

    private static CurvePoint.Internals internals(double collecting, double blocked, double pool, double disk) {
        return new CurvePoint.Internals(
                OptionalDouble.of(collecting),
                OptionalDouble.of(blocked),
                OptionalDouble.of(pool),
                OptionalDouble.of(disk));
    }

    private static Cell cell(Outcome outcome, String reason) {
        return cell(outcome, reason, 0);
    }

    private static Cell cell(Outcome outcome, String reason, long late) {
        Cell.Times times = new Cell.Times(1, 20, 20, Optional.empty(), Optional.empty(), 90);
        Cell.Figures figures = new Cell.Figures(
                Instant.EPOCH,
                10,
                5_000,
                0,
                new Cell.Totals(5_000, 0, 0, 5_000),
                times,
                10,
                5_000,
                300,
                1e6,
                new Cell.Cpu(1, 1, 1),
                Optional.of(new Cell.Arrivals(times, 5_000, 5_000, late, 0, 0)),
                Optional.empty());
        return new Cell(
                1,
                new Cell.Service("a/b@pox", "a", "b", "", "pox"),
                new Cell.Payload(5_000, 100, 8),
                OpenLoad.at(RATE, OpenLoad.Arrivals.UNIFORM, 64),
                1,
                outcome,
                reason,
                Optional.of(figures));
    }
}
