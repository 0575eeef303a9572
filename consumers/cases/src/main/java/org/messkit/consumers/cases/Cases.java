// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.cases;

import java.util.List;

/** The kit's own test cases. */
public final class Cases {
    private static final List<Class<?>> ALL =
            List.of(TvDinnerCase.class, SushiBoatsCase.class, BuffetCase.class, PantryCase.class, NullCase.class);

    private Cases() {}

    /**
     * The class that is the consumer side of a use case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Class<?> of(String useCase) {
        return ALL.stream()
                .filter(type -> type.getAnnotation(MessKitCase.class).value().equals(useCase))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no test case for use case '" + useCase + "'"));
    }
}
