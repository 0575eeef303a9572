// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.http;

/**
 * One connection of one user, and the clock around its exchanges. Not thread-safe: each user has its own.
 */
public interface Exchange extends AutoCloseable {
    /**
     * Sends one request and reads the whole answer.
     *
     * @param request head and body, ready to be written
     * @return the answer, valid until the next call
     * @throws ExchangeException if no whole answer came; the next call starts on a new connection
     */
    Response send(byte[] request) throws ExchangeException;

    /**
     * Says what the next exchange is for, where a transaction has several: its times stand in the result under that name.
     *
     * @param name a word of letters from A to Z, digits, dots, dashes and underscores, the same in every transaction, for example
     *     {@code login}
     */
    default void step(String name) {
        // A test that is run once has no use for it.
    }

    /** Opens the connection now, so that no exchange has to. */
    void connect() throws ExchangeException;

    /** When the first byte of the last request was about to be sent, on {@link System#nanoTime()}'s clock. */
    long startNanos();

    /** When the last byte of the last answer was read, or the exchange failed. */
    long endNanos();

    @Override
    void close();
}
