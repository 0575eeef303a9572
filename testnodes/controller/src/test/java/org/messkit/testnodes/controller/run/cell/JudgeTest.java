// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.results.log.Outcome;
import org.messkit.testnodes.controller.run.steady.WarmUpSeries;

class JudgeTest {
    @Test
    void aCellThatHoldsEveryProofIsMeasured() {
        assertEquals(new Verdict(Outcome.MEASURED, ""), judged(new SampleFigures()));
    }

    @Test
    void aServiceThatChangesWithinTheWindowIsDrifting() {
        assertEquals(
                new Verdict(Outcome.DRIFTING, "its service time changed by +50 % after 3.6 s of the window"),
                WindowDrift.judge(Optional.empty(), window(i -> i < 24 ? 2e6 : 3e6), 6_000_000));
        assertEquals(Outcome.MEASURED, steady(Optional.empty(), i -> 2e6));
        assertEquals(
                Outcome.MEASURED,
                steady(Optional.empty(), i -> i < 24 ? 2e6 : 2.05e6),
                "a change of less than the margin does not matter");
    }

    @Test
    void whatHadNotSettledIsNotSteadyUnlessItGetsSlower() {
        Optional<Verdict> unsettled = Optional.of(new Verdict(Outcome.NOT_STEADY, "not settled"));
        assertEquals(Outcome.NOT_STEADY, steady(unsettled, i -> 2e6));
        assertEquals(Outcome.NOT_STEADY, steady(unsettled, i -> i < 24 ? 3e6 : 2e6), "it still warms up");
        assertEquals(Outcome.DRIFTING, steady(unsettled, i -> i < 24 ? 2e6 : 3e6), "a leak never settles");
        assertEquals(Outcome.DRIFTING, steady(Optional.empty(), i -> i < 24 ? 3e6 : 2e6));
    }

    @Test
    void aServiceThatChangesLittleByLittleIsDriftingToo() {
        // A window of 22 pieces, as short ones of slow services are: too few for a point of change to be proven.
        Random random = new Random(5);
        List<WarmUpSeries.Interval> slower = IntStream.range(0, 22)
                .mapToObj(i -> new WarmUpSeries.Interval(
                        50, 50 * 2e6 * Math.pow(2, i / 10.0) * Math.exp(0.3 * random.nextGaussian())))
                .toList();
        Verdict verdict = WindowDrift.judge(Optional.empty(), slower, 6_000_000);
        assertEquals(Outcome.DRIFTING, verdict.outcome(), verdict.reason());
        assertTrue(verdict.reason().endsWith("from the first third of the window to the last, little by little"));
        assertEquals(Outcome.MEASURED, steady(Optional.empty(), i -> 2e6 * (1 + i / 600.0)), "less than a tenth");
    }

    private static Outcome steady(Optional<Verdict> unsettled, IntToDoubleFunction nanos) {
        return WindowDrift.judge(unsettled, window(nanos), 6_000_000).outcome();
    }

    /** Forty intervals of 100 transactions, with the noise that there always is. */
    private static List<WarmUpSeries.Interval> window(IntToDoubleFunction nanos) {
        Random random = new Random(5);
        return IntStream.range(0, 40)
                .mapToObj(i -> new WarmUpSeries.Interval(
                        100, 100 * nanos.applyAsDouble(i) * (1 + 0.005 * random.nextGaussian())))
                .toList();
    }

    @Test
    void otherWorkOnItsCoresLimitsTheTestNode() {
        assertEquals(
                new Verdict(
                        Outcome.CONSUMER_LIMITED,
                        "the TestNode's 1 cores were busy 99 %, of which it used 50 %: other work took the rest"),
                judged(new SampleFigures().consumerCores(0.5).coresBusy(0.99)));
        assertEquals(
                Outcome.MEASURED,
                judged(new SampleFigures().consumerCores(0.5).coresBusy(0.9)).outcome());
        assertEquals(
                Outcome.MEASURED,
                judged(new SampleFigures().consumerCores(0.5).coresBusy(0.99).otherWorkAccepted())
                        .outcome());
    }

    @Test
    void aServiceWhoseCompilersAreAtWorkIsNotSteady() {
        assertEquals(
                new Verdict(Outcome.NOT_STEADY, "its JVM's compilers had 14 % of its cores in the window"),
                judged(new SampleFigures().compiling(0.14, false)));
        assertEquals(Verdict.MEASURED, judged(new SampleFigures().compiling(0.1, false)));
        assertEquals(Verdict.MEASURED, judged(new SampleFigures().compiling(0.5, true)), "the scenario accepts it");
        assertEquals(Verdict.MEASURED, judged(new SampleFigures().compiling(Double.NaN, false)), "it is not known");
    }

    @Test
    void whatServesABacklogOfBeforeIsNotSteady() {
        // 1.96·√4000 is 124, and each connection may have one request over the edge.
        assertEquals(
                new Verdict(
                        Outcome.NOT_STEADY,
                        "4000 transactions were due in the window and 4140 ended in it: it served a backlog of before"),
                judged(new SampleFigures().arrivals(4000, 4140, 0, false)));
        assertEquals(
                Outcome.MEASURED,
                judged(new SampleFigures().arrivals(4000, 4120, 0, false)).outcome());
    }

    @Test
    void whoStandsStillIsNamed() {
        assertEquals(
                new Verdict(Outcome.INCONSISTENT, "the service stood still for 0.50 s of the window"),
                judged(new SampleFigures().stood("the service", 0.5)));
        assertEquals(
                new Verdict(Outcome.CONSUMER_LIMITED, "the TestNode stood still for 0.04 s of the window"),
                judged(new SampleFigures().stood(CellWatch.TEST_NODE, 0.04)));
        assertEquals(
                Outcome.MEASURED,
                judged(new SampleFigures().stood("the controller", 0.025)).outcome(),
                "less than a hundredth");
    }

    @Test
    void aBacklogBeyondItsBoundIsAnOutcome() {
        assertEquals(
                new Verdict(
                        Outcome.OVERLOADED,
                        "77 arrivals waited at 100.0/s, more than the backlog bound allows or a drain serves: the service does not"
                                + " keep up"),
                judged(new SampleFigures().arrivals(3000, 3000, 0, true)));
    }

    @Test
    void lateStartsAreTheTestNodesFault() {
        assertEquals(
                new Verdict(
                        Outcome.CONSUMER_LIMITED,
                        "the TestNode began 60 of 4000 transactions more than 1 ms late by its own fault"),
                judged(new SampleFigures().arrivals(4000, 4000, 60, false)));
        assertEquals(
                Outcome.MEASURED,
                judged(new SampleFigures().arrivals(4000, 4000, 45, false)).outcome(),
                "more than 1 %, and not surely");
        assertEquals(
                Outcome.MEASURED,
                judged(new SampleFigures().window(88, 0).due(88).arrivals(88, 88, 1, false))
                        .outcome(),
                "one of 88 is no share");
    }

    @Test
    void whatBeganMustHaveEnded() {
        assertEquals(
                new Verdict(Outcome.INCONSISTENT, "4000 transactions were due in the window, 3999 began, 4000 ended"),
                judged(new SampleFigures().arrivals(3999, 4000, 0, false)));
    }

    @Test
    void aServiceThatServesLessThanComesIsOverloadedThoughItsBacklogIsInBounds() {
        assertEquals(
                new Verdict(
                        Outcome.OVERLOADED,
                        "at 100.0/s 4000 transactions were due in the window and 3700 ended in it: the service does not keep up"),
                judged(new SampleFigures().arrivals(4000, 3700, 0, false)));
        assertEquals(
                Outcome.MEASURED,
                judged(new SampleFigures().arrivals(4000, 3796, 0, false)).outcome(),
                "what is in flight at the end is not left over");
    }

    @Test
    void errorsAboveTheLimitAreErrorsWithTheCommonestReason() {
        SampleFigures figures = new SampleFigures()
                .total(5400, 0, 55, 5400)
                .reasons(Map.of("status 500: out of stock", 40L, "no answer within 60000 ms", 15L));
        assertEquals(
                new Verdict(Outcome.ERRORS, "55 of 5400 failed, 40 of them: status 500: out of stock"),
                judged(figures));
        assertEquals(Outcome.ERRORS, figures.judged("tv-dinner", 0.01).outcome());
        assertEquals(Outcome.MEASURED, figures.judged("tv-dinner", 0.02).outcome());
    }

    @Test
    void oneErrorIsTooManyWhereNoneIsAccepted() {
        assertEquals(
                new Verdict(Outcome.ERRORS, "1 of 5400 failed, no reason known"),
                judged(new SampleFigures().total(5400, 0, 1, 5400)));
    }

    @ParameterizedTest
    @ValueSource(longs = {5399, 5401})
    void bothSidesMustHaveCountedTheSame(long counted) {
        assertEquals(
                new Verdict(
                        Outcome.INCONSISTENT,
                        "consumers sent 5400 and did not reach the service with 0, the service counted " + counted),
                judged(new SampleFigures().total(5400, 0, 0, counted)));
    }

    @Test
    void whatNeverReachedTheServiceIsNotExpectedThere() {
        SampleFigures figures = new SampleFigures().total(5400, 10, 10, 5390);
        assertEquals(Outcome.MEASURED, figures.judged("tv-dinner", 0.5).outcome());
    }

    @Test
    void aWindowInWhichNothingEndedIsTooShort() {
        assertEquals(
                new Verdict(Outcome.INCONSISTENT, "no transaction ended in the window: it is too short"),
                judged(new SampleFigures().window(0, 0)));
    }

    @Test
    void exchangesOutOfRangeAreNotHidden() {
        assertEquals(
                new Verdict(Outcome.INCONSISTENT, "2 transactions took longer than 5 minutes"),
                judged(new SampleFigures().outOfRange(2)));
    }

    @Test
    void theHistogramMustHaveEveryValidTransaction() {
        assertEquals(
                new Verdict(Outcome.INCONSISTENT, "4000 transactions were valid, the histogram has 3999"),
                judged(new SampleFigures().recorded(3999)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.9, 2.1})
    void theCycleLawMustHold(double meanMillis) {
        assertEquals(
                new Verdict(
                        Outcome.INCONSISTENT,
                        String.format(
                                Locale.ROOT,
                                "the cycle law gives %.2f concurrent requests instead of 4",
                                4000 / 3.0 * (meanMillis + 1) / 1000)),
                judged(new SampleFigures().meanMillis(meanMillis)));
    }

    @Test
    void cyclesThatTheWindowCutsAreAccountedForExactly() {
        // 4 users and a window of 3 s: 12 whole cycles of 750 ms were counted, and 4 that reach in with 750 ms each
        // were not.
        SampleFigures twelve = new SampleFigures().window(12, 0).meanMillis(749);
        assertEquals(Outcome.INCONSISTENT, judged(twelve).outcome());
        assertEquals(Outcome.MEASURED, judged(twelve.edgeMillis(-3000)).outcome());
        // 18 counted, which reach over the edges by 1.5 s together.
        SampleFigures eighteen = new SampleFigures().window(18, 0).meanMillis(749);
        assertEquals(Outcome.INCONSISTENT, judged(eighteen).outcome());
        assertEquals(Outcome.MEASURED, judged(eighteen.edgeMillis(1500)).outcome());
    }

    @Test
    void aBusyTestNodeIsTheLimitExceptForTheCeiling() {
        SampleFigures figures = new SampleFigures().consumerCores(0.81);
        assertEquals(
                new Verdict(Outcome.CONSUMER_LIMITED, "the TestNode was busy 81 % of its 1 cores, the limit is 70 %"),
                judged(figures));
        assertEquals(Outcome.MEASURED, figures.judged("null", 0).outcome());
    }

    @Test
    void errorsAreSaidBeforeWhatFollowsFromThem() {
        SampleFigures figures = new SampleFigures().total(100, 100, 100, 7).window(0, 100);
        assertEquals(Outcome.ERRORS, judged(figures).outcome());
    }

    @Test
    void theCycleLawHoldsForStepsToo() {
        assertEquals(Verdict.MEASURED, judged(new SampleFigures().steps(0.5, 1.5)));
        assertEquals(
                new Verdict(
                        Outcome.INCONSISTENT, "the cycle law gives 5.33 concurrent requests by its steps instead of 4"),
                judged(new SampleFigures().steps(0.5, 2.5)));
    }

    private static Verdict judged(SampleFigures figures) {
        return figures.judged("tv-dinner", 0);
    }
}
