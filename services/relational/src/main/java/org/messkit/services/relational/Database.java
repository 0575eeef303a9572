// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.relational;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.messkit.services.spi.StoreException;

/** A database behind a pool of connections, its schema migrated. Thread-safe. */
public final class Database implements AutoCloseable {
    /** Connections in the pool, a system property. */
    public static final String POOL = "messkit.store.pool";

    private static final int DEFAULT_POOL = 10;
    private static final int MOST_POOL = 1_000;
    private static final long WAIT_MILLIS = 30_000;
    /** For an answer to the watcher, and between two tries of it where there was none. */
    private static final int WATCH_SECONDS = 2;

    private static final int PAUSE_SECONDS = 10;

    /** Held, or the level set on it could be collected with it. It would warn of any database younger than itself. */
    private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

    static {
        MIGRATIONS.setLevel(Level.SEVERE);
    }

    private final Address address;
    private final HikariDataSource pool;
    private final ReentrantLock watch = new ReentrantLock();
    /** Beside the pool, which requests may have used up; null until it is needed, and after it failed. */
    private volatile Connection watching;

    private volatile long notBefore = System.nanoTime();
    private volatile boolean closed;

    private Database(Address address, HikariDataSource pool) {
        this.address = address;
        this.pool = pool;
    }

    /**
     * Where a database is.
     *
     * @param url of JDBC, without user and password
     * @param user empty for none
     * @param password may be empty; never shown
     */
    public record Address(String url, String user, String password) {
        @Override
        public String toString() {
            return url + " as " + user;
        }
    }

    /** Work on a connection. */
    @FunctionalInterface
    public interface Work<R> {
        /** Works. */
        R on(Connection connection) throws SQLException;
    }

    /**
     * Opens a database and brings a schema of it to what is needed. Whatever else there is in it stays as it is.
     *
     * @param schema in lower case, made where it is not there; statements that name no other find their tables in it
     * @param migrations places of Flyway's migrations, for example {@code classpath:org/messkit/services/h2/migrations}
     * @throws StoreException if it cannot be reached, or its schema is not one of ours
     */
    public static Database open(Address address, String schema, String... migrations) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.url);
        config.setUsername(address.user.isEmpty() ? null : address.user);
        config.setPassword(address.password);
        config.setSchema(schema);
        config.setMaximumPoolSize(poolSize());
        config.setMinimumIdle(poolSize());
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setInitializationFailTimeout(1);
        config.setPoolName("store");
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new StoreException("the database cannot be opened: " + reason(e), e);
        }
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .schemas(schema)
                    .locations(migrations)
                    // By default a schema of a newer version would do.
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
            return new Database(address, pool);
        } catch (FlywayException e) {
            pool.close();
            throw new StoreException("the database's schema " + schema + " is not as it must be: " + verdict(e), e);
        }
    }

    /**
     * Connections in the pool.
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

    /** Reads; each statement sees what was committed when it began. */
    public <R> R read(Work<R> work) {
        try (Connection connection = pool.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new StoreException("the database failed: " + reason(e), e);
        }
    }

    /** Works on a connection beside the pool, which waits long for one where the database has failed. */
    public <R> R beside(Work<R> work) {
        try (Connection connection = DriverManager.getConnection(address.url, watcher())) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new StoreException("the database failed: " + reason(e), e);
        }
    }

    /**
     * Asks for counts on a connection of its own, so that it neither waits for requests nor they for it.
     *
     * @param query of rows with a name and a whole number
     * @return empty if the database cannot be asked now
     */
    public Map<String, Long> counters(String query) {
        // Who finds it taken would wait behind one whom the database does not answer.
        if (closed || System.nanoTime() - notBefore < 0 || !watch.tryLock()) {
            return Map.of();
        }
        try {
            if (watching == null) {
                watching = DriverManager.getConnection(address.url, watcher());
            }
            Map<String, Long> counters = new LinkedHashMap<>();
            try (Statement statement = watching.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    counters.put(rows.getString(1), rows.getLong(2));
                }
            }
            return counters;
        } catch (SQLException e) {
            // Requests fail with it, and say so.
            notBefore = System.nanoTime() + TimeUnit.SECONDS.toNanos(PAUSE_SECONDS);
            stopWatching();
            return Map.of();
        } finally {
            watch.unlock();
        }
    }

    /** PostgreSQL's driver gives up after these seconds; H2, in this process, does not know the properties. */
    private Properties watcher() {
        Properties properties = new Properties();
        if (!address.user.isEmpty()) {
            properties.setProperty("user", address.user);
            properties.setProperty("password", address.password);
        }
        for (String limit : List.of("loginTimeout", "connectTimeout", "socketTimeout")) {
            properties.setProperty(limit, Integer.toString(WATCH_SECONDS));
        }
        return properties;
    }

    /** Works in a transaction: all is done, or nothing. */
    public <R> R write(Work<R> work) {
        return read(connection -> {
            connection.setAutoCommit(false);
            try {
                R result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    /** The pool and the driver that is registered for the database, as in {@link org.messkit.services.spi.Handler#engines}. */
    public Map<String, Object> engines() {
        try {
            return Map.of(
                    DataSource.class.getName(),
                    pool,
                    Driver.class.getName(),
                    DriverManager.getDriver(pool.getJdbcUrl()));
        } catch (SQLException e) {
            throw new StoreException("there is no driver of the database: " + reason(e), e);
        }
    }

    /** Runs statements without values, in one transaction where the database can. */
    public void run(List<String> script) {
        write(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String one : script) {
                    statement.execute(one);
                }
            }
            return null;
        });
    }

    /** Whether it was closed. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        stopWatching();
        pool.close();
    }

    private void stopWatching() {
        Connection connection = watching;
        watching = null;
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                // It is gone either way.
            }
        }
    }

    /** Flyway's own would advise how to make a schema pass that is not the right one. */
    private static String verdict(FlywayException e) {
        return e instanceof FlywayValidateException
                        || e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE
                ? "its tables are another version's of the kit, or none of the kit's; drop it, or give another database"
                : reason(e);
    }

    /** The innermost reason, in one line. */
    private static String reason(Throwable e) {
        Throwable inner = e;
        while (inner.getCause() != null && inner.getCause() != inner) {
            inner = inner.getCause();
        }
        return String.valueOf(inner.getMessage()).replaceAll("\\s+", " ").strip();
    }
}
