// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.steady;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.messkit.results.series.Steadiness;
import org.messkit.testnodes.monitor.CoreSpeed;

/** Pieces of work ten times a second, with the noise that was seen of them. */
class CoreSpeedStepsTest {
    private static final long TENTH = 100_000;
    private static final int MINUTE = 600;

    private final Random random = new Random(5);

    @Test
    void noiseIsNoChangeOfSpeed() {
        CoreSpeedSteps pace = CoreSpeedSteps.of(List.of(samples(i -> 300)));
        assertEquals(1, pace.span());
        assertEquals("", pace.remark());
        assertEquals(pace.at(0), pace.at(MINUTE * TENTH));
        assertEquals(300, pace.at(0), 6);
    }

    @Test
    void aBusyNeighbourIsAStepAndGoesAgain() {
        CoreSpeedSteps pace = CoreSpeedSteps.of(List.of(samples(i -> i >= 200 && i < 380 ? 440 : 300)));
        assertEquals(440.0 / 300, pace.at(290 * TENTH) / pace.at(100 * TENTH), 0.04);
        assertEquals(1, pace.at(500 * TENTH) / pace.at(100 * TENTH), 0.04);
        assertEquals(440.0 / 300, pace.span(), 0.04);
        assertTrue(pace.remark().contains("1.5 times"), pace::remark);
    }

    @Test
    void lessThanASecondIsNoStep() {
        assertEquals(
                1,
                CoreSpeedSteps.of(List.of(samples(i -> i >= 200 && i < 205 ? 1500 : 300)))
                        .span());
    }

    @Test
    void coresCountAlikeAndUnseenOnesNot() {
        CoreSpeedSteps pace = CoreSpeedSteps.of(List.of(samples(i -> 200), samples(i -> 400), List.of()));
        assertEquals(300, pace.at(0), 6);
        assertEquals(1, CoreSpeedSteps.of(List.of()).at(0), "where nothing is known times stay as they are");
        assertEquals(1, CoreSpeedSteps.of(List.of(List.of())).span());
    }

    @Test
    void aServiceIsSteadyWhoseCoreChangesItsSpeed() {
        double[] times = IntStream.range(0, MINUTE / 5)
                .mapToDouble(i -> (i >= 30 && i < 75 ? 1.5 : 1) * (1 + 0.03 * random.nextGaussian()))
                .toArray();
        assertFalse(Steadiness.of(times, 0.05).steady());
        CoreSpeedSteps pace = CoreSpeedSteps.of(List.of(samples(i -> i >= 150 && i < 375 ? 450 : 300)));
        double[] atOnePace = IntStream.range(0, times.length)
                .mapToDouble(i -> times[i] / pace.at((5 * i + 2) * TENTH))
                .toArray();
        assertTrue(Steadiness.of(atOnePace, 0.05).steady(), Steadiness.of(atOnePace, 0.05)::toString);
    }

    private List<CoreSpeed.Sample> samples(IntToDoubleFunction work) {
        return IntStream.range(0, MINUTE)
                .mapToObj(i ->
                        new CoreSpeed.Sample(i * TENTH, work.applyAsDouble(i) * (1 + 0.07 * random.nextGaussian())))
                .toList();
    }
}
