// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.forks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.results.series.Drift;
import org.messkit.results.series.Moments;
import org.messkit.results.series.Steadiness;

/** Whether what the kit states is as sure as it states it: on made-up runs whose truth is known. */
class CoverageTest {
    private static final int RUNS = 2_000;
    private static final double FORK_DEVIATION = 0.02;
    private static final double BUCKET_DEVIATION = 0.05;
    private static final double CORRELATION = 0.5;
    /** 100 ms each. */
    private static final int WINDOW = 60;

    /** Of the common pool and a service's own the wider one serves, so that it is a little more than 95. */
    @Test
    void theIntervalCoversTheTruthIn95Of100Runs() {
        Random random = new Random(21);
        int covered = 0;
        for (int run = 0; run < RUNS; run++) {
            List<ForkModel.Observation> run1 = run(random, 1, 3);
            covered += ForkModel.of(run1).mean("s0", "c0").orElseThrow().tps().contains(100) ? 1 : 0;
        }
        assertTrue(covered >= 0.95 * RUNS && covered <= 0.985 * RUNS, covered + " covered");
    }

    /** A service whose forks differ four times as much as those of the others: two or three of them do not tell so. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void theIntervalOfARestlessServiceCoversTheTruthIn90Of100Runs(int forks) {
        Random random = new Random(24);
        int covered = 0;
        int wronglyDifferent = 0;
        for (int run = 0; run < RUNS; run++) {
            List<ForkModel.Observation> cells = new ArrayList<>();
            for (int service = 0; service < 8; service++) {
                for (int fork = 1; fork <= forks; fork++) {
                    double effect = (service == 0 ? 4 : 1) * FORK_DEVIATION * random.nextGaussian();
                    for (int cell = 0; cell < 4; cell++) {
                        double tps = 100 * Math.exp(effect + 0.01 * random.nextGaussian());
                        cells.add(new ForkModel.Observation("s" + service, "c" + cell, fork, tps));
                    }
                }
            }
            LogMean restless = ForkModel.of(cells).mean("s0", "c0").orElseThrow();
            LogMean quiet = ForkModel.of(cells).mean("s1", "c0").orElseThrow();
            covered += restless.tps().contains(100) ? 1 : 0;
            Judgement.Word word =
                    Judgement.of(List.of(Ratio.of(restless, quiet))).get(0).word();
            wronglyDifferent += word == Judgement.Word.FASTER || word == Judgement.Word.SLOWER ? 1 : 0;
        }
        assertTrue(covered >= 0.9 * RUNS, covered + " covered");
        assertTrue(wronglyDifferent <= 0.08 * RUNS, wronglyDifferent + " wrongly different");
    }

    /** Two services that are equal must not be called different, nor two that differ by a tenth equal. */
    @Test
    void fewerThanFiveOf100VerdictsAreWrong() {
        Random random = new Random(22);
        int wrong = 0;
        int decided = 0;
        for (int run = 0; run < RUNS; run++) {
            double truth = run % 2 == 0 ? 1 : 1.10;
            ForkModel model = ForkModel.of(run(random, truth, 3));
            Ratio ratio = Ratio.of(
                    model.mean("s0", "c0").orElseThrow(), model.mean("s1", "c0").orElseThrow());
            Judgement.Word word = Judgement.of(List.of(ratio)).get(0).word();
            Judgement.Word right = truth == 1 ? Judgement.Word.EQUAL : Judgement.Word.SLOWER;
            decided += word != Judgement.Word.NO_VERDICT ? 1 : 0;
            wrong += word != Judgement.Word.NO_VERDICT && word != right ? 1 : 0;
        }
        assertTrue(wrong < 0.05 * RUNS, wrong + " wrong");
        assertTrue(decided > 0.4 * RUNS, decided + " decided");
    }

    /**
     * A warm-up that ends with a step. A fork is falsely steady if it is called so, no drift is seen over all that it did, and
     * its fresh window is off by more than 5 %.
     */
    @Test
    void fewerThanFiveOf100ForksAreFalselySteady() {
        Random random = new Random(23);
        int falsely = 0;
        int steady = 0;
        for (int fork = 0; fork < RUNS; fork++) {
            double[] series = noise(random, 400);
            int warm = 10 + random.nextInt(150);
            for (int i = 0; i < warm; i++) {
                series[i] *= 0.7;
            }
            int start = declaredSteady(series);
            if (start < 0 || start + WINDOW > series.length || Drift.steadyFrom(series, 0.05) > start) {
                continue;
            }
            steady++;
            double window = Moments.mean(Arrays.copyOfRange(series, start, start + WINDOW));
            falsely += Math.abs(window - 1) > 0.05 ? 1 : 0;
        }
        assertTrue(falsely < 0.05 * RUNS, falsely + " falsely steady");
        assertTrue(steady > 0.3 * RUNS, steady + " steady");
    }

    /** Looks every second, as the load does; two looks must agree. */
    private static int declaredSteady(double[] series) {
        int agreed = 0;
        for (int now = Steadiness.LEAST_STEADY; now <= series.length; now += 10) {
            agreed = Steadiness.of(Arrays.copyOf(series, now), 0.02).steady() ? agreed + 1 : 0;
            if (agreed == 2) {
                return now;
            }
        }
        return -1;
    }

    /** Six services, four cells, so many forks; service 1 is faster than the others by a factor. */
    private static List<ForkModel.Observation> run(Random random, double factor, int forks) {
        List<ForkModel.Observation> run = new ArrayList<>();
        for (int service = 0; service < 6; service++) {
            for (int fork = 1; fork <= forks; fork++) {
                double effect = Math.exp(FORK_DEVIATION * random.nextGaussian());
                for (int cell = 0; cell < 4; cell++) {
                    double tps = 100 * effect * (service == 1 ? factor : 1) * Moments.mean(noise(random, WINDOW));
                    run.add(new ForkModel.Observation("s" + service, "c" + cell, fork, tps));
                }
            }
        }
        return run;
    }

    /** Around 1. */
    private static double[] noise(Random random, int length) {
        double[] series = new double[length];
        double noise = random.nextGaussian();
        for (int i = 0; i < length; i++) {
            series[i] = 1 + BUCKET_DEVIATION * noise;
            noise = CORRELATION * noise + Math.sqrt(1 - CORRELATION * CORRELATION) * random.nextGaussian();
        }
        return series;
    }
}
