// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.series;

import java.util.Random;

/** First-order autoregressive noise around a level, seeded: what a service's throughput looks like. */
final class Ar1 {
    private Ar1() {}

    /** A series of the given mean, standard deviation and lag-1 correlation. */
    static double[] series(Random random, int length, double mean, double deviation, double correlation) {
        double[] series = new double[length];
        double noise = random.nextGaussian();
        for (int i = 0; i < length; i++) {
            series[i] = mean + deviation * noise;
            noise = correlation * noise + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
        }
        return series;
    }
}
