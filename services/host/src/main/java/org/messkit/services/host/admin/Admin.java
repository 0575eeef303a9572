// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.admin;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.messkit.services.spi.DataStore;

/** What is counted and looked at on a service port, and the port that tells it. */
public final class Admin implements AutoCloseable {
    private final Counters counters = new Counters();
    private final ThreadStates threads = new ThreadStates();

    /** Makes one; {@link #start} begins to look. */
    public Admin() {}

    /** Counts and looks at the requests of a service port. */
    public Handler counted(Handler requests) {
        return new CountingHandler(counters, threads, requests);
    }

    /**
     * The admin port.
     *
     * @param ready whether the service port is open
     * @param engines what the services work with, as text
     */
    public Handler port(Optional<DataStore> store, BooleanSupplier ready, Supplier<String> engines) {
        return new AdminHandler(new Metrics(counters, threads, store), store, ready, engines);
    }

    /** Begins to look. */
    public void start() {
        threads.start();
    }

    @Override
    public void close() {
        threads.close();
    }
}
