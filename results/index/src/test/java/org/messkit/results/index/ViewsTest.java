// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.messkit.results.index.cells.Points;
import org.messkit.results.index.curve.Curve;
import org.messkit.results.index.curve.View;
import org.messkit.results.index.law.HardCap;
import org.messkit.results.index.law.UniversalScalability;
import org.messkit.results.index.verdict.Conditions;
import org.messkit.results.index.verdict.Verdict;
import org.messkit.results.index.verdict.WhatIf;

/** How often the views of a curve are right whose truth is known, and its verdict: two forks, 2 % from fork to fork, 2 % from cell to cell. */
class ViewsTest {
    private static final int RUNS = 1_000;
    private static final double NOISE = 0.02;
    private static final int FORKS = 2;
    private static final Verdict CPU = new Verdict.ServerBound(Verdict.Resource.CPU);

    static Stream<Arguments> truths() {
        return Stream.of(
                truth("cap of 1 core", new HardCap(100, 100)::tps, 1, List.of(1, 2, 4, 8, 16), "BBBBB"),
                truth("cap of 4 cores", new HardCap(100, 400)::tps, 4, List.of(1, 2, 4, 8, 16), "AABBB"),
                truth(
                        "top at 9 of 32",
                        new UniversalScalability(100, 0.02, 0.012)::tps,
                        6,
                        List.of(2, 4, 8, 16, 32),
                        "AABCC"),
                truth(
                        "top at 16 of 64",
                        new UniversalScalability(100, 0.05, 0.0037)::tps,
                        8,
                        List.of(1, 4, 16, 32, 64),
                        "AABCC"),
                truth(
                        "top at 8 of 16",
                        new UniversalScalability(100, 0.1, 0.0125)::tps,
                        6,
                        List.of(1, 2, 4, 8, 16),
                        "AAABC"));
    }

    private static Arguments truth(
            String name, DoubleUnaryOperator law, int cores, List<Integer> levels, String views) {
        return Arguments.of(name, law, cores, levels, views);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("truths")
    void viewsAreRight(String name, DoubleUnaryOperator law, int cores, List<Integer> levels, String views) {
        Random random = new Random(31);
        int right = 0;
        int wrong = 0;
        for (int run = 0; run < RUNS; run++) {
            MadeRun made = made(random, law, cores, levels);
            Curve curve =
                    new Points(Points.forks(made.cells())).curve(made.cells()).orElseThrow();
            StringBuilder seen = new StringBuilder();
            levels.forEach(n -> seen.append(
                    curve.view(n) == View.B_OR_C ? "?" : curve.view(n).name()));
            right += seen.toString().equals(views) ? 1 : 0;
            Verdict verdict = new WhatIf(curve, Conditions.of(made.run().info()))
                    .ofCurve(Map.of())
                    .verdict();
            wrong += verdict.equals(CPU) || verdict instanceof Verdict.Undecided ? 0 : 1;
        }
        assertTrue(right >= 0.85 * RUNS, right + " right");
        assertTrue(wrong <= 0.01 * RUNS, wrong + " wrong");
    }

    /** Up to CR 8 in proportion, then so much at 16; the processors are 92 % busy there. */
    @ParameterizedTest
    @CsvSource({
        "1.407, undecided, 0.9",
        "1.42, undecided, 0.9",
        "1.28, server-bound: CPU, 0.8",
        "1.8, under-driven, 0.95"
    })
    void aRiseAtAThresholdIsUndecided(double rise, String expected, double atLeast) {
        Random random = new Random(32);
        DoubleUnaryOperator law = n -> n <= 8 ? 100 * n : 800 * rise;
        Map<String, Integer> verdicts = new TreeMap<>();
        for (int run = 0; run < RUNS; run++) {
            MadeRun made = new MadeRun();
            for (int fork = 1; fork <= FORKS; fork++) {
                double effect = Math.exp(NOISE * random.nextGaussian());
                for (int n : new int[] {1, 2, 4, 8, 16}) {
                    double tps = law.applyAsDouble(n) * effect * Math.exp(NOISE * random.nextGaussian());
                    made.cell("stax", 5_000, n, fork, tps, MadeRun.Seen.quiet(Math.min(0.92, n / 12.0), 0.2));
                }
            }
            Curve curve =
                    new Points(Points.forks(made.cells())).curve(made.cells()).orElseThrow();
            Verdict verdict = new WhatIf(curve, Conditions.of(made.run().info()))
                    .ofCurve(Map.of())
                    .verdict();
            verdicts.merge(verdict.label(), 1, Integer::sum);
        }
        assertTrue(verdicts.getOrDefault(expected, 0) >= atLeast * RUNS, verdicts.toString());
    }

    private static MadeRun made(Random random, DoubleUnaryOperator law, int cores, List<Integer> levels) {
        MadeRun made = new MadeRun();
        for (int fork = 1; fork <= FORKS; fork++) {
            double effect = Math.exp(NOISE * random.nextGaussian());
            for (int n : levels) {
                double tps = law.applyAsDouble(n) * effect * Math.exp(NOISE * random.nextGaussian());
                double p99 = 1.5 * Math.exp(0.05 * random.nextGaussian());
                made.cell(
                        "stax",
                        5_000,
                        n,
                        fork,
                        tps,
                        MadeRun.Seen.quiet(Math.min(0.97, (double) n / cores), 0.2)
                                .withP99(p99));
            }
        }
        return made;
    }
}
