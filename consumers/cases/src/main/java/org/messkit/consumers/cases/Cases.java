// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.cases;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The test cases of this process: the kit's own, and those that files {@value #LISTED} of its class path name. */
public final class Cases {
    /** A resource of class names, one a line. Such a class goes before the kit's own of the same use case. */
    public static final String LISTED = "META-INF/messkit/cases";

    private static final List<Class<?>> OWN =
            List.of(TvDinnerCase.class, SushiBoatsCase.class, BuffetCase.class, PantryCase.class, NullCase.class);

    private Cases() {}

    /**
     * The class that is the consumer side of a use case.
     *
     * @throws IllegalArgumentException if there is none, or a class that is named cannot be used
     */
    public static Class<?> of(String useCase) {
        return Stream.concat(listed().stream(), OWN.stream())
                .filter(type -> type.getAnnotation(MessKitCase.class).value().equals(useCase))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no test case for use case '" + useCase + "'"));
    }

    private static List<Class<?>> listed() {
        List<Class<?>> listed = new ArrayList<>();
        try {
            for (URL file : Collections.list(Cases.class.getClassLoader().getResources(LISTED))) {
                try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
                    lines.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .forEach(name -> listed.add(named(name, file)));
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("a list of test cases cannot be read: " + e.getMessage(), e);
        }
        return listed;
    }

    private static Class<?> named(String name, URL file) {
        try {
            Class<?> type = Class.forName(name);
            if (type.getAnnotation(MessKitCase.class) == null) {
                throw new IllegalArgumentException("the test case " + name + " has no @MessKitCase (" + file + ")");
            }
            return type;
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("there is no test case " + name + " (" + file + ")", e);
        }
    }
}
