// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.messkit.services.spi.StoreException;

/**
 * The service process. Prints one line {@code messkit-host service=PORT admin=PORT} when it is ready, serves, and ends when
 * its standard input does: a parent that dies, however it dies, closes that pipe.
 */
public final class HostMain {
    private static final int USAGE = 2;
    private static final int INFRASTRUCTURE = 5;

    private HostMain() {}

    /** Starts the host; see {@link HostConfig#parse} for the options. */
    public static void main(String[] arguments) throws Exception {
        PrintStream parent = System.out;
        // What a technology prints must neither be taken for the ready line nor fill a pipe that nobody reads.
        System.setOut(System.err);
        quieten();
        HostConfig config;
        try {
            config = HostConfig.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(USAGE);
            return;
        }
        try (ServiceHost host = ServiceHost.start(config)) {
            parent.println("messkit-host service=" + host.port() + " admin=" + host.adminPort());
            parent.flush();
            awaitEndOfInput();
        } catch (BindException | IllegalArgumentException | StoreException e) {
            System.err.println(e.getMessage());
            Runtime.getRuntime().halt(INFRASTRUCTURE);
        }
        // Not exit: a request that hangs in a service must not keep the process alive.
        Runtime.getRuntime().halt(0);
    }

    private static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // The parent sends nothing; only the end of the stream matters.
        }
    }

    private static void quieten() {
        Logger.getLogger("").setLevel(Level.WARNING);
        // CXF logs every fault with its stack; a bad request must cost little. Faults are counted and answered instead.
        CXF_FAULTS.setLevel(Level.OFF);
    }

    private static final Logger CXF_FAULTS = Logger.getLogger("org.apache.cxf.phase.PhaseInterceptorChain");
}
