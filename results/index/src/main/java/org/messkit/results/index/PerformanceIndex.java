// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index;

import java.util.OptionalDouble;
import org.messkit.results.log.Run;

/**
 * A machine's speed at a fixed piece of work, by which results of different machines are made comparable. It is of one core and one thread:
 * what more cores, other caches or another network give a service is not in it.
 */
public final class PerformanceIndex {
    /** The speed that figures are normalised to. */
    public static final double REFERENCE = 100;

    private PerformanceIndex() {}

    /** That of the run's machine; empty where it was not measured. */
    public static OptionalDouble of(Run run) {
        String value = run.environment().value("machine", "Performance Index").orElse("");
        return value.matches("\\d+(\\.\\d+)?") && Double.parseDouble(value) > 0
                ? OptionalDouble.of(Double.parseDouble(value))
                : OptionalDouble.empty();
    }
}
