// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a cell is driven: one load from the scenario to the report. Each kind reads itself from the scenario, checks, describes,
 * writes and drives itself, and crosses the wire to the TestNode as it is. Immutable.
 *
 * @implSpec a record of its own, its {@link Kind} named in {@link #kinds}
 */
public sealed interface Load permits ClosedLoad, OpenLoad {
    /** The kind of this load. */
    Kind kind();

    /** Most requests in flight: users of a closed load, connections of an open one; 1 or more. */
    int concurrency();

    /** Arrivals per second, above 0; empty where answers set the pace, and where the rate is not known yet. */
    default Optional<Double> rate() {
        return Optional.empty();
    }

    /** For the user, short: {@code 4 CR} or {@code 120.5/s}. */
    String label();

    /** Time over which the load comes up, before the cell settles. */
    default Duration ramp() {
        return Duration.ZERO;
    }

    /** A window of this load's own; empty where the scenario's timing has it. */
    default Optional<Duration> window() {
        return Optional.empty();
    }

    /** Whether the highest TPS of the closed cells before it must be known first. */
    default boolean needsPeak() {
        return false;
    }

    /**
     * This load as it is driven.
     *
     * @param peak highest TPS of the closed cells before it; empty where none was measured
     * @return empty where the peak is needed and not known
     */
    default Optional<Load> asDriven(OptionalDouble peak) {
        return Optional.of(this);
    }

    /** What stands in a result beside the model, in the order of the file; {@link Kind#recorded} reads it back. */
    Map<String, Object> attributes();

    /**
     * The shares of several TestNodes, which together are this load.
     *
     * @param nodes how many, 1 or more
     * @return at most that many: a user cannot be shared
     */
    List<Load> shares(int nodes);

    /**
     * Makes what drives one cell, once.
     *
     * @param transactions one per {@link #concurrency()}
     * @param seed of what is drawn by chance
     */
    Driver driver(Clock clock, List<? extends Transaction> transactions, long seed);

    /** The name of the kind in results, for example {@code closed}. */
    default String model() {
        return kind().model();
    }

    /** Every kind, in the order of the docs. A method: a constant here would be read before the kinds are there. */
    static List<Kind> kinds() {
        return List.of(ClosedLoad.KIND, OpenLoad.KIND);
    }

    /**
     * The kind of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Kind kind(String model) {
        return kinds().stream()
                .filter(kind -> kind.model().equals(model))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no load of the kind '" + model + "'"));
    }
}
