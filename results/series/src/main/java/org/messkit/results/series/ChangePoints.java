// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a series changes its mean or its variance: the segmentation of least cost, found exactly by PELT. A segment costs what
 * a normal distribution of its own mean and variance fails to explain; every change costs a penalty.
 *
 * @see "R. Killick, P. Fearnhead, I. Eckley, Optimal Detection of Changepoints With a Linear Computational Cost, JASA 2012"
 */
public final class ChangePoints {
    /** Shorter series are not divided: a few values tell nothing. */
    public static final int LEAST_LENGTH = 20;

    private static final int LEAST_SEGMENT = 2;
    private static final double PENALTY = 15;
    /** Of the whole series' variance. Equal neighbours, as counts have, would else be segments of no variance. */
    private static final double LEAST_VARIANCE = 1e-4;

    private final double[] sums;
    private final double[] squares;
    private final double floor;
    private final double penalty;

    private ChangePoints(double[] series, double penalty) {
        this.penalty = penalty;
        int n = series.length;
        sums = new double[n + 1];
        squares = new double[n + 1];
        double mean = Moments.mean(series);
        for (int i = 0; i < n; i++) {
            double x = series[i] - mean;
            sums[i + 1] = sums[i] + x;
            squares[i + 1] = squares[i] + x * x;
        }
        floor = LEAST_VARIANCE * squares[n] / n;
    }

    /** Change points at a penalty of 15 ln n, as warm-up studies take it. */
    public static int[] of(double[] series) {
        return of(series, PENALTY * Math.log(series.length));
    }

    /**
     * Change points.
     *
     * @param penalty cost of a change, greater than 0; the more, the fewer changes
     * @return index of the first value of each new segment, from 0, rising; empty for a series that is constant or shorter
     *     than {@link #LEAST_LENGTH}
     */
    public static int[] of(double[] series, double penalty) {
        if (!(penalty > 0)) {
            throw new IllegalArgumentException("the penalty must be greater than 0, got: " + penalty);
        }
        if (series.length < LEAST_LENGTH || Moments.variance(series) == 0) {
            return new int[0];
        }
        return new ChangePoints(series, penalty).search(series.length);
    }

    private int[] search(int n) {
        double[] cost = new double[n + 1];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        cost[0] = -penalty;
        int[] last = new int[n + 1];
        int[] pruned = new int[n + 1];
        Arrays.fill(pruned, Integer.MAX_VALUE);
        List<Integer> candidates = new ArrayList<>();
        for (int t = LEAST_SEGMENT; t <= n; t++) {
            int end = t;
            candidates.add(t - LEAST_SEGMENT);
            for (int s : candidates) {
                double through = cost[s] + segment(s, t) + penalty;
                if (through < cost[t]) {
                    cost[t] = through;
                    last[t] = s;
                }
            }
            for (int s : candidates) {
                // A better way ends at t; it serves from the first t on where a segment after it has its least length.
                if (pruned[s] == Integer.MAX_VALUE && cost[s] + segment(s, t) > cost[t]) {
                    pruned[s] = t + LEAST_SEGMENT;
                }
            }
            candidates.removeIf(s -> pruned[s] <= end + 1);
        }
        return path(last, n);
    }

    private static int[] path(int[] last, int n) {
        List<Integer> changes = new ArrayList<>();
        for (int t = last[n]; t > 0; t = last[t]) {
            changes.add(0, t);
        }
        return changes.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Minus twice the logarithm of the likelihood of values [from, to). */
    private double segment(int from, int to) {
        int k = to - from;
        double sum = sums[to] - sums[from];
        double variance = Math.max(floor, (squares[to] - squares[from] - sum * sum / k) / k);
        return k * (Math.log(2 * Math.PI * variance) + 1);
    }
}
