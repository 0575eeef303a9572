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
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.commons.support.AnnotationSupport;
import org.messkit.consumers.cases.ConsumerExtension;
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
    /** What JUnit does with such a method is not what a loop would do. */
    private static final List<Class<? extends Annotation>> REFUSED = List.of(
            TestTemplate.class,
            TestFactory.class,
            Disabled.class,
            BeforeAll.class,
            AfterAll.class,
            ExtendWith.class,
            Timeout.class);

    /**
     * Looks at a class.
     *
     * @throws IllegalArgumentException if it needs what load does not support; the message names all of it
     */
    static CaseMethods of(Class<?> type) {
        List<String> problems = new ArrayList<>();
        List<Method> tests = annotated(type, Test.class);
        if (tests.isEmpty()) {
            problems.add("it has no @Test method");
        }
        List<Method> before = annotated(type, BeforeEach.class);
        List<Method> after = annotated(type, AfterEach.class);
        tests.forEach(test -> parameters(test, Set.of(Requests.class, Exchange.class), problems));
        before.forEach(method -> parameters(method, Set.of(), problems));
        after.forEach(method -> parameters(method, Set.of(), problems));
        for (Method method : type.getDeclaredMethods()) {
            REFUSED.stream()
                    .filter(refused -> AnnotationSupport.isAnnotated(method, refused))
                    .forEach(refused -> problems.add(method.getName() + " has @" + refused.getSimpleName()));
        }
        ofTheClass(type, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    type.getName() + " cannot be run as load: " + String.join("; ", problems));
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return new CaseMethods(constructor, tests, before, after);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getName() + " has no constructor without parameters", e);
        }
    }

    private static void parameters(Method method, Set<Class<?>> known, List<String> problems) {
        for (Class<?> parameter : method.getParameterTypes()) {
            if (!known.contains(parameter)) {
                problems.add(method.getName() + " takes a " + parameter.getSimpleName());
            }
        }
        if (Modifier.isStatic(method.getModifiers())) {
            problems.add(method.getName() + " is static");
        }
    }

    private static void ofTheClass(Class<?> type, List<String> problems) {
        if (type.getSuperclass() != Object.class) {
            // JUnit would run what it inherits.
            problems.add("it extends " + type.getSuperclass().getSimpleName());
        }
        if (AnnotationSupport.isAnnotated(type, Disabled.class)) {
            problems.add("it has @Disabled");
        }
        for (ExtendWith extension : AnnotationSupport.findRepeatableAnnotations(type, ExtendWith.class)) {
            Arrays.stream(extension.value())
                    .filter(used -> used != ConsumerExtension.class)
                    .forEach(used -> problems.add("it uses the extension " + used.getSimpleName()));
        }
        for (Class<?> inner : type.getDeclaredClasses()) {
            if (AnnotationSupport.isAnnotated(inner, Nested.class)) {
                problems.add("it has a @Nested class " + inner.getSimpleName());
            }
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
                .filter(m -> AnnotationSupport.isAnnotated(m, annotation))
                .sorted(java.util.Comparator.comparing(Method::getName))
                .toList();
    }
}
