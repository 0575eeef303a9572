// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.law;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.results.index.forks.ForkModel;
import org.messkit.results.index.forks.LogMean;

/** How often the law that made the levels is among those that are listed, and its peak in the interval. */
class LawCoverageTest {
    private static final int RUNS = 60;
    private static final double[][] LEVELS = {
        {1, 2, 4, 8, 16, 32}, {1, 2, 4, 8, 12, 16, 32}, {1, 2, 4, 8, 12, 16, 24, 32}
    };
    private static final double[] NOISE = {0.02, 0.05};

    static Stream<Law> laws() {
        return Stream.of(
                new UniversalScalability(100, 0.1, 0.01),
                new UniversalScalability(100, 0.03, 0.003),
                // The peak between the last two levels.
                new UniversalScalability(100, 0.05, 0.0016),
                new Amdahl(100, 0.1),
                new Amdahl(100, 0.02),
                new HardCap(100, 400),
                new HardCap(100, 900));
    }

    /** Over all levels, noises and one fork or two together; in each of these 12 cases alone 60 runs tell less. */
    @ParameterizedTest
    @MethodSource("laws")
    void theTrueLawIsListedIn95Of100(Law law) {
        Random random = new Random(41);
        int all = 0;
        int runs = 0;
        for (double[] at : LEVELS) {
            for (double noise : NOISE) {
                for (int forks = 1; forks <= 2; forks++) {
                    int listed = 0;
                    for (int run = 0; run < RUNS; run++) {
                        listed += lists(fit(random, law, at, noise, forks), law) ? 1 : 0;
                    }
                    String which = at.length + " levels, noise " + noise + ", forks " + forks;
                    assertTrue(listed >= 0.9 * RUNS, listed + " of " + RUNS + " listed: " + which);
                    all += listed;
                    runs += RUNS;
                }
            }
        }
        assertTrue(all >= 0.95 * runs, all + " of " + runs);
    }

    /** Over all levels and noises together, as many as are asked of an interval. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.003, 0.0016})
    void thePeakIsInItsIntervalIn95Of100(double kappa) {
        UniversalScalability law = new UniversalScalability(100, kappa == 0.01 ? 0.1 : 0.04, kappa);
        Random random = new Random(42);
        double peak = law.peakConcurrency().orElseThrow();
        int covered = 0;
        int fits = 0;
        for (double[] at : LEVELS) {
            for (double noise : NOISE) {
                for (int run = 0; run < 3 * RUNS; run++) {
                    if (fit(random, law, at, noise, 2) instanceof Laws.Chosen chosen) {
                        PeakInterval interval = chosen.peak();
                        covered += interval.low() <= peak && peak <= interval.high() ? 1 : 0;
                        fits++;
                    }
                }
            }
        }
        assertTrue(covered >= 0.93 * fits && covered <= 0.97 * fits, covered + " of " + fits);
    }

    /** Forks may agree far better than any law fits: then what they tell is not by how much levels err. */
    @ParameterizedTest
    @MethodSource("laws")
    void levelsThatAllForksBendAlikeRuleNoTrueLawOut(Law law) {
        Random random = new Random(43);
        int listed = 0;
        int runs = 5 * RUNS;
        for (int run = 0; run < runs; run++) {
            List<Level> levels = new ArrayList<>();
            for (double n : LEVELS[1]) {
                levels.add(new Level(n, law.tps(n) * Math.exp(0.03 * random.nextGaussian())));
            }
            listed += lists(Laws.fit(levels, Optional.of(new Noise(0.002 * 0.002, 12))), law) ? 1 : 0;
        }
        assertTrue(listed >= 0.95 * runs, listed + " of " + runs);
    }

    /** TPS that fall from 279 to 242 follow no cap, whatever few levels say. */
    @Test
    void dataThatFallAreNoCap() {
        double[] tps = {100, 168, 236, 279, 270, 242};
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < tps.length; i++) {
            levels.add(new Level(1 << i, tps[i]));
        }
        Laws.Chosen chosen =
                assertInstanceOf(Laws.Chosen.class, Laws.fit(levels, Optional.of(new Noise(0.02 * 0.02 / 2, 5))));
        assertInstanceOf(UniversalScalability.class, chosen.best().law());
        assertFalse(lists(chosen, new HardCap(1, 1)));
    }

    private static boolean lists(Laws.Result result, Law law) {
        return result instanceof Laws.Chosen chosen
                && Stream.concat(Stream.of(chosen.best()), chosen.rivals().stream())
                        .anyMatch(fit -> fit.law().getClass() == law.getClass());
    }

    /** A law's levels as forks show them: each fork as a whole off by 2 %, each of its cells by the noise. */
    private static Laws.Result fit(Random random, Law law, double[] at, double noise, int forks) {
        List<ForkModel.Observation> cells = new ArrayList<>();
        double[] logs = new double[at.length];
        for (int fork = 1; fork <= forks; fork++) {
            double effect = 0.02 * random.nextGaussian();
            for (int i = 0; i < at.length; i++) {
                double log = Math.log(law.tps(at[i])) + effect + noise * random.nextGaussian();
                logs[i] += log / forks;
                cells.add(new ForkModel.Observation("s", "c" + i, fork, Math.exp(log)));
            }
        }
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            levels.add(new Level(at[i], Math.exp(logs[i])));
        }
        Optional<LogMean> mean = ForkModel.of(cells).mean("s", "c0");
        return Laws.fit(
                levels, mean.map(m -> new Noise(m.pool().own() / forks, m.pool().ownDegreesOfFreedom())));
    }
}
