// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario.element;

import java.util.Map;
import java.util.Set;
import org.messkit.testnodes.controller.scenario.xml.Values;

/**
 * One element of a scenario that has attributes alone, beside its type in the schema: it reads, checks, writes and describes itself.
 *
 * @param <T> what it says
 */
public interface Element<T> {
    /** Its name. */
    String name();

    /** What it may say. */
    Set<String> attributes();

    /** Reads one that is there; what is wrong is told to the values, and the default takes its place. */
    T read(Values values);

    /** All its attributes, those that are as without the element included; empty where there is nothing to say. */
    Map<String, String> write(T value);

    /** What it says among the conditions of a run, in display order; empty where a reader need not know. */
    default Map<String, String> facts(T value, Placed placed) {
        return Map.of();
    }
}
