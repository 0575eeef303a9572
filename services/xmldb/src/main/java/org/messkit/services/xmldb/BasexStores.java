// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.xmldb;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.messkit.services.pantry.Durability;
import org.messkit.services.pantry.PantryHandler;
import org.messkit.services.pantry.StatementTimes;
import org.messkit.services.spi.DataStore;
import org.messkit.services.spi.Handler;

/** The stores on one BaseX, one for each variant that is served. To whoever resets or counts them they are one. */
public final class BasexStores implements DataStore {
    /** The variant with the orders shared out. */
    public static final String SHARDED = "sharded";

    /** As many as BaseX works on at once by default. */
    private static final int SHARDS = 8;

    private final Installation installation;
    private final StatementTimes times = new StatementTimes();
    private final Sessions sessions;
    private final Map<String, BasexStore> stores = new TreeMap<>();
    private boolean closed;

    /**
     * Opens sessions.
     *
     * @throws org.messkit.services.spi.StoreException if that fails; the installation is closed then
     */
    public BasexStores(Installation installation) {
        this.installation = installation;
        try {
            sessions = new Sessions(installation, times);
        } catch (RuntimeException e) {
            try (installation) {
                throw e;
            }
        }
    }

    /**
     * Pantry on one of them, whose databases are made where they are not there.
     *
     * @param variant empty, or {@link #SHARDED}
     * @throws org.messkit.services.spi.StoreException if that fails; all is closed then
     */
    public synchronized Handler handler(String variant) {
        try {
            return new PantryHandler<>(stores.computeIfAbsent(variant, this::store));
        } catch (RuntimeException e) {
            try {
                close();
            } catch (RuntimeException another) {
                e.addSuppressed(another);
            }
            throw e;
        }
    }

    private BasexStore store(String variant) {
        Shards shards = variant.equals(SHARDED) ? Shards.of(sessions, SHARDS) : Shards.one(sessions);
        return new BasexStore(sessions, shards, this::bytes);
    }

    @Override
    public synchronized void snapshot() {
        stores.values().forEach(BasexStore::snapshot);
    }

    @Override
    public synchronized void reset() {
        stores.values().forEach(BasexStore::reset);
    }

    @Override
    public synchronized State state() {
        long rows = 0;
        long checksum = 0;
        for (BasexStore store : stores.values()) {
            State state = store.state();
            rows += state.rows();
            checksum += state.checksum();
        }
        return new State(rows, checksum, bytes());
    }

    private long bytes() {
        return installation.bytes();
    }

    @Override
    public synchronized Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("durability", Durability.NONE.word());
        settings.put("durability by", "AUTOFLUSH=false");
        settings.put("sessions", Integer.toString(Sessions.poolSize()));
        settings.put(
                "databases",
                stores.values().stream()
                        .map(store -> Integer.toString(store.databases()))
                        .collect(Collectors.joining(" and ")));
        settings.putAll(installation.settings());
        return settings;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (installation) {
            sessions.close();
            times.write(installation.beside(StatementTimes.FILE));
        }
    }
}
