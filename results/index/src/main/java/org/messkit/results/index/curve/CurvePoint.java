// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.curve;

import java.util.Optional;
import java.util.OptionalDouble;
import org.messkit.results.series.Interval;

/**
 * One measured level of a curve, over its forks.
 *
 * @param concurrency concurrent requests, 1 or more
 * @param tps mean over the forks, greater than 0
 * @param interval 95 % interval of the TPS over forks; empty for a single fork
 * @param comparison interval to compare levels of this curve by, narrower since what their forks share cancels: two that do not
 *     overlap differ; empty for a single fork
 * @param forks measured ones, 1 or more
 * @param meanMillis mean service time
 * @param p99Millis 99th percentile, mean over the forks; empty where a fork has too few transactions for it
 * @param use what the level used
 * @param internals what was seen inside the service
 */
public record CurvePoint(
        int concurrency,
        double tps,
        Optional<Interval> interval,
        Optional<Interval> comparison,
        int forks,
        double meanMillis,
        OptionalDouble p99Millis,
        Use use,
        Internals internals) {
    /** Checks the ranges. */
    public CurvePoint {
        if (concurrency < 1 || !(tps > 0)) {
            throw new IllegalArgumentException(
                    "a level needs concurrency and tps above 0, got: " + concurrency + " and " + tps);
        }
    }

    /**
     * What a level used, as means over its windows.
     *
     * @param serverCores processors that the service kept busy; not a number if not measured
     * @param consumerCores processors that the TestNode kept busy; not a number if not measured
     * @param wireBytesPerSecond HTTP heads and bodies in the direction that carries more
     * @param coreWorkMicros CPU time of a piece of fixed work on the service's cores; not a number if not measured
     */
    public record Use(double serverCores, double consumerCores, double wireBytesPerSecond, double coreWorkMicros) {}

    /**
     * Shares of time seen inside the service, 0 to 1 each; empty where it was not recorded.
     *
     * @param collecting of the window, in garbage collection
     * @param blocked of the threads' time, waiting for a monitor or lock
     * @param poolWait of the service time, waiting for a pooled resource
     * @param diskBusy of the window, during which the disk was busy
     */
    public record Internals(
            OptionalDouble collecting, OptionalDouble blocked, OptionalDouble poolWait, OptionalDouble diskBusy) {
        /** Nothing was recorded. */
        public static final Internals NONE = new Internals(
                OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }
}
