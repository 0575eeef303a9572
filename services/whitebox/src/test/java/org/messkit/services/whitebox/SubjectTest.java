// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.whitebox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.services.spi.ServiceName;

/** What is benchmarked is right, and what cannot be is refused. */
class SubjectTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null/baseline@pox",
                "tv-dinner/stax@pox",
                "tv-dinner/stax@soap11",
                "sushi-boats/stax@soap12",
                "buffet/dom@pox",
                "buffet/dom+deferred@soap11"
            })
    void everyAnswerIsRight(String service) throws Exception {
        Subject subject = Subject.of(ServiceName.parse(service), 6_000);
        subject.check();
        assertTrue(subject.answerNext() > 0);
    }

    @Test
    void aWrongAnswerIsNotMeasured() {
        Subject wrong = Subject.of(ServiceName.parse("buffet/wrong@pox"), 6_000);
        String said = assertThrows(IllegalStateException.class, wrong::check).getMessage();
        assertTrue(said.startsWith("a wrong answer: Expected "), said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "buffet/stax@restxq     | what answers on restxq is a servlet, no handler",
                "buffet/dom+saaj@soap11 | its trees are CXF's, and there is no CXF here",
                "pantry/wrong@pox       | pantry is stateful: its requests rest on each other",
                "buffet/stax@pox        | buffet: bytes must be at least"
            })
    void whatIsNoHandlersWorkIsRefused(String service, String why) {
        String said = assertThrows(
                        IllegalArgumentException.class,
                        () -> Subject.of(ServiceName.parse(service), why.startsWith("buffet:") ? 10 : 6_000))
                .getMessage();
        assertTrue(said.startsWith(why), said);
    }

    @Test
    void aTechnologyThatIsNotOnTheClassPathIsNamed() {
        String said = assertThrows(
                        IllegalArgumentException.class, () -> Subject.of(ServiceName.parse("buffet/jaxb@pox"), 6_000))
                .getMessage();
        assertTrue(said.startsWith("technology 'jaxb' is not on this class path, only: "), said);
    }

    /** Without its processor JMH finds nothing, and the compiler says nothing. */
    @Test
    void jmhFindsTheBenchmarks() throws IOException {
        try (var list = HandlerBenchmark.class.getResourceAsStream("/META-INF/BenchmarkList")) {
            String benchmarks = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(
                    2,
                    benchmarks
                            .lines()
                            .filter(line -> line.contains("HandlerBenchmark"))
                            .count());
            assertEquals(
                    2,
                    benchmarks
                            .lines()
                            .filter(line -> line.contains("TokeniserBenchmark"))
                            .count());
        }
    }
}
