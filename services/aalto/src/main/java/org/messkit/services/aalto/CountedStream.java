// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.aalto;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what was read of a message. For one thread. */
final class CountedStream extends FilterInputStream {
    private long bytes;

    CountedStream(InputStream message) {
        super(message);
    }

    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        bytes += read < 0 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = in.read(into, offset, length);
        bytes += Math.max(read, 0);
        return read;
    }

    @Override
    public long skip(long most) throws IOException {
        long skipped = in.skip(most);
        bytes += skipped;
        return skipped;
    }
}
