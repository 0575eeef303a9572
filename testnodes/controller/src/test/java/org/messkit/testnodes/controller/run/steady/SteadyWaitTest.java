// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.steady;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.messkit.testnodes.controller.process.ServiceMetrics;

class SteadyWaitTest {
    private static final double MILLI = 1e6;

    private final Random random = new Random(11);
    private final WarmUpSeries series = new WarmUpSeries(2);

    @Test
    void aServiceThatIsSteadyAndQuietPassesAtTheSecondCheck() {
        SteadyWait wait = new SteadyWait(0.02, metrics(0, 0, 100));
        for (int i = 0; i < 9; i++) {
            turn(1);
        }
        assertFalse(wait.check(series, metrics(36, 0.05, 100)), wait.why());
        turn(1);
        assertTrue(wait.check(series, metrics(40, 0.08, 100)), wait.why());
    }

    @Test
    void aServiceThatStillGetsFasterDoesNotPass() {
        SteadyWait wait = new SteadyWait(0.02, metrics(0, 0, 100));
        for (int i = 0; i < 12; i++) {
            turn(1 + 3 * Math.exp(-i / 4.0));
            assertFalse(wait.check(series, metrics(4 * (i + 1), 0, 100)), "turn " + i);
        }
        assertTrue(wait.why().contains("speed"), wait.why());
    }

    @Test
    void aWaitThatIsTooShortForTheRuleSaysSo() {
        SteadyWait wait = new SteadyWait(0.02, metrics(0, 0, 100));
        turn(1);
        assertFalse(wait.check(series, metrics(4, 0, 100)));
        assertEquals(
                "the wait was too short to tell: 16 values of its speed, and 50 must follow its warm-up", wait.why());
    }

    @Test
    void aJvmThatCompilesOrLoadsIsNotQuiet() {
        SteadyWait wait = new SteadyWait(0.02, metrics(0, 0, 100));
        for (int i = 0; i < 9; i++) {
            turn(1);
        }
        assertFalse(wait.check(series, metrics(10, 1, 100)));
        assertEquals("its JVM compiled for 10.0 % of the time", wait.why());
        assertFalse(wait.check(series, metrics(20, 1, 103)));
        assertEquals("its JVM still loaded classes (3)", wait.why());
        assertFalse(wait.check(series, metrics(30, 1, 103)), "one check is not two");
        assertEquals("only the last check passed", wait.why());
        assertTrue(wait.check(series, metrics(40, 1, 103)));
    }

    @Test
    void aJvmThatDoesNotTellWhatItCompilesIsNotKnownToBeQuiet() {
        SteadyWait wait = new SteadyWait(0.02, metrics(0, Double.NaN, 100));
        for (int i = 0; i < 9; i++) {
            turn(1);
        }
        assertFalse(wait.check(series, metrics(10, Double.NaN, 100)));
        assertEquals("its JVM does not tell how long it compiled", wait.why());
    }

    @Test
    void payloadsOfAnySizeLieInOneSeries() {
        for (int i = 0; i < 9; i++) {
            turn(1);
        }
        double[] values = series.values();
        assertEquals(
                1,
                IntStream.range(0, values.length)
                        .mapToDouble(i -> values[i])
                        .average()
                        .orElseThrow(),
                0.01);
        assertEquals(0, values.length % 8, "every slice has as many pieces");
        for (double value : values) {
            assertEquals(1, value, 0.2);
        }
    }

    @Test
    void piecesAreLongEnoughForTheSlowestPayload() {
        WarmUpSeries slow = new WarmUpSeries(1);
        slow.add(0, intervals(20, 25, 4 * MILLI));
        assertEquals(500 / WarmUpSeries.COMPLETIONS, slow.values().length);
        WarmUpSeries slower = new WarmUpSeries(1);
        slower.add(0, intervals(20, 1, 90 * MILLI));
        assertEquals(8, slower.values().length, "as few as that only where a slice has no room for more");
    }

    /** Two seconds of a fast payload, and two of one that is twenty times slower. */
    private void turn(double slowness) {
        series.add(0, intervals(20, 200, 2 * MILLI * slowness));
        series.add(1, intervals(20, 10, 40 * MILLI * slowness));
    }

    private List<WarmUpSeries.Interval> intervals(int n, int count, double nanos) {
        List<WarmUpSeries.Interval> intervals = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double mean = nanos * (1 + 0.02 * random.nextGaussian());
            intervals.add(new WarmUpSeries.Interval(count, count * mean));
        }
        return intervals;
    }

    private static ServiceMetrics metrics(double seconds, double compiling, double classes) {
        String text = """
                # HELP messkit_requests_total of the test
                messkit_requests_total 12
                messkit_responses_total{status="2xx"} 12
                messkit_requests_in_flight 0
                messkit_serving_samples_total 0
                messkit_lock_wait_samples_total 0
                messkit_pool_wait_samples_total 0
                jvm_gc_seconds_total 0.125
                jvm_allocated_bytes_total 1000
                jvm_heap_used_bytes 1000
                jvm_threads 12
                """;
        return ServiceMetrics.parse(
                (long) (seconds * 1e6),
                text + "jvm_compilation_seconds_total " + compiling + "\njvm_classes_loaded_total " + classes + "\n");
    }
}
