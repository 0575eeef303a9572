// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.node;

import java.util.ArrayList;
import java.util.List;

/** Names for the exchanges of a transaction that its test does not name: a prefix and the place. Made once, used in each. */
final class StepNames {
    private final String prefix;
    private final List<String> names = new ArrayList<>();
    private int next;

    StepNames(String prefix) {
        this.prefix = prefix;
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
