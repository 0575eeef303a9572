// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.messkit.results.series.StudentT;

/** Fits against published answers, and the laws' own properties. */
class LawsTest {
    private static final List<Level> SPECSDM91 = Data.levels("usl_specsdm91.csv");
    private static final List<Level> RAYTRACER = Data.levels("usl_raytracer.csv");

    @Test
    void specsdm91HasThePublishedCoefficientsAndErrors() {
        ScalabilityFit.Solution s = published(SPECSDM91);
        assertEquals(0.0277285, s.sigma(), 5e-8);
        assertEquals(0.0001044, s.kappa(), 5e-8);
        assertEquals(89.995233, s.lambda(), 5e-7);
        double[] errors = new ScalabilityFit(SPECSDM91, ScalabilityFit.Scale.TPS).standardErrors(s, true);
        assertEquals(0.0091217, errors[1], 5e-8);
        assertEquals(1.99e-5, errors[2], 5e-8);
        assertEquals(14.2134894, errors[0], 1e-7);
        assertEquals(82.85, Math.sqrt(s.squares() / (SPECSDM91.size() - 3)), 5e-3);
    }

    @Test
    void specsdm91HasThePublishedPeak() {
        UniversalScalability law = published(SPECSDM91).law();
        assertEquals(96.51956, law.peakConcurrency().orElseThrow(), 5e-6);
        assertEquals(1884, law.greatestTps(), 0.5);
        assertEquals(36.06401, law.optimalConcurrency(), 5e-6);
        assertEquals(1542, law.tps(law.optimalConcurrency()), 0.5);
        assertEquals(3245.589, law.limit(), 5e-4);
    }

    @Test
    void specsdm91HasThePublishedQuadraticTransform() {
        ScalabilityFit.Solution s = new ScalabilityFit(SPECSDM91, ScalabilityFit.Scale.TPS).quadraticTransform();
        assertEquals(0.01705, s.sigma(), 5e-6);
        assertEquals(7.892e-5, s.kappa(), 5e-9);
        assertEquals(140.6, Math.sqrt(s.squares() / 5), 0.05);
    }

    @Test
    void whatIfIsAskedWithOtherCoefficients() {
        UniversalScalability law = published(SPECSDM91).law();
        assertEquals(
                316.0696,
                law.withSigma(0.001).withKappa(0.00001).peakConcurrency().orElseThrow(),
                5e-5);
        assertEquals(89995.23, law.withSigma(0.001).limit(), 5e-3);
        assertEquals(
                law.withSigma(law.sigma() / 4).withKappa(law.kappa() * 2).greatestTps(),
                law.with(0.25, 2).orElseThrow().greatestTps(),
                1e-9);
        assertEquals(Optional.empty(), law.with(1_000, 1));
    }

    /** The interval by t(.975, n-3); the R package prints t(.95, n-1), from which its standard errors can be had. */
    @Test
    void intervalsAreTwoSided95Percent() {
        ScalabilityFit fit = new ScalabilityFit(RAYTRACER.subList(0, 6), ScalabilityFit.Scale.TPS);
        ScalabilityFit.Solution s = fit.solve();
        double[] errors = fit.standardErrors(s, true);
        double[][] printed = {{20.85605, 19.26717, 22.44492}, {0.02444, 0.00754, 0.04135}, {0.00163, 0.0011, 0.00215}};
        double[] values = {s.lambda(), s.sigma(), s.kappa()};
        for (int i = 0; i < 3; i++) {
            double half = StudentT.quantile(0.95, 5) * errors[i];
            assertEquals(printed[i][0], values[i], 5.1e-6);
            assertEquals(printed[i][1], values[i] - half, 5.1e-6);
            assertEquals(printed[i][2], values[i] + half, 5.1e-6);
        }
        Coefficient sigma = new Coefficient("sigma", 0.0277285, 0.0091217, 4);
        assertEquals(0.0253, sigma.high() - sigma.value(), 5e-5);
    }

    @Test
    void intervalsEndWhereACoefficientCannotBe() {
        Coefficient sigma = new Coefficient("sigma", 0.9, 0.2, 4);
        assertEquals(1, sigma.high());
        assertEquals(0.9 - 2.776445 * 0.2, sigma.low(), 1e-6);
        Coefficient atOne = new Coefficient("sigma", 1, 0.2, 4);
        assertEquals(1, atOne.high());
        assertEquals(1 - 2.131847 * 0.2, atOne.low(), 1e-6, "one-sided");
        assertEquals(0, new Coefficient("kappa", 0.001, 0.1, 4).low());
        assertTrue(new Coefficient("lambda", 100, 5, 4).high() > 100);
    }

    @Test
    void aCurveThatNeverFallsStandsAtTheBound() {
        ScalabilityFit.Solution s = published(RAYTRACER);
        assertEquals(0, s.kappa());
        assertEquals(0.05777078, s.sigma(), 5e-9);
        assertEquals(21.84884, s.lambda(), 5e-6);
        assertEquals(378.19885, s.law().limit(), 5e-5);
        assertEquals(OptionalDouble.empty(), s.law().peakConcurrency());
    }

    /** The same data on ln TPS, where a level of little TPS errs by as much of it as one of much. */
    @Test
    void theFitIsOfTheLogarithm() {
        UniversalScalability law =
                (UniversalScalability) Laws.universal(SPECSDM91).law();
        assertEquals(93, law.peakConcurrency().orElseThrow(), 2);
        assertEquals(1961, law.greatestTps(), 1);
    }

    @Test
    void publishedSyntheticCurveGivesItsCoefficients() {
        double[] x = {1, 1.8868, 3.0769, 3.5294, 3.5398, 3.3557};
        double[] n = {1, 2, 4, 6, 8, 10};
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < n.length; i++) {
            levels.add(new Level(n[i], x[i]));
        }
        LawFit fit = Laws.universal(levels);
        assertEquals(0.02, fit.coefficient("sigma").value(), 1e-4);
        assertEquals(0.02, fit.coefficient("kappa").value(), 1e-4);
    }

    @Test
    void anyLawIsFoundAgainFromItsOwnPoints() {
        Random random = new Random(11);
        for (int i = 0; i < 100; i++) {
            UniversalScalability law = new UniversalScalability(
                    Math.exp(10 * random.nextDouble()), random.nextDouble(), Math.exp(-4 - 8 * random.nextDouble()));
            UniversalScalability found =
                    (UniversalScalability) Laws.universal(points(law::tps)).law();
            assertEquals(1, found.lambda() / law.lambda(), 1e-6);
            assertEquals(law.sigma(), found.sigma(), 1e-6);
            assertEquals(law.kappa(), found.kappa(), 1e-6);
        }
    }

    @Test
    void littlesLawHoldsAndThePeakIsTheGreatest() {
        Random random = new Random(12);
        for (int i = 0; i < 1000; i++) {
            UniversalScalability law = new UniversalScalability(
                    1 + 100 * random.nextDouble(), random.nextDouble(), 1e-4 + 0.1 * random.nextDouble());
            double n = 1 + 200 * random.nextDouble();
            assertEquals(n, law.tps(n) * law.seconds(n), 1e-9 * n);
            assertTrue(law.tps(n) <= law.greatestTps() * (1 + 1e-12));
            assertTrue(law.tps(n) <= law.lambda() * n * (1 + 1e-12));
            assertEquals(law.lambda(), law.tps(1), 1e-9);
            assertEquals(law.withKappa(0).tps(n), new Amdahl(law.lambda(), law.sigma()).tps(n), 1e-9);
        }
        assertThrows(IllegalArgumentException.class, () -> new Amdahl(1, 0.1).tps(0.5));
        assertThrows(IllegalArgumentException.class, () -> new UniversalScalability(1, -0.1, 0));
    }

    @Test
    void theLawThatMadeTheCurveIsChosen() {
        Random random = new Random(13);
        DoubleUnaryOperator noise = x -> x * (1 + 0.005 * random.nextGaussian());
        HardCap cap = new HardCap(100, 830);
        LawFit best = chosen(points(n -> noise.applyAsDouble(cap.tps(n)))).best();
        assertInstanceOf(HardCap.class, best.law());
        assertEquals(830, best.coefficient("cap").value(), 10);
        assertEquals(8.3, ((HardCap) best.law()).capConcurrency(), 0.2);
        Amdahl amdahl = new Amdahl(100, 0.1);
        Laws.Chosen serial = chosen(points(n -> noise.applyAsDouble(amdahl.tps(n))));
        assertInstanceOf(Amdahl.class, serial.best().law());
        UniversalScalability usl = new UniversalScalability(100, 0.05, 0.003);
        Laws.Chosen falling = chosen(points(n -> noise.applyAsDouble(usl.tps(n))));
        assertInstanceOf(UniversalScalability.class, falling.best().law());
        assertEquals(List.of(), falling.rivals());
        assertEquals(falling.best(), falling.universal());
    }

    /** In proportion up to 16, and half as much more at 32: a cap at 24 through the last level alone would leave no residual. */
    @Test
    void oneLevelAloneMakesNoCap() {
        List<Level> levels = new ArrayList<>();
        for (double n : new double[] {1, 2, 4, 8, 16, 32}) {
            levels.add(new Level(n, Math.min(100 * n, 2400)));
        }
        assertFalse(chosen(levels).best().law() instanceof HardCap);
        levels.add(new Level(64, 2400));
        HardCap cap = assertInstanceOf(HardCap.class, chosen(levels).best().law());
        assertEquals(2400, cap.cap(), 1e-9);
        assertEquals(24, cap.capConcurrency(), 1e-9);
        List<Level> flat = List.of(new Level(1, 100), new Level(2, 100), new Level(3, 100));
        assertEquals(1, ((HardCap) Laws.hardCap(flat).law()).capConcurrency(), 1e-9, "three levels do");
        assertThrows(IllegalArgumentException.class, () -> Laws.hardCap(flat.subList(0, 2)));
    }

    @Test
    void thePeaksIntervalIsSkewedAndMayBeOpen() {
        PeakInterval peak = chosen(SPECSDM91).peak();
        double estimate = chosen(SPECSDM91).universal().law().peakConcurrency().orElseThrow();
        assertTrue(peak.high() - estimate > estimate - peak.low(), peak.toString());
        PeakInterval tps = chosen(SPECSDM91).peakTps();
        assertTrue(tps.low() < 1961 && 1961 < tps.high(), tps.toString());
        assertEquals(Double.POSITIVE_INFINITY, chosen(RAYTRACER).peak().high());
    }

    @Test
    void tooFewLevelsOrNoCurveAtAllAreRefused() {
        assertEquals(
                new Laws.Refused("a law needs at least 6 measured levels, got: 5"),
                Laws.fit(SPECSDM91.subList(0, 5), Optional.empty()));
        double[] wild = {100, 900, 50, 700, 20, 1000, 10};
        List<Level> levels = new ArrayList<>();
        for (double x : wild) {
            levels.add(new Level(levels.size() + 1, x));
        }
        Laws.Refused refused = assertInstanceOf(Laws.Refused.class, Laws.fit(levels, Optional.empty()));
        assertTrue(refused.reason().startsWith("no law fits"), refused.reason());
        assertThrows(
                IllegalArgumentException.class,
                () -> Laws.fit(List.of(new Level(1, 1), new Level(1, 2)), Optional.empty()));
    }

    @Test
    void theKneeOfThePublishedFigure() {
        List<double[]> points = Data.rows("kneedle_figure2.csv");
        double[] x = points.stream().mapToDouble(p -> p[0]).toArray();
        double[] y = points.stream().mapToDouble(p -> p[1]).toArray();
        assertEquals(0.222, Kneedle.knee(x, y).orElseThrow(), 5e-4);
        assertEquals(OptionalDouble.empty(), Kneedle.knee(x, x));
        assertEquals(OptionalDouble.empty(), Kneedle.knee(new double[] {1, 2, 3}, new double[] {3, 2, 1}));
    }

    /** As it was published: by least squares of TPS. */
    private static ScalabilityFit.Solution published(List<Level> levels) {
        return new ScalabilityFit(levels, ScalabilityFit.Scale.TPS).solve();
    }

    private static Laws.Chosen chosen(List<Level> levels) {
        return assertInstanceOf(Laws.Chosen.class, Laws.fit(levels, Optional.empty()));
    }

    private static List<Level> points(DoubleUnaryOperator law) {
        List<Level> levels = new ArrayList<>();
        for (double n : new double[] {1, 2, 4, 6, 8, 12, 16, 24, 32, 48, 64}) {
            levels.add(new Level(n, law.applyAsDouble(n)));
        }
        return levels;
    }
}
