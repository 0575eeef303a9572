// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.forks;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's correction: of a family of claims, the probability that any is wrong stays below the level.
 *
 * @see "S. Holm, A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of Statistics 1979"
 */
public final class Holm {
    private Holm() {}

    /**
     * Adjusted probabilities, to be compared with the level of the family.
     *
     * @param p one per claim, 0 to 1
     * @return in the same order, 0 to 1
     */
    public static double[] adjusted(double[] p) {
        List<Integer> rising = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .toList();
        double[] adjusted = new double[p.length];
        double most = 0;
        for (int rank = 0; rank < p.length; rank++) {
            int i = rising.get(rank);
            most = Math.max(most, Math.min(1, p[i] * (p.length - rank)));
            adjusted[i] = most;
        }
        return adjusted;
    }
}
