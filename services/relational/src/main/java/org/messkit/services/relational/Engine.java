// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.relational;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What one database does its own way. Thread-safe. */
public interface Engine extends AutoCloseable {
    /** Statements that copy all tables aside. */
    List<String> snapshot();

    /** Statements that put the copies back, or empty the tables where there are none. */
    List<String> reset();

    /** Bytes on the disk. */
    long bytes(Database database);

    /** What it counts of its own work, as in {@link org.messkit.services.spi.DataStore#counters}. */
    Map<String, Long> counters(Database database);

    /** How it is set up, as in {@link org.messkit.services.spi.DataStore#settings}. */
    Map<String, String> settings();

    /** What a change needs before it is committed, to be as durable as asked for. */
    default void beforeCommit(Connection connection) throws SQLException {}

    /** Keeps what the database counted of its statements, where nothing else does; called before the database is closed. */
    default void keepStatements(Database database) {}

    @Override
    void close();
}
