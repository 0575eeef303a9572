// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import java.util.Random;

/**
 * When the requests of an open load are to begin. The rate climbs from zero over the ramp and then stays. Uniform arrivals
 * come at the instants where the expected number of arrivals is a whole number; Poisson arrivals where it is a sum of
 * exponential variates of mean one, which is the same process with the rate folded in. An iterator: two of the same seed give
 * the same instants. Not thread-safe.
 */
public final class Schedule {
    private final double perNano;
    private final long rampNanos;
    private final Random random;
    private double expected;

    private Schedule(double perSecond, long rampNanos, Random random) {
        if (!(perSecond > 0) || Double.isInfinite(perSecond) || rampNanos < 0) {
            throw new IllegalArgumentException("a schedule needs a rate above 0 and a ramp of 0 or more, got: "
                    + perSecond + "/s after " + rampNanos + " ns");
        }
        this.perNano = perSecond / 1e9;
        this.rampNanos = rampNanos;
        this.random = random;
    }

    /**
     * Evenly spaced arrivals.
     *
     * @param perSecond arrivals per second after the ramp, more than 0
     * @param rampNanos over which the rate climbs from zero, 0 or more
     */
    public static Schedule uniform(double perSecond, long rampNanos) {
        return new Schedule(perSecond, rampNanos, null);
    }

    /**
     * Arrivals that do not know of each other.
     *
     * @param perSecond mean arrivals per second after the ramp, more than 0
     * @param rampNanos over which the rate climbs from zero, 0 or more
     */
    public static Schedule poisson(double perSecond, long rampNanos, long seed) {
        return new Schedule(perSecond, rampNanos, new Random(seed));
    }

    /** The next arrival, in nanoseconds since the start of the load. */
    public long next() {
        expected += random == null ? 1 : -Math.log(1 - random.nextDouble());
        double inRamp = perNano * rampNanos / 2;
        // The expected number of arrivals is rate * t^2 / (2 ramp) in the ramp and grows with the rate after it.
        return expected < inRamp
                ? (long) Math.sqrt(2 * expected * rampNanos / perNano)
                : rampNanos + (long) ((expected - inRamp) / perNano);
    }
}
