// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.util.concurrent.Callable;
import org.messkit.testnodes.controller.process.MachineLock;
import picocli.CommandLine.Option;

/** The option of a verb that measures: whether it may do so beside another. */
final class MachineShare {
    @Option(
            names = "--share-machine",
            description = "Measures although another run does. Both will disturb each other.")
    private boolean share;

    /**
     * Measures while nobody else does.
     *
     * @throws UserError if somebody does
     */
    int alone(Callable<Integer> measuring) throws Exception {
        if (share) {
            return measuring.call();
        }
        MachineLock lock = MachineLock.take()
                .orElseThrow(() -> new UserError(
                        ExitCode.INFRASTRUCTURE,
                        "another run is measuring on this machine, and two would disturb each other: wait for its end, or"
                                + " use --share-machine"));
        try {
            return measuring.call();
        } finally {
            lock.close();
        }
    }
}
