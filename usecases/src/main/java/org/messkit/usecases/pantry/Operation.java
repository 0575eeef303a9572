// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.pantry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be asked of the store; the names are those in a mix. */
enum Operation {
    INSERT,
    GET,
    FIND,
    RANGE,
    UPDATE,
    DELETE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Operation> of(String word) {
        return Arrays.stream(values())
                .filter(operation -> operation.word().equals(word))
                .findFirst();
    }
}
