// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.process;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a stateful service says of what it keeps: its {@code /state}.
 *
 * @param rows messages
 * @param checksum sum of their digests, modulo 2 to the 64th
 * @param bytes on the disk
 * @param settings how the store is set up, by name
 */
public record StoreState(long rows, long checksum, long bytes, Map<String, String> settings) {
    private static final String SETTING = "setting:";

    /** Copies. */
    public StoreState {
        settings = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * Reads a name, a blank and a value from each line.
     *
     * @throws IllegalArgumentException if a value is missing or no number
     */
    static StoreState parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        text.lines().filter(line -> line.indexOf(' ') > 0).forEach(line -> {
            int blank = line.indexOf(' ');
            values.put(line.substring(0, blank), line.substring(blank + 1));
        });
        Map<String, String> settings = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(SETTING)) {
                settings.put(name.substring(SETTING.length()).replace('-', ' '), value);
            }
        });
        return new StoreState(number(values, "rows"), number(values, "checksum"), number(values, "bytes"), settings);
    }

    private static long number(Map<String, String> values, String name) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException("it does not have " + name);
        }
        return Long.parseLong(values.get(name));
    }
}
