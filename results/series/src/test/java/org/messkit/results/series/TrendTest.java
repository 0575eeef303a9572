// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final int SERIES = 2000;

    @Test
    void theLastThirdOverTheFirst() {
        double[] rising = IntStream.range(0, 30).mapToDouble(i -> 1 + i).toArray();
        assertEquals(25.5 / 5.5, Trend.of(rising));
        double[] falling = IntStream.range(0, 30).mapToDouble(i -> 30 - i).toArray();
        assertEquals(5.5 / 25.5, Trend.of(falling));
        assertEquals(1, Trend.of(IntStream.range(0, 30).mapToDouble(i -> 7).toArray()), "what is constant has none");
        assertEquals(1, Trend.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9}), "so few values tell nothing");
    }

    /** Wrong once in a thousand where the factor of correlation is known; it is an estimate from few values. */
    @Test
    void noiseIsNone() {
        for (int length : new int[] {12, 22, 40, 80}) {
            for (double correlation : new double[] {0, 0.3, 0.5}) {
                double found = found(random -> Ar1.series(random, length, 100, 10, correlation));
                assertTrue(
                        found < (correlation == 0 ? 0.005 : 0.02),
                        length + " values, correlation " + correlation + ": " + found);
            }
        }
    }

    /** A ramp is no straight line of logarithms, and the less noise there is the more that shows. */
    @Test
    void aRampIsOneAlsoWithHardlyAnyNoise() {
        for (int length : new int[] {12, 22, 40}) {
            for (double noise : new double[] {0.0001, 0.01, 0.03}) {
                double found = found(random -> IntStream.range(0, length)
                        .mapToDouble(i -> (1 + i / (double) length) * Math.exp(noise * random.nextGaussian()))
                        .toArray());
                assertTrue(found > 0.9, length + " values, noise " + noise + ": " + found);
            }
        }
    }

    /** Doubling in seven values, in a noise of 30 % with a wild value in twenty, which no point of change survives. */
    @Test
    void aLeakInNoiseIsOne() {
        Function<Random, double[]> leak = random -> {
            double[] noise = Ar1.series(random, 22, 0, 0.3, 0);
            return IntStream.range(0, noise.length)
                    .mapToDouble(i -> Math.pow(2, i / 7.0) * Math.exp(noise[i]) * (random.nextInt(20) == 0 ? 5 : 1))
                    .toArray();
        };
        double found = found(leak);
        assertTrue(found > 0.9, "found " + found);
    }

    private static double found(Function<Random, double[]> series) {
        Random random = new Random(11);
        return IntStream.range(0, SERIES)
                        .filter(i -> Trend.of(series.apply(random)) != 1)
                        .count()
                / (double) SERIES;
    }
}
