// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.relational;

import java.util.List;
import java.util.Map;
import org.messkit.services.pantry.OrderStore;

/** What stores on JDBC have in common: the database and its engine, how they are put back and closed, how keys are found. */
abstract sealed class RelationalStore<T> implements OrderStore<T> permits MessageStore, ShreddedStore {
    final Database database;
    final Engine engine;
    private final Finding finding;

    /**
     * Statements that find keys.
     *
     * @param byDealer with the dealer as its value
     * @param byCallOff with contract, first and last call-off
     */
    record Finding(String byDealer, String byCallOff) {}

    RelationalStore(Database database, Engine engine, Finding finding) {
        this.database = database;
        this.engine = engine;
        this.finding = finding;
    }

    @Override
    public final List<String> ofDealer(String dealer) {
        return database.read(connection -> Statements.texts(connection, finding.byDealer(), dealer));
    }

    @Override
    public final List<String> inRange(String contract, int from, int to) {
        return database.read(connection -> Statements.texts(connection, finding.byCallOff(), contract, from, to));
    }

    @Override
    public final void snapshot() {
        database.run(engine.snapshot());
    }

    @Override
    public final void reset() {
        database.run(engine.reset());
    }

    @Override
    public final Map<String, Object> engines() {
        return database.engines();
    }

    @Override
    public final long bytes() {
        return engine.bytes(database);
    }

    @Override
    public final Map<String, String> settings() {
        return engine.settings();
    }

    @Override
    public final Map<String, Long> counters() {
        return engine.counters(database);
    }

    @Override
    public final void close() {
        // Closed from the last to the first, whatever fails.
        try (engine;
                database) {
            if (!database.isClosed()) {
                engine.keepStatements(database);
            }
        }
    }
}
