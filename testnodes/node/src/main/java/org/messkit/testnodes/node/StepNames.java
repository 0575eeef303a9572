// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.node;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Names for the exchanges of a transaction that its test does not name: a prefix and the place. Made once, used in each. */
final class StepNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final String prefix;
    private final List<String> names = new ArrayList<>();
    private int next;

    /**
     * Makes one.
     *
     * @throws IllegalArgumentException if names with this prefix are none
     */
    StepNames(String prefix) {
        check(prefix);
        this.prefix = prefix;
    }

    /**
     * Holds a name to what files can carry.
     *
     * @throws IllegalArgumentException in one line for the user
     */
    static void check(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a step's name has 1 to 64 letters from A to Z, digits, dots, dashes and underscores, got: '" + name
                            + "'");
        }
    }

    /** A new transaction. */
    void begin() {
        next = 0;
    }

    /** The name of the next exchange, for example {@code step-1}. */
    String next() {
        if (next == names.size()) {
            names.add(prefix + (next + 1));
        }
        return names.get(next++);
    }
}
