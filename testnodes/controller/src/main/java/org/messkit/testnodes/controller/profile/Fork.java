// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.profile;

import java.util.List;
import org.messkit.testnodes.controller.process.JvmSettings;

/**
 * How each fork is run.
 *
 * @param jvm of the fork
 * @param warmupSeconds 1 or more
 * @param measureSeconds 1 or more
 * @param iterationsPerSecond of warm-up and measurement, a divisor of 1,000
 */
public record Fork(JvmSettings jvm, int warmupSeconds, int measureSeconds, int iterationsPerSecond) {
    private static final int MILLIS = 1000;

    /** Checks. */
    public Fork {
        if (warmupSeconds < 1 || measureSeconds < 1) {
            throw new IllegalArgumentException("warm-up and measurement must be at least 1 s each, got: "
                    + warmupSeconds + " s and " + measureSeconds + " s");
        }
        if (iterationsPerSecond < 1 || MILLIS % iterationsPerSecond != 0) {
            throw new IllegalArgumentException(
                    "iterations must divide a second into whole milliseconds, got: " + iterationsPerSecond);
        }
    }

    /** With iterations of one second. */
    public Fork(JvmSettings jvm, int warmupSeconds, int measureSeconds) {
        this(jvm, warmupSeconds, measureSeconds, 1);
    }

    List<String> iterations() {
        String length = MILLIS / iterationsPerSecond + "ms";
        return List.of(
                "-wi",
                Integer.toString(warmupSeconds * iterationsPerSecond),
                "-w",
                length,
                "-i",
                Integer.toString(measureSeconds * iterationsPerSecond),
                "-r",
                length);
    }
}
