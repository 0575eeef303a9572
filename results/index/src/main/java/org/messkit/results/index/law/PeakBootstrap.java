// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.law;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.messkit.results.series.Quantiles;

/**
 * How sure the Universal Scalability Law's peak is, by resampling the residuals: the peak's interval is skewed, and a standard
 * error would hide it.
 *
 * @param concurrencyLow 2.5 % quantile of the peak's concurrency; infinite where a replicate has no peak
 * @param concurrencyHigh 97.5 % quantile; infinite where too many replicates have no peak
 * @param tpsLow 2.5 % quantile of the greatest TPS
 * @param tpsHigh 97.5 % quantile of the greatest TPS; may be infinite
 * @param peakless share of replicates without a peak, 0 to 1
 * @param replicates how many
 * @param seed with which the same comes out again
 */
public record PeakBootstrap(
        double concurrencyLow,
        double concurrencyHigh,
        double tpsLow,
        double tpsHigh,
        double peakless,
        int replicates,
        long seed) {
    private static final int REPLICATES = 1_000;
    private static final double LEAST_SHARE = 1e-3;

    /** Resamples; needs four levels. */
    static PeakBootstrap of(List<Level> levels, long seed) {
        ScalabilityFit.Solution fitted = new ScalabilityFit(levels).solve();
        UniversalScalability law = fitted.law();
        int n = levels.size();
        // Residuals of a fit are smaller than the noise was.
        double inflation = Math.sqrt((double) n / (n - 3));
        double[] residuals = levels.stream()
                .mapToDouble(l -> inflation * (l.tps() - law.tps(l.concurrency())))
                .toArray();
        Random random = new Random(seed);
        double[] concurrency = new double[REPLICATES];
        double[] tps = new double[REPLICATES];
        for (int r = 0; r < REPLICATES; r++) {
            List<Level> replicate = levels.stream()
                    .map(l -> noisy(l.concurrency(), law, residuals[random.nextInt(n)]))
                    .toList();
            UniversalScalability again =
                    new ScalabilityFit(replicate).solveNear(fitted).law();
            concurrency[r] = again.peakConcurrency().orElse(Double.POSITIVE_INFINITY);
            tps[r] = again.greatestTps();
        }
        double peakless = IntStream.range(0, REPLICATES)
                        .filter(i -> Double.isInfinite(concurrency[i]))
                        .count()
                / (double) REPLICATES;
        return new PeakBootstrap(
                Quantiles.of(concurrency, 0.025),
                Quantiles.of(concurrency, 0.975),
                Quantiles.of(tps, 0.025),
                Quantiles.of(tps, 0.975),
                peakless,
                REPLICATES,
                seed);
    }

    private static Level noisy(double concurrency, Law law, double residual) {
        double predicted = law.tps(concurrency);
        return new Level(concurrency, Math.max(LEAST_SHARE * predicted, predicted + residual));
    }
}
