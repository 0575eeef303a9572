// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is true of the whole run.
 *
 * @param id name of the run's folder
 * @param scenario name of the scenario
 * @param goal the scenario's goal, may be empty
 * @param start when it began
 * @param seed from which the order of cells and all payloads are made
 * @param cells how many cells were planned
 * @param notes what a reader must know to read the figures, one sentence each, for example "steadiness not tested"
 * @param settings the conditions of all cells, in display order: name to value with unit, for example "service cores" to
 *     "1 (pinned to 1)"
 * @param expectations limits that the scenario sets
 */
public record RunInfo(
        String id,
        String scenario,
        String goal,
        Instant start,
        long seed,
        int cells,
        List<String> notes,
        Map<String, String> settings,
        List<Expectation> expectations) {
    /** Without expectations. */
    public RunInfo(
            String id,
            String scenario,
            String goal,
            Instant start,
            long seed,
            int cells,
            List<String> notes,
            Map<String, String> settings) {
        this(id, scenario, goal, start, seed, cells, notes, settings, List.of());
    }

    /** Copies, keeping the order. */
    public RunInfo {
        notes = List.copyOf(notes);
        expectations = List.copyOf(expectations);
        settings = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(settings));
    }
}
