// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.forks;

import java.util.Arrays;
import org.messkit.results.series.Moments;

/**
 * How much each level of repetition adds to the variance: level 1 is the innermost (iterations), the last the outermost (forks).
 *
 * @param levelVariances S_i², index 0 being level 1: mean over groups of the sample variance of the level's means
 * @param components T_i², what the level itself adds, in the same order; negative where it adds less than chance does
 * @param counts repetitions of each level, in the same order
 * @see "T. Kalibera, R. Jones, Rigorous Benchmarking in Reasonable Time, ISMM 2013, with the corrected estimator S_i² -
 *     S_(i-1)² / r_(i-1)"
 */
public record VarianceComponents(double[] levelVariances, double[] components, int[] counts) {
    /**
     * From a full design.
     *
     * @param values those of level 1 running fastest
     * @param counts repetitions of each level, level 1 first, each 2 or more
     * @throws IllegalArgumentException if there are not as many values as the counts say
     */
    public static VarianceComponents of(double[] values, int... counts) {
        int wanted = Arrays.stream(counts).reduce(1, (a, b) -> a * b);
        if (wanted != values.length || Arrays.stream(counts).anyMatch(c -> c < 2)) {
            throw new IllegalArgumentException("repetitions " + Arrays.toString(counts)
                    + " must each be at least 2 and hold all values, got: " + values.length);
        }
        int levels = counts.length;
        double[] s = new double[levels];
        double[] t = new double[levels];
        double[] means = values;
        for (int i = 0; i < levels; i++) {
            double[] above = new double[means.length / counts[i]];
            double variances = 0;
            for (int g = 0; g < above.length; g++) {
                double[] group = Arrays.copyOfRange(means, g * counts[i], (g + 1) * counts[i]);
                above[g] = Moments.mean(group);
                variances += Moments.variance(group);
            }
            s[i] = variances / above.length;
            t[i] = i == 0 ? s[0] : s[i] - s[i - 1] / counts[i - 1];
            means = above;
        }
        return new VarianceComponents(s, t, counts.clone());
    }

    /**
     * Repetitions of each level but the outermost that give the narrowest interval for the time spent.
     *
     * @param costs of one repetition of each level, level 1 first, in any unit
     * @return level 1 first; not whole, to be rounded up; infinite where all repetition belongs to the level, since the one
     *     above adds nothing; 1 where the level itself adds nothing
     */
    public double[] optimalRepetitions(double... costs) {
        double[] repetitions = new double[components.length - 1];
        for (int i = 0; i < repetitions.length; i++) {
            double own = Math.max(0, components[i]);
            double above = Math.max(0, components[i + 1]);
            repetitions[i] = own == 0 ? 1 : Math.sqrt(costs[i + 1] / costs[i] * own / above);
        }
        return repetitions;
    }
}
