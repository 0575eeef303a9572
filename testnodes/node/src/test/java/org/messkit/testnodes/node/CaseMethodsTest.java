// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.consumers.cases.Cases;
import org.messkit.consumers.cases.MessKitCase;
import org.messkit.consumers.cases.Requests;
import org.messkit.consumers.http.Exchange;
import org.messkit.usecases.UseCase;
import org.messkit.usecases.UseCases;

class CaseMethodsTest {
    static Stream<String> useCases() {
        return UseCases.all().stream().map(UseCase::name);
    }

    @ParameterizedTest
    @MethodSource("useCases")
    void theKitsOwnCasesRunAsLoad(String useCase) {
        assertFalse(CaseMethods.of(Cases.of(useCase)).tests().isEmpty());
    }

    @Test
    void everythingThatRunsIsFound() {
        CaseMethods methods = CaseMethods.of(Whole.class);
        assertEquals(List.of("one", "two"), names(methods.tests()), "in the order of their names");
        assertEquals(List.of("prepare"), names(methods.before()));
        assertEquals(List.of("tidy"), names(methods.after()));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(WithoutTest.class, "it has no @Test method"),
                Arguments.of(Informed.class, "one takes a TestInfo"),
                Arguments.of(PreparedWithRequests.class, "prepare takes a Requests"),
                Arguments.of(Repeated.class, "many has @TestTemplate"),
                Arguments.of(Parameterized.class, "each has @TestTemplate"),
                Arguments.of(Factory.class, "made has @TestFactory"),
                Arguments.of(SwitchedOff.class, "it has @Disabled"),
                Arguments.of(PartlySwitchedOff.class, "two has @Disabled"),
                Arguments.of(OncePerClass.class, "once has @BeforeAll"),
                Arguments.of(Inheriting.class, "it extends Whole"),
                Arguments.of(Extended.class, "it uses the extension Other"),
                Arguments.of(Outer.class, "it has a @Nested class Inner"),
                Arguments.of(Demanding.class, "has no constructor without parameters"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatMeansSomethingElseInALoopIsRefusedByName(Class<?> type, String reason) {
        var e = assertThrows(IllegalArgumentException.class, () -> CaseMethods.of(type));
        assertTrue(e.getMessage().startsWith(type.getName()), e.getMessage());
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }

    @Test
    void allReasonsAreSaidAtOnce() {
        var e = assertThrows(IllegalArgumentException.class, () -> CaseMethods.of(Hopeless.class));
        assertTrue(e.getMessage().contains("it has no @Test method; "), e.getMessage());
        assertTrue(e.getMessage().contains("many has @TestTemplate"), e.getMessage());
        assertTrue(e.getMessage().contains("it extends Whole"), e.getMessage());
    }

    private static List<String> names(List<java.lang.reflect.Method> methods) {
        return methods.stream().map(java.lang.reflect.Method::getName).toList();
    }

    @MessKitCase("null")
    private static class Whole {
        @BeforeEach
        void prepare() {}

        @Test
        void two(Exchange exchange) {}

        @Test
        void one(Requests requests, Exchange exchange) {}

        @AfterEach
        void tidy() {}
    }

    private static class WithoutTest {
        void one() {}
    }

    private static class Informed {
        @Test
        void one(TestInfo info) {}
    }

    private static class PreparedWithRequests {
        @BeforeEach
        void prepare(Requests requests) {}

        @Test
        void one() {}
    }

    private static class Repeated {
        @Test
        void one() {}

        @RepeatedTest(3)
        void many() {}
    }

    private static class Parameterized {
        @Test
        void one() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void each(int number) {}
    }

    private static class Factory {
        @Test
        void one() {}

        @TestFactory
        Stream<DynamicTest> made() {
            return Stream.of();
        }
    }

    @Disabled
    private static class SwitchedOff {
        @Test
        void one() {}
    }

    private static class PartlySwitchedOff {
        @Test
        void one() {}

        @Test
        @Disabled
        void two() {}
    }

    private static class OncePerClass {
        @BeforeAll
        static void once() {}

        @Test
        void one() {}
    }

    private static class Inheriting extends Whole {
        @Test
        void three() {}
    }

    @ExtendWith(Other.class)
    private static class Extended {
        @Test
        void one() {}
    }

    private static class Other implements Extension {}

    private static class Outer {
        @Test
        void one() {}

        @Nested
        private class Inner {
            @Test
            void two() {}
        }
    }

    private static class Demanding {
        Demanding(Requests requests) {}

        @Test
        void one() {}
    }

    private static class Hopeless extends Whole {
        @RepeatedTest(2)
        void many() {}
    }
}
