// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The request's bytes on their way into a parser. Parsers throw {@link IOException} for bad bytes and for a failed
 * connection alike; this stream knows which it was. Not thread-safe.
 */
public final class MessageStream extends FilterInputStream {
    private IOException failure;

    /**
     * Makes one.
     *
     * @param message not closed when this stream is
     */
    public MessageStream(InputStream message) {
        super(message);
    }

    /**
     * Ends a request whose connection failed.
     *
     * @throws IOException what reading threw, if it threw
     */
    public void rethrow() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public int read() throws IOException {
        try {
            return in.read();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void close() {
        // The host's to close.
    }
}
