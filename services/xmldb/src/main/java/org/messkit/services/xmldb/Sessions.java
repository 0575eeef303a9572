// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.xmldb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.basex.api.client.Query;
import org.basex.api.client.Session;
import org.basex.core.Command;
import org.basex.core.MainOptions;
import org.basex.core.cmd.Set;
import org.messkit.services.pantry.Durability;
import org.messkit.services.pantry.StatementTimes;
import org.messkit.services.spi.StoreException;

/** Sessions of BaseX, as many as may ask at once, since each takes one question at a time. Thread-safe. */
public final class Sessions implements AutoCloseable {
    /** How many, a system property; as for stores on JDBC. */
    public static final String POOL = "messkit.store.pool";

    /** What no store on BaseX reaches. */
    public static final Map<Durability, String> UNREACHED = Map.of(
            Durability.PROCESS,
            "BaseX keeps no log, and a database that was being written when its process was killed is damaged, with AUTOFLUSH too",
            Durability.DISK,
            "BaseX never asks the system to sync a file");

    /** The external variable that is bound as a document, not as a string. */
    static final String ORDER = "order";

    private static final int DEFAULT_POOL = 10;
    private static final int MOST_POOL = 1_000;

    private final Installation installation;
    private final StatementTimes times;
    private final List<Session> all = new ArrayList<>();
    private final BlockingQueue<Session> idle;

    /**
     * Opens them. What they change is written when BaseX likes: to write it at once would promise nothing more.
     *
     * @param times where the time of each question goes
     * @throws StoreException if that fails
     */
    Sessions(Installation installation, StatementTimes times) {
        this.installation = installation;
        this.times = times;
        idle = new ArrayBlockingQueue<>(poolSize());
        try {
            for (int i = 0; i < poolSize(); i++) {
                idle.add(another());
            }
        } catch (StoreException e) {
            close();
            throw e;
        }
    }

    /** One beside the pool, for who holds a database open with it; closed with the others. */
    Session another() {
        try {
            Session session = installation.open();
            all.add(session);
            session.execute(new Set(MainOptions.AUTOFLUSH, false));
            return session;
        } catch (IOException e) {
            throw new StoreException("the database cannot be opened: " + reason(e), e);
        }
    }

    /**
     * How many there are.
     *
     * @throws IllegalArgumentException if the property is no number from 1 to {@value #MOST_POOL}
     */
    public static int poolSize() {
        int size = Integer.getInteger(POOL, DEFAULT_POOL);
        if (size < 1 || size > MOST_POOL) {
            throw new IllegalArgumentException(POOL + " must be from 1 to " + MOST_POOL + ", got: " + size);
        }
        return size;
    }

    /** Any of them, to tell what is worked with. */
    Session one() {
        return all.get(0);
    }

    /**
     * Asks a query.
     *
     * @param name of the query, for its time
     * @param values by the name of the external variable
     * @return the items of the answer, each as it is serialised
     */
    List<String> ask(String name, String query, Map<String, String> values) {
        return with(session -> {
            long start = System.nanoTime();
            List<String> items = new ArrayList<>();
            try (Query asked = session.query(query)) {
                for (Map.Entry<String, String> value : values.entrySet()) {
                    String type = value.getKey().equals(ORDER) ? "document-node()" : "xs:string";
                    asked.bind(value.getKey(), value.getValue(), type);
                }
                while (asked.more()) {
                    items.add(asked.next());
                }
            }
            times.add(name, System.nanoTime() - start);
            return items;
        });
    }

    /** Executes commands, one after another. */
    static void execute(Session session, Command... commands) {
        try {
            for (Command command : commands) {
                session.execute(command);
            }
        } catch (IOException e) {
            throw new StoreException("the database failed: " + reason(e), e);
        }
    }

    @Override
    public void close() {
        for (Session session : all) {
            try {
                session.close();
            } catch (IOException e) {
                // The server is gone, and with it the session.
            }
        }
    }

    private interface Work<R> {
        R in(Session session) throws IOException;
    }

    private <R> R with(Work<R> work) {
        Session session = taken();
        try {
            return work.in(session);
        } catch (IOException e) {
            throw new StoreException("the database failed: " + reason(e), e);
        } finally {
            idle.add(session);
        }
    }

    private Session taken() {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while a session was waited for", e);
        }
    }

    /** In one line. */
    private static String reason(IOException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
    }
}
