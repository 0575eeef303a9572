// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pantry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

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
     * What this process is asked for; by default {@link #PROCESS}, or {@link #NONE} where the store cannot reach that.
     *
     * @param store its name, for the message
     * @param unreached levels that the store cannot be set to, each with the reason
     * @throws IllegalArgumentException if it is no level, or one of those
     */
    public static Durability asked(String store, Map<Durability, String> unreached) {
        String word = System.getProperty(PROPERTY, (unreached.containsKey(PROCESS) ? NONE : PROCESS).word());
        Durability asked = Arrays.stream(values())
                .filter(level -> level.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(PROPERTY + " must be none, process or disk, got: " + word));
        if (unreached.containsKey(asked)) {
            throw new IllegalArgumentException(
                    store + " cannot reach " + PROPERTY + "=" + word + ": " + unreached.get(asked));
        }
        return asked;
    }

    /** As in the property. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
