// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.profile;

import org.messkit.testnodes.controller.process.JvmSettings;

/**
 * How each fork is run.
 *
 * @param jvm of the fork
 * @param warmupSeconds in iterations of one second, 1 or more
 * @param measureSeconds in iterations of one second, 1 or more
 */
public record Fork(JvmSettings jvm, int warmupSeconds, int measureSeconds) {
    /** Checks. */
    public Fork {
        if (warmupSeconds < 1 || measureSeconds < 1) {
            throw new IllegalArgumentException("warm-up and measurement must be at least 1 s each, got: "
                    + warmupSeconds + " s and " + measureSeconds + " s");
        }
    }
}
