// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.node;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.messkit.consumers.cases.Requests;
import org.messkit.consumers.http.Exchange;

/**
 * The methods of a JUnit class that are run as load. Supported is what means the same in a loop as in a test: a constructor
 * without parameters, {@code @Test} methods that take {@link Requests} and {@link Exchange}, {@code @BeforeEach} and
 * {@code @AfterEach} without parameters. Anything else is refused.
 *
 * @param constructor makes the instance of a user
 * @param tests run in turn, the order of their names
 * @param before run before each test, outside the clock
 * @param after run after each test, outside the clock
 */
record CaseMethods(Constructor<?> constructor, List<Method> tests, List<Method> before, List<Method> after) {
    private static final List<Class<? extends Annotation>> REFUSED =
            List.of(RepeatedTest.class, TestFactory.class, Disabled.class);

    /**
     * Looks at a class.
     *
     * @throws IllegalArgumentException if it needs what load does not support
     */
    static CaseMethods of(Class<?> type) {
        List<String> problems = new ArrayList<>();
        List<Method> tests = annotated(type, Test.class);
        if (tests.isEmpty()) {
            problems.add("it has no @Test method");
        }
        for (Method test : tests) {
            for (Class<?> parameter : test.getParameterTypes()) {
                if (parameter != Requests.class && parameter != Exchange.class) {
                    problems.add(test.getName() + " takes a " + parameter.getSimpleName());
                }
            }
        }
        for (Class<? extends Annotation> refused : REFUSED) {
            annotated(type, refused).forEach(m -> problems.add(m.getName() + " is a @" + refused.getSimpleName()));
        }
        for (Method method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(BeforeAll.class) || method.isAnnotationPresent(AfterAll.class)) {
                problems.add(method.getName() + " runs once per class");
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    type.getName() + " cannot be run as load: " + String.join("; ", problems));
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return new CaseMethods(
                    constructor, tests, annotated(type, BeforeEach.class), annotated(type, AfterEach.class));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getName() + " has no constructor without parameters", e);
        }
    }

    /** A method bound to an instance and its arguments, to be called without any. */
    static MethodHandle bound(Method method, Object instance, Requests requests, Exchange exchange) {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> type == Requests.class ? requests : exchange)
                .toArray();
        try {
            method.setAccessible(true);
            MethodHandle handle = MethodHandles.lookup().unreflect(method).bindTo(instance);
            return MethodHandles.insertArguments(handle, 0, arguments)
                    .asType(java.lang.invoke.MethodType.methodType(void.class));
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(method + " cannot be called", e);
        }
    }

    private static List<Method> annotated(Class<?> type, Class<? extends Annotation> annotation) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(m -> m.isAnnotationPresent(annotation) && !Modifier.isStatic(m.getModifiers()))
                .sorted(java.util.Comparator.comparing(Method::getName))
                .toList();
    }
}
