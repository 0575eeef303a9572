// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is common to the loads of one kind: its element in a scenario, and its form in a result. Immutable. */
public interface Kind {
    /**
     * What a scenario has beside an element.
     *
     * @param window its own, for loads without one
     * @param closed whether it has closed load, whose cells show a peak
     */
    record Beside(Duration window, boolean closed) {}

    /** Its name: the element's in a scenario, the model's in a result. */
    String model();

    /** The record that holds one load. */
    Class<? extends Load> type();

    /** What the element in a scenario may say of this kind alone. */
    Set<String> attributes();

    /**
     * Reads the element: one load for each level. What is wrong is told to the attributes.
     *
     * @param beside what else the scenario has
     * @return in ascending order; empty if something is wrong
     */
    List<Load> read(Attributes attributes, Beside beside);

    /** Whether a scenario may have this element alone. One that asks for shares of a peak needs closed load, which shows the peak. */
    default boolean standsAlone(Attributes attributes) {
        return true;
    }

    /** What {@link #read} makes these loads of; they come from one element. */
    Map<String, String> write(List<? extends Load> loads);

    /** One line for the environment of a run; these loads come from one element. */
    String describe(List<? extends Load> loads);

    /** Reads a load that a result recorded. */
    Load recorded(Attributes attributes);
}
