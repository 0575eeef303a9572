// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Change points against published labels, and against the search that PELT only shortens. */
class ChangePointsTest {
    @ParameterizedTest
    @CsvSource({"quality_control_1, 146", "quality_control_2, 97", "quality_control_3, 179"})
    void theLabelledChangeIsFoundAndNoOther(String name, int label) throws IOException {
        int[] changes = ChangePoints.of(series(name));
        assertEquals(1, changes.length, Arrays.toString(changes));
        assertEquals(label, changes[0], 5);
    }

    @Test
    void pruningLosesNothing() {
        Random random = new Random(6);
        for (int round = 0; round < 200; round++) {
            double[] series = new double[20 + random.nextInt(60)];
            double level = 0;
            double deviation = 1;
            for (int i = 0; i < series.length; i++) {
                if (random.nextInt(12) == 0) {
                    level = 6 * random.nextGaussian();
                    deviation = Math.exp(random.nextGaussian());
                }
                series[i] = level + deviation * random.nextGaussian();
            }
            double penalty = 2 + random.nextInt(20);
            assertEquals(
                    cost(series, exhaustive(series, penalty), penalty),
                    cost(series, ChangePoints.of(series, penalty), penalty),
                    1e-9);
        }
    }

    @Test
    void aChangeOfVarianceAloneIsAChange() {
        double[] series = new double[200];
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            series[i] = 100 + (i < 120 ? 1 : 8) * random.nextGaussian();
        }
        int[] changes = ChangePoints.of(series);
        assertEquals(1, changes.length);
        assertEquals(120, changes[0], 5);
    }

    @Test
    void scaleAndShiftChangeNothing() {
        double[] series = Ar1.series(new Random(8), 200, 0, 1, 0);
        for (int i = 90; i < 200; i++) {
            series[i] += 5;
        }
        assertArrayEquals(new int[] {90}, ChangePoints.of(series));
        assertArrayEquals(
                new int[] {90},
                ChangePoints.of(Arrays.stream(series).map(x -> 1e6 + 1e3 * x).toArray()));
    }

    @Test
    void aConstantOrShortSeriesHasNone() {
        assertEquals(0, ChangePoints.of(new double[100]).length);
        assertEquals(0, ChangePoints.of(new double[] {1, 1, 1, 9, 9, 9}).length);
    }

    @Test
    void onlyChangesThatMatterCountAsDrift() {
        double[] series = Ar1.series(new Random(9), 600, 100, 1, 0.3);
        for (int i = 300; i < 600; i++) {
            series[i] *= 1.03;
        }
        assertEquals(0, Drift.steadyFrom(series, 0.05));
        for (int i = 400; i < 600; i++) {
            series[i] *= 1.1;
        }
        assertEquals(400, Drift.steadyFrom(series, 0.05), 3);
    }

    /** As docs/measuring.md has it: how many of 300 windows show a step somewhere in their middle half. */
    @ParameterizedTest
    @CsvSource({
        "120, 0.03, 0, 3",
        "120, 0.05, 0, 30",
        "120, 0.10, 297, 300",
        "60, 0.05, 0, 30",
        "60, 0.10, 225, 255",
        "20, 0.10, 0, 30",
        "20, 0.20, 230, 260"
    })
    void whatIsFoundDependsOnHowManyValuesThereAre(int values, double step, int atLeast, int atMost) {
        Random random = new Random(3);
        int found = 0;
        for (int window = 0; window < 300; window++) {
            double[] series = Ar1.series(random, values, 1, 0.03, 0.5);
            for (int i = values / 4 + random.nextInt(values / 2); i < values; i++) {
                series[i] *= 1 + step;
            }
            found += Drift.steadyFrom(series, 0.05) > 0 ? 1 : 0;
        }
        assertTrue(found >= atLeast && found <= atMost, found + " of 300");
    }

    /** Optimal partitioning: every candidate at every step. */
    private static int[] exhaustive(double[] series, double penalty) {
        int n = series.length;
        double[] best = new double[n + 1];
        int[][] paths = new int[n + 1][];
        best[0] = -penalty;
        paths[0] = new int[0];
        for (int t = 2; t <= n; t++) {
            best[t] = Double.POSITIVE_INFINITY;
            for (int s = 0; s <= t - 2; s++) {
                if (paths[s] != null && best[s] + segment(series, s, t) + penalty < best[t]) {
                    best[t] = best[s] + segment(series, s, t) + penalty;
                    paths[t] = s == 0 ? paths[0] : Arrays.copyOf(paths[s], paths[s].length + 1);
                    if (s > 0) {
                        paths[t][paths[t].length - 1] = s;
                    }
                }
            }
        }
        return paths[n];
    }

    private static double cost(double[] series, int[] changes, double penalty) {
        double cost = 0;
        int from = 0;
        for (int to : changes) {
            cost += segment(series, from, to) + penalty;
            from = to;
        }
        return cost + segment(series, from, series.length);
    }

    private static double segment(double[] series, int from, int to) {
        double whole = population(series, 0, series.length);
        double variance = Math.max(1e-4 * whole, population(series, from, to));
        return (to - from) * (Math.log(2 * Math.PI * variance) + 1);
    }

    private static double population(double[] series, int from, int to) {
        double[] part = Arrays.copyOfRange(series, from, to);
        return Moments.variance(part) * (part.length - 1) / part.length;
    }

    private static double[] series(String name) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                ChangePointsTest.class.getResourceAsStream("change_point_series.csv"), StandardCharsets.UTF_8))) {
            List<String> lines =
                    in.lines().filter(l -> l.startsWith(name + ",")).toList();
            return lines.stream()
                    .mapToDouble(l -> Double.parseDouble(l.split(",")[2]))
                    .toArray();
        }
    }
}
