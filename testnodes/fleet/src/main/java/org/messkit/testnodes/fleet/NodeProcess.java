// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.fleet;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** A TestNode's process as its fleet sees it, wherever it runs. Thread-safe. */
public interface NodeProcess {
    /** What the node says. */
    InputStream output();

    /** What the node hears. */
    OutputStream input();

    /** Whether it still runs. */
    boolean isAlive();

    /** The process, for who watches its processor time; empty where it runs on another machine. */
    Optional<ProcessHandle> local();

    /** Ends it without asking. */
    void kill();

    /** Ends it in order; returns when it is gone. */
    void close();
}
