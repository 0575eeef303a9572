// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;

/** Programs of others that some tests need. */
final class Tools {
    private Tools() {}

    /** Whether a command ends well. */
    static boolean work(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Skips a test where a command does not end well; in the gate, where CI is set, nothing is skipped unseen: there it fails. */
    static void require(String why, String... command) throws InterruptedException {
        boolean work = work(command);
        if (System.getenv("CI") == null) {
            assumeTrue(work, why);
        }
        assertTrue(work, why);
    }
}
