// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.messkit.results.index.law.UniversalScalability;
import org.messkit.results.series.Interval;

/** The readings of the method's worked examples. */
class CurveTest {
    /** The published example: 10 to 90 concurrent requests, rising, at the top, and past it. */
    private static final Curve VIEWS =
            Points.curve(10, 30, 20, 58, 30, 84, 40, 98, 50, 100, 60, 99, 70, 93, 80, 88, 90, 80);

    @Test
    void viewsOfTheExampleFrom10To90() {
        assertEquals(List.of(10, 20, 30), VIEWS.levels(View.A));
        assertEquals(List.of(40, 50, 60), VIEWS.levels(View.B));
        assertEquals(List.of(70, 80, 90), VIEWS.levels(View.C));
        assertEquals(OptionalInt.of(70), VIEWS.overdrive());
        assertEquals(99.5, VIEWS.top());
        assertEquals(OptionalDouble.of(30), VIEWS.kneedle());
        double knee = VIEWS.knee().orElseThrow();
        assertTrue(knee > 30 && knee < 40, "knee " + knee);
        // Linear in TPS, logarithmic in concurrency.
        assertEquals(30 * Math.pow(40.0 / 30, (0.95 * 99.5 - 84) / 14), knee, 1e-9);
    }

    @Test
    void viewAAloneSuggestsEndlessScaling() {
        Curve alone = Points.curve(10, 30, 20, 58, 30, 84);
        assertFalse(alone.topReached());
        assertEquals(OptionalDouble.empty(), alone.knee());
        assertEquals(OptionalInt.empty(), alone.overdrive());
        assertEquals(List.of(10, 20, 30), alone.levels(View.A));
    }

    @Test
    void viewCAloneHasItsTopAtTheLowestLevel() {
        Curve alone = Points.curve(70, 93, 80, 86, 90, 80);
        assertTrue(alone.topReached());
        assertEquals(OptionalDouble.empty(), alone.knee());
        assertEquals(OptionalInt.of(70), alone.kneeAtMost());
        assertEquals(View.B_OR_C, alone.view(70));
        assertEquals(OptionalInt.of(80), alone.overdrive());
    }

    /** 0.31 TPS at 10 users should have become 0.775 at 25; instead each took 5.34 times longer. */
    @Test
    void aPerfectServiceWouldHaveRisenInProportion() {
        Curve curve = new Curve(
                List.of(
                        Points.point(10, 0.31, 12_234, OptionalDouble.empty()),
                        Points.point(25, 0.32, 65_344, OptionalDouble.empty())),
                Set.of());
        assertEquals(0.775, curve.perfectTps(25), 1e-12);
        assertEquals(5.34, Curve.slowdown(curve.points().get(0), curve.points().get(1)), 5e-3);
        assertTrue(curve.topReached());
        assertEquals(OptionalInt.empty(), curve.overdrive(), "it has the most TPS");
        Curve equal = new Curve(
                List.of(curve.points().get(0), Points.point(25, 0.31, 65_344, OptionalDouble.empty())), Set.of());
        assertEquals(OptionalInt.of(25), equal.overdrive());
    }

    @Test
    void aPerfectServiceStaysOnItsLine() {
        Curve curve = Points.curve(100, 100, 200, 200);
        assertEquals(200, curve.perfectTps(200));
        assertFalse(curve.topReached());
    }

    /** Past a cap twice the requests are twice the time: that alone is no over-drive. */
    @Test
    void aFlatTopIsOverDrivenWhereTimesGrowBeyondRequests() {
        Curve flat = Points.curve(1, 50, 2, 97, 4, 101, 8, 100, 16, 100);
        assertEquals(List.of(2, 4, 8, 16), flat.levels(View.B));
        assertEquals(OptionalInt.empty(), flat.overdrive());
        Curve slow = new Curve(
                List.of(
                        Points.point(1, 50),
                        Points.point(2, 97, 20, OptionalDouble.of(30)),
                        Points.point(4, 101, 40, OptionalDouble.of(70)),
                        Points.point(8, 100, 80, OptionalDouble.of(160)),
                        Points.point(16, 100, 160, OptionalDouble.of(250))),
                Set.of());
        assertEquals(OptionalInt.of(8), slow.overdrive());
        assertEquals(List.of(2, 4), slow.levels(View.B));
    }

    @Test
    void aTopFromTheLowestLevelOnIsBOrC() {
        Curve flat = Points.curve(16, 100, 32, 101, 64, 99);
        assertEquals(OptionalDouble.empty(), flat.knee());
        assertEquals(OptionalInt.of(16), flat.kneeAtMost());
        assertEquals(List.of(16, 32, 64), flat.levels(View.B_OR_C));
        Curve alone = Points.curve(1, 100, 2, 101, 4, 99);
        assertEquals(OptionalDouble.of(1), alone.knee(), "nothing is below one request at a time");
        assertEquals(List.of(1, 2, 4), alone.levels(View.B));
    }

    @Test
    void errorsAboveTheKneeAreOverDrive() {
        Curve curve = new Curve(List.of(Points.point(1, 50), Points.point(2, 97)), Set.of(4));
        assertTrue(curve.topReached());
        assertEquals(OptionalInt.of(4), curve.overdrive());
        assertEquals(View.C, curve.view(4));
    }

    @Test
    void theTopTakesTwoLevelsOnlyIfTheirIntervalsDoNotTellThemApart() {
        assertEquals(99.5, Points.curve(1, 99, 2, 100).top());
        Curve apart = new Curve(List.of(Points.point(1, 99), with(Points.point(2, 100), 0.5)), Set.of());
        assertEquals(100, apart.top());
    }

    @Test
    void aFallMustBeSure() {
        assertEquals(OptionalInt.empty(), fallTo90(6).overdrive());
        assertEquals(OptionalInt.of(3), fallTo90(2).overdrive());
    }

    private static Curve fallTo90(double half) {
        return new Curve(
                List.of(Points.point(1, 60), with(Points.point(2, 100), half), with(Points.point(3, 90), half)),
                Set.of());
    }

    @Test
    void theKneeOfALawIsWhereTheLawReaches95Percent() {
        UniversalScalability law = new UniversalScalability(100, 0.05, 0.002);
        double[] pairs = new double[2 * 60];
        for (int n = 1; n <= 60; n++) {
            pairs[2 * n - 2] = n;
            pairs[2 * n - 1] = law.tps(n);
        }
        double knee = Points.curve(pairs).knee().orElseThrow();
        assertEquals(0.95 * law.greatestTps(), law.tps(knee), 0.01 * law.greatestTps());
    }

    @Test
    void criticalTpsIsTheGeometricMeanOverTheLimits() {
        Curve curve = new Curve(
                List.of(
                        Points.point(1, 100, 8, OptionalDouble.of(9)),
                        Points.point(2, 180, 9, OptionalDouble.of(20)),
                        Points.point(4, 200, 18, OptionalDouble.of(60))),
                Set.of());
        AnswerTimes times = AnswerTimes.of(curve, List.of(10.0, 25.0, 50.0, 100.0));
        assertEquals(
                new AnswerTimes.Step(25, Optional.of(2), Optional.of(4), OptionalDouble.of(180)),
                times.steps().get(1));
        assertEquals(
                new AnswerTimes.Step(100, Optional.of(4), Optional.empty(), OptionalDouble.of(200)),
                times.steps().get(3));
        assertEquals(
                Math.pow(100.0 * 180 * 180 * 200, 0.25), times.criticalTps().orElseThrow(), 1e-9);
        assertEquals(
                OptionalDouble.empty(),
                AnswerTimes.of(curve, List.of(5.0, 10.0)).criticalTps());
        assertEquals(
                OptionalDouble.empty(), AnswerTimes.of(VIEWS, List.of(500.0)).criticalTps());
    }

    /** 5 times the data, 14 times less TPS. */
    @Test
    void aFallBeyondProportionIsSeenWithItsSize() {
        PayloadCurve.Step whole = new PayloadCurve(
                        10, List.of(new PayloadCurve.Point(5_000, 0.731), new PayloadCurve.Point(1_000, 10.376)))
                .whole()
                .orElseThrow();
        assertEquals(5, whole.data());
        assertEquals(14, whole.drop(), 0.5);
        assertEquals(10.376 / 0.731 / 5, whole.excess(), 1e-12);
        assertEquals(PayloadCurve.Reading.BEYOND_PROPORTION, whole.reading());
    }

    @Test
    void theExtraDropAbove3000BytesIsFound() {
        PayloadCurve curve = new PayloadCurve(
                10,
                List.of(
                        new PayloadCurve.Point(1_000, 10.376),
                        new PayloadCurve.Point(2_000, 5.1),
                        new PayloadCurve.Point(3_000, 3.3),
                        new PayloadCurve.Point(4_000, 1.1),
                        new PayloadCurve.Point(5_000, 0.731)));
        PayloadCurve.Step drop = curve.extraDrop().orElseThrow();
        assertEquals(3_000, drop.fromBytes());
        assertEquals(4_000, drop.toBytes());
        assertEquals(
                List.of(
                        PayloadCurve.Reading.IN_PROPORTION,
                        PayloadCurve.Reading.IN_PROPORTION,
                        PayloadCurve.Reading.BEYOND_PROPORTION,
                        PayloadCurve.Reading.BEYOND_PROPORTION),
                curve.steps().stream().map(PayloadCurve.Step::reading).toList());
    }

    @Test
    void otherReadingsOverPayload() {
        assertEquals(PayloadCurve.Reading.RISES, reading(100, 120));
        assertEquals(PayloadCurve.Reading.FLAT, reading(100, 98));
        assertEquals(PayloadCurve.Reading.BELOW_PROPORTION, reading(100, 90));
        assertEquals(PayloadCurve.Reading.IN_PROPORTION, reading(100, 50));
        assertEquals(Optional.empty(), new PayloadCurve(1, List.of(new PayloadCurve.Point(1, 1))).whole());
    }

    @Test
    void aCurveIsOfRisingLevels() {
        assertThrows(IllegalArgumentException.class, () -> Points.curve(2, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> Points.curve());
        assertThrows(IllegalArgumentException.class, () -> Points.point(1, 0));
    }

    private static PayloadCurve.Reading reading(double small, double twice) {
        return new PayloadCurve(1, List.of(new PayloadCurve.Point(1_000, small), new PayloadCurve.Point(2_000, twice)))
                .whole()
                .orElseThrow()
                .reading();
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
}
