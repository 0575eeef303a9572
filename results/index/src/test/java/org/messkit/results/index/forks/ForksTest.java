// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.forks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.messkit.results.series.Interval;

/** Variance over forks, ratios, families: exact facts of small samples and published examples. */
class ForksTest {
    @Test
    void publishedVarianceComponentsOfThreeLevels() throws IOException {
        VarianceComponents a = VarianceComponents.of(example("A_3level"), 2, 2, 3);
        assertArrayEquals(new double[] {16.5, 2.6, 3.6}, a.levelVariances(), 0.05);
        assertArrayEquals(new double[] {16.5, -5.7, 2.3}, a.components(), 0.05);
        VarianceComponents c = VarianceComponents.of(example("C_3level"), 3, 2, 2);
        assertEquals(0.72667, c.levelVariances()[0], 5e-6);
        assertArrayEquals(new double[] {0.7266667, 0.262777778, 0.7747}, c.components(), 5e-5);
        assertArrayEquals(new double[] {4.2937, 1.3023}, c.optimalRepetitions(3, 20, 100), 5e-5);
    }

    @Test
    void publishedVarianceComponentsOfTwoLevels() throws IOException {
        double[] values = example("B_2level");
        VarianceComponents b = VarianceComponents.of(values, 4, 3);
        assertEquals(6.5, Arrays.stream(values).average().orElseThrow(), 1e-12);
        assertArrayEquals(new double[] {12.7, 3.6}, b.levelVariances(), 0.05);
        assertArrayEquals(new double[] {12.7, 0.4}, b.components(), 0.05);
    }

    @Test
    void aNegativeComponentCountsAsNone() throws IOException {
        VarianceComponents a = VarianceComponents.of(example("A_3level"), 2, 2, 3);
        assertArrayEquals(new double[] {Double.POSITIVE_INFINITY, 1}, a.optimalRepetitions(1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> VarianceComponents.of(new double[] {1, 2, 3}, 2, 2));
    }

    /** One service, one cell, three forks: the plain t interval on logarithms. */
    @Test
    void threeForksOfOneCellGiveThePlainInterval() {
        double[] logs = {1, 1.1, 1.3};
        Interval tps = model(logs).mean("s", "c").orElseThrow().tps();
        double half = 4.302653 * Math.sqrt((0.0177778 + 0.0011111 + 0.0277778) / 2 / 3);
        assertEquals(Math.exp(3.4 / 3), tps.estimate(), 1e-9);
        assertEquals(Math.exp(3.4 / 3 + half), tps.high(), 1e-5);
        assertEquals(Math.exp(3.4 / 3 - half), tps.low(), 1e-5);
    }

    /** Six services of three forks; those of s3 differ by less than a third of what the others' do, which is luck. */
    @Test
    void aServiceHasTheWiderOfItsOwnAndTheCommonInterval() {
        List<ForkModel.Observation> all = new ArrayList<>();
        for (int s = 0; s < 6; s++) {
            for (int fork = 1; fork <= 3; fork++) {
                double deviation = s == 3 ? 0.006 : 0.02;
                all.add(new ForkModel.Observation("s" + s, "c", fork, 100 * Math.exp(deviation * (fork - 2) + s)));
            }
        }
        ForkModel model = ForkModel.of(all);
        assertTrue(model.pooled());
        LogMean lucky = model.mean("s3", "c").orElseThrow();
        assertEquals(12, lucky.pool().degreesOfFreedom());
        double common = Math.sqrt((5 * 0.02 * 0.02 + 0.006 * 0.006) / 6);
        assertEquals(2.178813 * common / Math.sqrt(3), lucky.halfWidth(), 1e-7);
        LogMean other = model.mean("s0", "c").orElseThrow();
        assertEquals(2, other.pool().degreesOfFreedom());
        assertEquals(4.302653 * 0.02 / Math.sqrt(3), other.halfWidth(), 1e-7);
    }

    @Test
    void aServiceWhoseForksDifferFarMoreKeepsItToItself() {
        List<ForkModel.Observation> all = new ArrayList<>();
        for (int s = 0; s < 3; s++) {
            for (int fork = 1; fork <= 5; fork++) {
                double deviation = s == 2 ? 0.3 : 0.01;
                all.add(new ForkModel.Observation("s" + s, "c", fork, 100 * Math.exp(deviation * (fork - 3))));
            }
        }
        ForkModel model = ForkModel.of(all);
        assertFalse(model.pooled());
        assertEquals(4, model.mean("s2", "c").orElseThrow().pool().degreesOfFreedom());
        double wide = model.mean("s2", "c").orElseThrow().halfWidth();
        assertEquals(30, wide / model.mean("s0", "c").orElseThrow().halfWidth(), 1e-6);
    }

    /** Forks that differ as a whole tell their cells apart all the same. */
    @Test
    void whatForksShareCancelsBetweenCellsOfAService() {
        List<ForkModel.Observation> all = new ArrayList<>();
        double[] rest = {0.01, -0.01, -0.01, 0.01};
        for (int fork = 1; fork <= 2; fork++) {
            for (int cell = 0; cell < 2; cell++) {
                double log = fork + rest[2 * (fork - 1) + cell];
                all.add(new ForkModel.Observation("s", "c" + cell, fork, Math.exp(log)));
            }
        }
        LogMean mean = ForkModel.of(all).mean("s", "c0").orElseThrow();
        assertTrue(mean.halfWidth() > 1, "forks differ by a factor of e");
        // One degree of freedom; the variance of the rest is 4 × 0.01² / 1.
        assertEquals(
                12.7062 * Math.sqrt(0.0004 / 2 / 2), mean.comparisonHalfWidth().orElseThrow(), 1e-4);
        assertTrue(model(new double[] {1, 1.1})
                .mean("s", "c")
                .orElseThrow()
                .comparisonHalfWidth()
                .isEmpty());
    }

    @Test
    void oneForkHasNoInterval() {
        assertTrue(model(new double[] {1}).mean("s", "c").isEmpty());
        assertTrue(model(new double[] {1, 2}).mean("s", "other").isEmpty());
    }

    /** Holm's own kind of example: 0.01, 0.04, 0.03, 0.005 at the level 0.05. */
    @Test
    void holmMultipliesByWhatIsLeft() {
        assertArrayEquals(
                new double[] {0.03, 0.06, 0.06, 0.02}, Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}), 1e-12);
        assertArrayEquals(new double[] {1}, Holm.adjusted(new double[] {1}));
    }

    @Test
    void theWordsFollowTheInterval() {
        assertEquals(Judgement.Word.FASTER, word(Math.log(1.30), 0.02, 12));
        assertEquals(Judgement.Word.SLOWER, word(Math.log(0.70), 0.02, 12));
        assertEquals(Judgement.Word.EQUAL, word(Math.log(1.01), 0.01, 12));
        assertEquals(Judgement.Word.NO_VERDICT, word(Math.log(1.30), 0.30, 12));
        // Surely different, but by less than what counts.
        assertEquals(Judgement.Word.NO_VERDICT, word(Math.log(1.04), 0.01, 12));
    }

    @Test
    void equalMeansThatTheWholeIntervalLiesWithinTheMargin() {
        for (double error = 0.001; error < 0.05; error += 0.001) {
            Ratio ratio = new Ratio(Math.log(1.01), error * error, 12, 3);
            Interval i = ratio.interval();
            boolean within = i.low() > 0.95 && i.high() < 1.05;
            assertEquals(within, word(ratio.log(), error, 12) == Judgement.Word.EQUAL, "error " + error);
        }
    }

    @Test
    void theForksAskedForBringTheVerdict() {
        Ratio three = new Ratio(Math.log(1.10), 0.06 * 0.06, 4, 3);
        Judgement judgement = Judgement.of(List.of(three)).get(0);
        assertEquals(Judgement.Word.NO_VERDICT, judgement.word());
        int k = judgement.moreForks().orElseThrow();
        for (int more : new int[] {k - 1, k}) {
            int forks = 3 + more;
            Ratio then = new Ratio(three.log(), three.variance() * 3 / forks, 2.0 * (forks - 1), forks);
            assertEquals(
                    more == k, Judgement.of(List.of(then)).get(0).word() == Judgement.Word.FASTER, "forks " + forks);
        }
        Ratio atTheMargin = new Ratio(Math.log(1.0499), 0.01, 4, 3);
        assertEquals(
                OptionalInt.empty(), Judgement.of(List.of(atTheMargin)).get(0).moreForks());
    }

    @Test
    void aFamilyAsksForMoreThanOneClaim() {
        Ratio ratio = new Ratio(Math.log(1.10), 0.04 * 0.04, 12, 3);
        assertEquals(Judgement.Word.FASTER, Judgement.of(List.of(ratio)).get(0).word());
        assertEquals(
                Judgement.Word.NO_VERDICT,
                Judgement.of(List.of(ratio, ratio, ratio, ratio)).get(0).word());
    }

    @Test
    void runsOfTheirOwnAreComparedByWelch() {
        LogMean one = model(new double[] {1, 1.1, 1.3}).mean("s", "c").orElseThrow();
        LogMean other = model(new double[] {1, 1.001, 1.002}).mean("s", "c").orElseThrow();
        Ratio ratio = Ratio.of(one, other);
        assertEquals(3.4 / 3 - 1.001, ratio.log(), 1e-12);
        assertEquals((one.pool().variance() + other.pool().variance()) / 3, ratio.variance(), 1e-15);
        // Nearly all variance is of one side: its degrees of freedom remain.
        assertEquals(2, ratio.degreesOfFreedom(), 1e-2);
        assertEquals(ratio, Ratio.geometricMean(List.of(one), List.of(other)));
    }

    private static Judgement.Word word(double log, double error, double freedom) {
        return Judgement.of(List.of(new Ratio(log, error * error, freedom, 3)))
                .get(0)
                .word();
    }

    private static ForkModel model(double[] logs) {
        List<ForkModel.Observation> all = new ArrayList<>();
        for (int i = 0; i < logs.length; i++) {
            all.add(new ForkModel.Observation("s", "c", i + 1, Math.exp(logs[i])));
        }
        return ForkModel.of(all);
    }

    private static double[] example(String name) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                ForksTest.class.getResourceAsStream("kalibera_worked_examples.csv"), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(l -> l.startsWith(name + ","))
                    .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(',') + 1)))
                    .toArray();
        }
    }
}
