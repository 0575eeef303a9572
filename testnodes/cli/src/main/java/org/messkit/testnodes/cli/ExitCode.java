// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

/** What the program exits with. */
final class ExitCode {
    /** Done and valid. */
    static final int OK = 0;
    /** The kit itself failed, by a mistake of ours. */
    static final int BUG = 1;
    /** Wrong usage, or problems in a scenario. */
    static final int USAGE = 2;
    /** An expectation failed: a functional test, or a limit of the scenario. */
    static final int EXPECTATION = 3;
    /** The run is not valid. */
    static final int INVALID = 4;
    /** A service, a port, a JVM or the file system failed. */
    static final int INFRASTRUCTURE = 5;
    /** Interrupted by the user. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
