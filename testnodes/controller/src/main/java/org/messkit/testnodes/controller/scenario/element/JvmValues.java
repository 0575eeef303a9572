// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario.element;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.messkit.testnodes.controller.process.Jvm;
import org.messkit.testnodes.controller.scenario.xml.Values;

/** Reads what is said of JVMs; what is wrong is told to the values. */
final class JvmValues {
    private static final Pattern HEAP = Pattern.compile("[1-9]\\d*[kmgKMG]");
    private static final Pattern PROPERTY = Pattern.compile("messkit\\.[a-z.-]+=[A-Za-z0-9._-]+");

    private JvmValues() {}

    /** Names of JVMs, separated by commas; none for the kit's own. */
    static List<String> jvms(Values values) {
        List<String> names = Arrays.stream(values.text("java", "").split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
        try {
            if (names.isEmpty() && values.has("java")) {
                values.problem("java must name a JVM, or several as in 17,25");
            }
            List<String> versions =
                    names.stream().map(Jvm::named).map(Jvm::version).toList();
            if (Set.copyOf(versions).size() < versions.size()) {
                values.problem("java must name JVMs of different versions, got: " + String.join(", ", versions));
            }
            return names;
        } catch (IllegalArgumentException e) {
            values.problem(e.getMessage());
            return List.of();
        }
    }

    /** System properties of the kit, separated by white space. */
    static List<String> properties(Values values) {
        String given = values.text("properties", "");
        List<String> properties = given.isEmpty() ? List.of() : List.of(given.split("\\s+"));
        for (String property : properties) {
            if (!PROPERTY.matcher(property).matches()) {
                values.problem("properties must be like messkit.xml.max-depth=200, got: " + property);
            }
        }
        return properties;
    }

    /** The size of a heap, smallest and largest. */
    static String heap(Values values, String otherwise) {
        String heap = values.text("heap", otherwise);
        if (!HEAP.matcher(heap).matches()) {
            values.problem("heap must be a heap size such as 512m or 2g, got: " + heap);
            return otherwise;
        }
        return heap;
    }
}
