// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

/** How a cell ended. Only {@link #MEASURED} carries a headline figure. */
public enum Outcome {
    /** Every proof held. */
    MEASURED("measured", 0),
    /** The anchor: the first cell of a service process, measured again as its last, to show drift. It enters no index. */
    REPEATED("repeated", 0),
    /** Every proof held, in a run whose services a profiler disturbs. It enters no index. */
    PROFILED("profiled", 0),
    /** Not run: the budget was spent, or something before it failed. */
    SKIPPED("skipped", 0),
    /** No steady state by the cap of the warm-up. */
    NOT_STEADY("not steady", 0),
    /** It changed after its start. */
    DRIFTING("drifting", 0),
    /** In open load more arrivals waited than its backlog bound allows: the service does not keep up with the rate. */
    OVERLOADED("overloaded", 0),
    /** The TestNode was the limit. */
    CONSUMER_LIMITED("consumer-limited", 4),
    /** Wrong or failed answers above the limit. */
    ERRORS("errors", 4),
    /** Counts or the cycle law do not agree. */
    INCONSISTENT("inconsistent", 4),
    /** A TestNode vanished. */
    LOST_NODE("lost node", 4),
    /** The service or its store died. */
    SERVICE_FAILED("service failed", 5);

    private final String label;
    private final int exitCode;

    Outcome(String label, int exitCode) {
        this.label = label;
        this.exitCode = exitCode;
    }

    /** The words in files and reports. */
    public String label() {
        return label;
    }

    /** Whether every proof held. */
    public boolean isValid() {
        return this == MEASURED || this == REPEATED || this == PROFILED;
    }

    /** What a run with such a cell exits with; of several, the highest. */
    public int exitCode() {
        return exitCode;
    }

    /**
     * The outcome of that label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Outcome labelled(String label) {
        for (Outcome outcome : values()) {
            if (outcome.label.equals(label)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("there is no outcome '" + label + "'");
    }
}
