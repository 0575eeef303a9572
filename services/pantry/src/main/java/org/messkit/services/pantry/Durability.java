// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pantry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What an acknowledged change survives. */
public enum Durability {
    /** Nothing is promised. */
    NONE,
    /** The death of the store's process, by kill -9 too: the change is with the operating system. */
    PROCESS,
    /** The loss of power: the change is on the disk. */
    DISK;

    /** The system property that asks for one. */
    public static final String PROPERTY = "messkit.store.durability";

    /**
     * What this process is asked for, {@link #PROCESS} by default.
     *
     * @param store its name, for the message
     * @param reached levels that the store can be set to
     * @throws IllegalArgumentException if it is none of them
     */
    public static Durability asked(String store, Set<Durability> reached) {
        String word = System.getProperty(PROPERTY, PROCESS.word());
        return Arrays.stream(values())
                .filter(level -> level.word().equals(word) && reached.contains(level))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(PROPERTY + " of " + store + " must be one of "
                        + reached.stream().sorted().map(Durability::word).collect(Collectors.joining(", "))
                        + ", which it can reach, got: " + word));
    }

    /** As in the property. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
