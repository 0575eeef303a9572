// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.steady;

import java.io.IOException;
import java.time.Duration;
import org.messkit.results.log.Rules;
import org.messkit.testnodes.controller.process.ServiceProcess;

/**
 * Keeps a service under load on all cores until its compilers rest. On its own core alone they would take that from the requests that
 * they compile for.
 *
 * @param service that is waited for
 * @param cap after which no further turn begins
 */
record CompilerRest(ServiceProcess service, Duration cap) {
    /** In one lull some processes only gather what they will compile next. */
    private static final int QUIET_TURNS = 2;

    /** A turn of load, a second or more. */
    interface Turn {
        void drive() throws IOException;
    }

    /** Waits; of a JVM that does not tell how long it compiles nothing can be waited for. */
    void await(Turn turn) throws IOException {
        long end = System.nanoTime() + cap.toNanos();
        var before = service.metrics();
        int quiet = 0;
        while (quiet < QUIET_TURNS && System.nanoTime() < end) {
            turn.drive();
            var now = service.metrics();
            double compiling = (now.compilationSeconds() - before.compilationSeconds())
                    * 1e6
                    / (now.epochMicros() - before.epochMicros());
            quiet = compiling > Rules.COMPILERS_REST.value() ? 0 : quiet + 1;
            before = now;
            if (Double.isNaN(compiling)) {
                return;
            }
        }
    }
}
