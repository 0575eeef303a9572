// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.services.spi.Answer;

class LawTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 16, 64})
    void throughputOverRequestsInServiceIsTheLaw(int n) {
        Law law = Law.of(properties("micros", "2000", "contention", "0.05", "coherency", "0.001"));
        double perSecond = n * 1e9 / law.nanos(n, 0);
        assertEquals(500.0 * n / (1 + 0.05 * (n - 1) + 0.001 * n * (n - 1)), perSecond, 1e-9);
    }

    @Test
    void aLeakMakesEachRequestLonger() {
        Law law = Law.of(properties("leak-nanos", "50"));
        assertEquals(1_000_000, law.nanos(1, 0));
        assertEquals(1_050_000, law.nanos(1, 1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2", "much", "NaN"})
    void whatIsOutOfRangeIsRefused(String contention) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Law.of(properties("contention", contention)));
        assertEquals("messkit.synthetic.contention must be a number from 0 to 1.0, got: " + contention, e.getMessage());
    }

    /** Every part of the law at once, and the answer is still the one. */
    @Test
    void theAnswerIsThatOfTheNullService() throws Exception {
        SyntheticHandler handler = new SyntheticHandler(Law.of(properties(
                "micros",
                "10",
                "cpu",
                "0.5",
                "lock",
                "0.5",
                "parallelism",
                "1",
                "pool",
                "1",
                "cap",
                "100000",
                "garbage",
                "1000",
                "disk",
                "10",
                "cache-micros",
                "1")));
        Answer answer = handler.answer(new ByteArrayInputStream(new byte[20_000]));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answer.writeTo(out);
        assertEquals(300, out.size());
    }

    @Test
    void whatOneRequestComputedServesTheOthersForAWhile() throws Exception {
        SyntheticHandler handler = new SyntheticHandler(Law.of(properties("micros", "300000", "cache-micros", "1e9")));
        long start = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            handler.answer(new ByteArrayInputStream(new byte[20]));
        }
        long took = System.nanoTime() - start;
        assertTrue(took >= 300_000_000L, "the first waits");
        assertTrue(took < 100 * 300_000_000L / 2, "the others do not");
    }

    /** Four requests of 100 ms on two servers take 200 ms or more, however fast the machine. */
    @Test
    void noMoreThanTheParallelOnesAreServedAtOnce() throws Exception {
        SyntheticHandler handler = new SyntheticHandler(Law.of(properties("micros", "100000", "parallelism", "2")));
        ExecutorService users = Executors.newFixedThreadPool(4);
        try {
            long start = System.nanoTime();
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(users.submit(() -> handler.answer(new ByteArrayInputStream(new byte[20]))));
            }
            for (Future<Answer> answer : answers) {
                answer.get();
            }
            assertTrue(System.nanoTime() - start >= 200_000_000L);
        } finally {
            users.shutdownNow();
        }
    }

    private static Properties properties(String... namesAndValues) {
        Properties properties = new Properties();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.setProperty("messkit.synthetic." + namesAndValues[i], namesAndValues[i + 1]);
        }
        return properties;
    }
}
