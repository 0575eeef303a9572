// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void uniformArrivalsStandAtEqualDistances() {
        Schedule schedule = Schedule.uniform(500, 0);
        for (int i = 1; i <= 10_000; i++) {
            assertEquals(i * 2_000_000L, schedule.next(), 1);
        }
    }

    @Test
    void theRateClimbsOverTheRamp() {
        Schedule schedule = Schedule.uniform(100, 10 * SECOND);
        // 100/s after 10 s: 500 arrivals in the ramp, of them a quarter in its first half.
        int[] half = new int[4];
        for (long t = schedule.next(); t < 20 * SECOND; t = schedule.next()) {
            half[(int) (t / (5 * SECOND))]++;
        }
        assertEquals(125, half[0], 1);
        assertEquals(375, half[1], 1);
        assertEquals(500, half[2], 1);
        assertEquals(500, half[3], 1);
    }

    @Test
    void poissonArrivalsHaveExponentialGaps() {
        Schedule schedule = Schedule.poisson(1000, 0, 7);
        int n = 100_000;
        double sum = 0;
        double squares = 0;
        int longer = 0;
        long last = 0;
        for (int i = 0; i < n; i++) {
            long next = schedule.next();
            double gap = (next - last) / 1e6;
            sum += gap;
            squares += gap * gap;
            longer += gap > 1 ? 1 : 0;
            last = next;
        }
        double mean = sum / n;
        assertEquals(1, mean, 0.01, "milliseconds");
        assertEquals(
                1, (squares / n - mean * mean), 0.03, "the variance of an exponential variate is its mean squared");
        assertEquals(Math.exp(-1), longer / (double) n, 0.005);
    }

    @Test
    void theSameSeedGivesTheSameInstants() {
        Schedule one = Schedule.poisson(50, SECOND, 3);
        Schedule same = Schedule.poisson(50, SECOND, 3);
        Schedule other = Schedule.poisson(50, SECOND, 4);
        boolean differs = false;
        for (int i = 0; i < 100; i++) {
            long instant = one.next();
            assertEquals(instant, same.next());
            differs |= instant != other.next();
        }
        assertTrue(differs);
    }

    @Test
    void aRateMustBeAboveZero() {
        assertThrows(IllegalArgumentException.class, () -> Schedule.uniform(0, 0));
        assertThrows(IllegalArgumentException.class, () -> Schedule.poisson(Double.NaN, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Schedule.uniform(1, -1));
    }
}
