// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantiles, moments, outliers, warm-up, batch means. */
class SeriesTest {
    @ParameterizedTest
    @CsvSource({"0.975, 9, 2.262157", "0.975, 2, 4.302653", "0.975, 12, 2.178813", "0.95, 1, 6.313752"})
    void quantilesOfStudentsTAreThoseOfTheTables(double probability, double df, double expected) {
        assertEquals(expected, StudentT.quantile(probability, df), 1e-6);
        assertEquals(2 * (1 - probability), StudentT.twoSided(-expected, df), 1e-6);
    }

    @Test
    void quantilesInterpolate() {
        double[] sample = {4, 1, 3, 2};
        assertEquals(2.5, Quantiles.of(sample, 0.5));
        assertEquals(1.3, Quantiles.of(sample, 0.1), 1e-12);
        assertEquals(4, Quantiles.of(sample, 1));
        assertArrayEquals(new double[] {4, 1, 3, 2}, sample);
    }

    @Test
    void anIntervalHoldsItsEstimate() {
        assertTrue(Interval.symmetric(10, 1).contains(11));
        assertEquals(0.1, Interval.symmetric(10, 1).relativeHalfWidth(), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> new Interval(1, 2, 3));
    }

    @Test
    void alternationHasNegativeAutocorrelationAndNoFactor() {
        double[] series = {1, 2, 1, 2, 1, 2, 1, 2};
        assertEquals(-7.0 / 8, Moments.lag1(series), 1e-12);
        assertEquals(1, Moments.autocorrelationFactor(series));
        assertEquals(0, Moments.lag1(new double[] {3, 3, 3}));
    }

    @Test
    void outliersAreMaskedExceptWhereThereIsNoNeighbourhood() {
        double[] series = Ar1.series(new Random(1), 600, 100, 1, 0);
        series[10] = 150;
        series[300] = 150;
        series[301] = 50;
        series[595] = 150;
        boolean[] mask = Outliers.mask(series, 0.1);
        for (int i = 0; i < series.length; i++) {
            assertEquals(i == 300 || i == 301, mask[i], "value " + i);
        }
        double[] clean = Outliers.replaced(series, 0.1);
        assertEquals(100, clean[300], 1);
        assertEquals(150, clean[10]);
        assertFalse(Outliers.mask(new double[100], 0.1)[50]);
    }

    @Test
    void theSlidingWindowIsTheSortedNeighbourhood() {
        double[] series = new Random(10)
                .ints(500, 0, 40)
                .asDoubleStream()
                .map(x -> x * x * x)
                .toArray();
        boolean[] mask = Outliers.mask(series, 0.45);
        for (int i = 100; i <= 400; i++) {
            double[] window = Arrays.copyOfRange(series, i - 100, i + 100);
            double band = 3 * (Quantiles.of(window, 0.55) - Quantiles.of(window, 0.45));
            assertEquals(Math.abs(series[i] - Quantiles.of(window, 0.5)) > band, mask[i], "value " + i);
        }
    }

    @Test
    void mserCutsTheWarmUpAndNoMore() {
        double[] series = Ar1.series(new Random(2), 500, 100, 2, 0.3);
        for (int i = 0; i < 120; i++) {
            series[i] *= 0.7;
        }
        assertEquals(OptionalInt.of(120), Mser5.truncation(series));
        double[] constant = new double[100];
        Arrays.fill(constant, 7);
        assertEquals(OptionalInt.of(0), Mser5.truncation(constant));
    }

    @Test
    void mserRefusesASeriesThatIsMostlyWarmUp() {
        double[] series = Ar1.series(new Random(3), 500, 100, 2, 0.3);
        for (int i = 0; i < 400; i++) {
            series[i] *= 0.5 + i / 1000.0;
        }
        assertEquals(OptionalInt.empty(), Mser5.truncation(series));
        assertEquals(OptionalInt.empty(), Mser5.truncation(new double[49]));
    }

    @Test
    void batchMeansOfKnownNumbers() {
        double[] series = new double[23];
        for (int i = 0; i < 20; i++) {
            series[i + 3] = i / 2 % 2 == 0 ? 9 : 11;
        }
        BatchMeans batches = BatchMeans.of(series);
        assertEquals(10, batches.mean());
        assertEquals(10.0 / 9, batches.variance(), 1e-12);
        assertEquals(1, batches.factor());
        assertEquals(2.262157 * Math.sqrt(1.0 / 9), batches.interval().high() - 10, 1e-6);
        assertThrows(IllegalArgumentException.class, () -> BatchMeans.of(new double[9]));
    }

    /** Thirty seconds of 100 ms with the autocorrelation that services have. */
    @Test
    void batchMeansCoverTheMeanOfCorrelatedNoise() {
        Random random = new Random(4);
        int covered = 0;
        for (int i = 0; i < 4000; i++) {
            covered += BatchMeans.of(Ar1.series(random, 300, 100, 5, 0.5))
                            .interval()
                            .contains(100)
                    ? 1
                    : 0;
        }
        assertEquals(0.955, covered / 4000.0, 0.02);
    }

    @Test
    void aSettledSeriesIsSteadyAndARisingOneIsNot() {
        double[] series = Ar1.series(new Random(5), 300, 100, 3, 0.3);
        for (int i = 0; i < 100; i++) {
            series[i] *= 1 - 0.6 * Math.exp(-i / 20.0);
        }
        Steadiness settled = Steadiness.of(series, 0.02);
        assertTrue(settled.steady(), settled.toString());
        assertEquals(60, settled.start(), 40);
        for (int i = 0; i < series.length; i++) {
            series[i] *= 1 + i / 1000.0;
        }
        assertFalse(Steadiness.of(series, 0.02).steady());
        assertFalse(Steadiness.of(Arrays.copyOf(series, 49), 0.02).steady());
    }

    @Test
    void aLateChangeSpeaksAgainstSteadinessIfItMatters() {
        assertTrue(Steadiness.of(lateStep(0.01), 0.02).steady(), "less than the tolerance");
        assertFalse(Steadiness.of(lateStep(0.1), 0.02).steady());
    }

    /** 200 values of little noise that change for good after 140. */
    private static double[] lateStep(double change) {
        Random random = new Random(7);
        return IntStream.range(0, 200)
                .mapToDouble(i -> (i < 140 ? 1 : 1 - change) * (1 + 0.001 * random.nextGaussian()))
                .toArray();
    }
}
