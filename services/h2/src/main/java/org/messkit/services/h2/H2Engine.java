// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.h2;

import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.messkit.services.pantry.Durability;
import org.messkit.services.pantry.StatementTimes;
import org.messkit.services.pantry.StoreFolder;
import org.messkit.services.relational.Database;
import org.messkit.services.relational.Engine;
import org.messkit.services.relational.Sql;

/** H2 within this process, its files in a folder. */
final class H2Engine implements Engine {
    /** By default a commit is written half a second later. */
    private static final int LATER_MILLIS = 500;

    /** As long as a connection is waited for: on a busy machine the default of a second or two is soon over. */
    private static final int LOCK_MILLIS = 30_000;

    private static final String COUNTERS = Sql.statement(H2Engine.class, "counters.sql");
    private static final String STATEMENTS = Sql.statement(H2Engine.class, "statements.sql");

    private final StoreFolder folder;
    private final Durability durability;

    H2Engine(StoreFolder folder, Durability durability) {
        this.folder = folder;
        this.durability = durability;
    }

    /** Names in lower case and conflicts as in PostgreSQL, so that the statements are the same. */
    Database.Address address() {
        return new Database.Address(
                "jdbc:h2:file:" + folder.path().resolve("pantry")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;"
                        + "DB_CLOSE_ON_EXIT=FALSE;QUERY_STATISTICS=TRUE;LOCK_TIMEOUT=" + LOCK_MILLIS + ";WRITE_DELAY="
                        + writeDelayMillis(),
                "",
                "");
    }

    @Override
    public List<String> snapshot() {
        return Sql.script(H2Engine.class, "snapshot.sql");
    }

    @Override
    public List<String> reset() {
        return Sql.script(H2Engine.class, "reset.sql");
    }

    @Override
    public long bytes(Database database) {
        return folder.bytes();
    }

    @Override
    public Map<String, Long> counters(Database database) {
        return database.counters(COUNTERS);
    }

    @Override
    public void keepStatements(Database database) {
        List<StatementTimes.Times> statements = database.beside(connection -> {
            List<StatementTimes.Times> times = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(STATEMENTS)) {
                while (rows.next()) {
                    times.add(new StatementTimes.Times(
                            rows.getString(1), rows.getLong(2), rows.getDouble(3), rows.getDouble(4)));
                }
            }
            return times;
        });
        StatementTimes.write(folder.path().resolve(StatementTimes.FILE), statements);
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("durability", durability.word());
        settings.put("durability by", "WRITE_DELAY=" + writeDelayMillis());
        settings.put("connections", Integer.toString(Database.poolSize()));
        return settings;
    }

    @Override
    public void close() {
        folder.close();
    }

    private int writeDelayMillis() {
        return durability == Durability.NONE ? LATER_MILLIS : 0;
    }
}
