// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.hostile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** Half a message, and then the connection is gone. */
public final class BrokenConnection extends InputStream {
    private BrokenConnection() {}

    public static InputStream within(InputStream document, int bytes) throws IOException {
        return new SequenceInputStream(
                new ByteArrayInputStream(document.readNBytes(bytes / 2)), new BrokenConnection());
    }

    @Override
    public int read() throws IOException {
        throw new IOException("connection reset");
    }
}
