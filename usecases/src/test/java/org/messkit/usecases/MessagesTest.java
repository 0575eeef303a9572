// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.messkit.schemas.Schemas;

/** The laws that the messages of every use case with a contract keep. */
class MessagesTest {
    private static final Map<String, String> SCHEMAS = Map.of(
            "tv-dinner",
            "get-purchase-order.xsd",
            "sushi-boats",
            "news-stream.xsd",
            "buffet",
            "order.xsd",
            "pantry",
            "pantry.xsd");

    static List<UseCase> useCases() {
        return Schemas.useCases().stream().map(UseCases::named).toList();
    }

    @ParameterizedTest
    @MethodSource("useCases")
    void everySizeIsExact(UseCase useCase) {
        SplittableRandom random = new SplittableRandom(11);
        IntStream sizes = IntStream.concat(IntStream.range(5_000, 5_250), random.ints(400, least(useCase), 60_000));
        sizes.forEach(bytes -> {
            UseCase.Generator generator = useCase.generator(Payload.ofBytes(bytes), bytes);
            for (int k = 0; k < 3; k++) {
                assertEquals(bytes, generator.next().request().length);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("useCases")
    void elementsAndDepthAreExact(UseCase useCase) throws Exception {
        for (int elements : new int[] {400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 603}) {
            for (int depth : new int[] {0, 8, 9, 20, 40}) {
                UseCase.Generator generator = useCase.generator(new Payload(32_000, elements, depth, -1, -1), 5);
                Message message = generator.next();
                Xml.Census census = Xml.census(message.request());
                assertEquals(elements, census.elements());
                assertEquals(elements, message.elements());
                assertEquals(depth == 0 ? message.depth() : depth, census.depth());
                assertEquals(message.depth(), census.depth());
                assertEquals(32_000, message.request().length);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("useCases")
    void allMessagesOfAGeneratorAreOfOneShape(UseCase useCase) throws Exception {
        for (int bytes : new int[] {least(useCase), 5_000, 20_011}) {
            UseCase.Generator generator = useCase.generator(Payload.ofBytes(bytes), 3);
            Message first = generator.next();
            for (int k = 1; k < 40; k++) {
                Message message = generator.next();
                Xml.Census census = Xml.census(message.request());
                assertEquals(bytes, message.request().length);
                assertEquals(first.elements(), census.elements());
                assertEquals(first.depth(), census.depth());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("useCases")
    void sameSeedSameBytes(UseCase useCase) {
        UseCase.Generator one = useCase.generator(Payload.ofBytes(9_999), 42);
        UseCase.Generator other = useCase.generator(Payload.ofBytes(9_999), 42);
        UseCase.Generator another = useCase.generator(Payload.ofBytes(9_999), 43);
        byte[] before = null;
        for (int k = 0; k < 5; k++) {
            Message message = one.next();
            Message same = other.next();
            assertArrayEquals(same.request(), message.request());
            assertArrayEquals(same.answer(), message.answer());
            assertFalse(
                    java.util.Arrays.equals(message.request(), another.next().request()));
            assertFalse(java.util.Arrays.equals(message.request(), before));
            before = message.request();
        }
    }

    @ParameterizedTest
    @MethodSource("useCases")
    void requestsAndAnswersAreValid(UseCase useCase) throws Exception {
        Validator validator = SchemaFactory.newDefaultInstance()
                .newSchema(Schemas.url(useCase.name() + "/" + SCHEMAS.get(useCase.name())))
                .newValidator();
        List<Payload> payloads = List.of(
                Payload.ofBytes(least(useCase)),
                Payload.ofBytes(5_000),
                Payload.ofBytes(100_000),
                new Payload(20_000, 333, 30, 1, 1),
                new Payload(20_000, 0, 0, 0, 0));
        List<Payload> all = Stream.concat(payloads.stream(), payloads.stream().map(Payload::answeredInFull))
                .filter(payload -> useCase.problems(payload).isEmpty())
                .toList();
        for (Payload payload : all) {
            UseCase.Generator generator = useCase.generator(payload, 7);
            for (int k = 0; k < 5; k++) {
                Message message = generator.next();
                validator.validate(new StreamSource(new ByteArrayInputStream(message.request())));
                validator.validate(new StreamSource(new ByteArrayInputStream(message.answer())));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("useCases")
    void whereThereIsNoFullAnswerAPayloadThatAsksForItIsRefused(UseCase useCase) {
        String problem =
                switch (useCase.name()) {
                    case "buffet" -> "answer must be summary: the violated rules are all there is, got: full";
                    case "pantry" -> "answer must be summary: an operation says itself what is answered, got: full";
                    default -> "";
                };
        assertEquals(
                problem,
                String.join("; ", useCase.problems(Payload.ofBytes(5_000).answeredInFull())));
    }

    @ParameterizedTest
    @MethodSource("useCases")
    void identifierStandsAtItsOffsets(UseCase useCase) {
        Message message = useCase.generator(Payload.ofBytes(6_000), 1).next();
        Message.Identifier id = message.id();
        String request = new String(message.request(), StandardCharsets.ISO_8859_1);
        String answer = new String(message.answer(), StandardCharsets.ISO_8859_1);
        String digits = request.substring(id.requestOffset(), id.requestOffset() + id.digits());
        assertTrue(digits.matches("[0-9]{12}"), digits);
        assertEquals(digits, answer.substring(id.answerOffset(), id.answerOffset() + id.digits()));
        assertEquals(request.indexOf(digits), request.lastIndexOf(digits));
    }

    @ParameterizedTest
    @MethodSource("useCases")
    void tokensPerByteAreAlikeOverSizes(UseCase useCase) throws Exception {
        double expected = density(useCase, 500_000);
        for (int bytes = 5_000; bytes < 6_000; bytes += 20) {
            assertEquals(1, density(useCase, bytes) / expected, 0.05, "at " + bytes + " bytes");
        }
        assertEquals(1, density(useCase, 100_000) / expected, 0.05);
    }

    @ParameterizedTest
    @MethodSource("useCases")
    void problemsAreNamedWithBoundAndValue(UseCase useCase) {
        assertEquals(List.of(), useCase.problems(Payload.ofBytes(5_000)));
        int least = least(useCase);
        String problem = useCase.problems(Payload.ofBytes(17)).get(0);
        assertTrue(problem.contains(Integer.toString(least)) && problem.contains("17"), problem);
        assertEquals(1, useCase.problems(Payload.ofBytes(least - 1)).size());
        assertEquals(List.of(), useCase.problems(Payload.ofBytes(least)));
        assertEquals(1, useCase.problems(new Payload(5_000, 0, 2, -1, -1)).size());
        assertEquals(1, useCase.problems(new Payload(5_000, 0, 97, -1, -1)).size());
        assertEquals(1, useCase.problems(new Payload(5_000, 2, 0, -1, -1)).size());
        assertEquals(1, useCase.problems(new Payload(5_000, 2_000, 0, -1, -1)).size());
        assertThrows(IllegalArgumentException.class, () -> useCase.generator(Payload.ofBytes(17), 1));
    }

    @Test
    void unknownUseCaseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> UseCases.named("none"));
    }

    private static int least(UseCase useCase) {
        String problem = useCase.problems(Payload.ofBytes(0)).get(0);
        return Integer.parseInt(problem.replaceAll("^bytes must be at least ([0-9]+).*", "$1"));
    }

    private static double density(UseCase useCase, int bytes) throws Exception {
        Message message = useCase.generator(Payload.ofBytes(bytes), 9).next();
        return Xml.census(message.request()).tokens() / (double) bytes;
    }
}
