// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

import java.util.Map;

/**
 * The data that a stateful technology keeps, as the admin port sees them.
 *
 * @implSpec thread-safe. {@link #snapshot}, {@link #reset} and {@link #state} are called while no request is
 * served
 */
public interface DataStore extends AutoCloseable {
    /**
     * What is kept.
     *
     * @param rows messages
     * @param checksum sum of their digests, modulo 2 to the 64th, computed from what is really there
     * @param bytes that they take on the disk with all that belongs to them; 0 where there is no disk
     */
    record State(long rows, long checksum, long bytes) {}

    /**
     * Makes what is kept now the known good state.
     *
     * @throws StoreException if the store fails
     */
    void snapshot();

    /**
     * Goes back to the known good state; that is an empty store where there was no {@linkplain #snapshot snapshot}.
     *
     * @throws StoreException if the store fails
     */
    void reset();

    /**
     * Reads all that is kept.
     *
     * @throws StoreException if the store fails
     */
    State state();

    /** How the store is set up, by name, for the results: durability, pool size, versions. Nothing secret. */
    Map<String, String> settings();

    /**
     * What the database counts of its own work since it started, such as commits, or blocks read: counts that rise, by names in lower case
     * joined by {@code _}. Empty where it counts nothing, or cannot be asked now. Unlike the other methods it is called while requests are
     * served, once a second: it is cheap, and does not wait for what they use.
     */
    default Map<String, Long> counters() {
        return Map.of();
    }

    /** Gives everything back; once more does nothing. */
    @Override
    void close();
}
