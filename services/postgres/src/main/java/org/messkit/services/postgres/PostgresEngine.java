// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.messkit.services.pantry.Durability;
import org.messkit.services.pantry.StoreFolder;
import org.messkit.services.relational.Database;
import org.messkit.services.relational.Engine;
import org.messkit.services.relational.Sql;
import org.messkit.services.relational.Statements;

/**
 * PostgreSQL under one design of tables: a server that is started for it, or one that exists. What an existing server's settings promise is
 * read from it, and it must be what is asked for.
 */
public final class PostgresEngine implements Engine {
    private static final List<String> KNOBS =
            List.of("server_version", "fsync", "synchronous_commit", "wal_sync_method", "shared_buffers");

    private static final String BYTES = Sql.statement(PostgresEngine.class, "bytes.sql");
    private static final String COUNTERS = Sql.statement(PostgresEngine.class, "counters.sql");
    private static final String SETTING = Sql.statement(PostgresEngine.class, "setting.sql");

    private final Class<?> design;
    private final Durability durability;
    private final Optional<PostgresServer> server;
    private final Database database;
    private final Map<String, String> knobs;

    private PostgresEngine(Class<?> design, Durability durability, Optional<PostgresServer> server, Database database) {
        this.design = design;
        this.durability = durability;
        this.server = server;
        this.database = database;
        this.knobs = database.read(PostgresEngine::knobs);
    }

    /**
     * Opens the database.
     *
     * @param technology its name, for messages; its tables are in a schema named after it, so that several have room on one server
     * @param design beside it are {@code snapshot.sql}, {@code reset.sql}, {@code clear.sql} and the folder {@code migrations}
     * @throws org.messkit.services.spi.StoreException if it cannot be started or reached
     * @throws IllegalArgumentException if an existing server is not as durable as is asked for
     */
    public static PostgresEngine open(String technology, Class<?> design) {
        Durability durability = Durability.asked(technology, Map.of());
        Optional<PostgresServer> server = Settings.isGiven()
                ? Optional.empty()
                : Optional.of(PostgresServer.start(StoreFolder.open(), durability, Database.poolSize()));
        Optional<Database> opened = Optional.empty();
        try {
            Database.Address address = server.map(PostgresServer::address).orElseGet(Settings::address);
            String url = address.url() + (address.url().contains("?") ? "&" : "?") + "reWriteBatchedInserts=true";
            Database database = Database.open(
                    new Database.Address(url, address.user(), address.password()),
                    "messkit_" + technology.replace('-', '_'),
                    "classpath:" + design.getPackageName().replace('.', '/') + "/migrations");
            opened = Optional.of(database);
            PostgresEngine engine = new PostgresEngine(design, durability, server, database);
            engine.requireDurability();
            if (server.isEmpty() && !Boolean.getBoolean(Settings.KEEP)) {
                // Whatever a service before this one left in an existing server.
                database.run(Sql.script(design, "clear.sql"));
            }
            return engine;
        } catch (RuntimeException e) {
            opened.ifPresent(Database::close);
            server.ifPresent(PostgresServer::close);
            throw e;
        }
    }

    /** The database, its schema migrated. */
    public Database database() {
        return database;
    }

    @Override
    public List<String> snapshot() {
        return Sql.script(design, "snapshot.sql");
    }

    @Override
    public List<String> reset() {
        return Sql.script(design, "reset.sql");
    }

    @Override
    public long bytes(Database of) {
        return of.read(
                connection -> Long.parseLong(Statements.texts(connection, BYTES).get(0)));
    }

    @Override
    public Map<String, Long> counters(Database of) {
        return of.counters(COUNTERS);
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("durability", durability.word());
        settings.put(
                "durability by",
                "fsync=" + knobs.get("fsync") + " synchronous_commit=" + knobs.get("synchronous_commit"));
        settings.put("connections", Integer.toString(Database.poolSize()));
        settings.put(
                "server",
                server.map(own -> "started for the service, as " + own.runsAs()).orElse("existing"));
        knobs.forEach((name, value) -> settings.put(name.replace('_', ' '), value));
        return settings;
    }

    @Override
    public void close() {
        server.ifPresent(PostgresServer::close);
    }

    /** Neither less nor more: two levels are never compared as equals. */
    private void requireDurability() {
        boolean commits = !knobs.get("synchronous_commit").equals("off");
        boolean syncs = knobs.get("fsync").equals("on");
        Durability reached = commits && syncs ? Durability.DISK : commits ? Durability.PROCESS : Durability.NONE;
        if (reached != durability) {
            throw new IllegalArgumentException(Durability.PROPERTY + " is " + durability.word()
                    + ", the server has fsync=" + knobs.get("fsync") + " and synchronous_commit="
                    + knobs.get("synchronous_commit") + ", which is " + reached.word());
        }
    }

    private static Map<String, String> knobs(Connection connection) throws SQLException {
        Map<String, String> knobs = new LinkedHashMap<>();
        for (String knob : KNOBS) {
            knobs.put(knob, Statements.texts(connection, SETTING, knob).get(0));
        }
        return knobs;
    }
}
