// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.binding;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Collects an answer and sends it in one write with its length; what outgrows the buffer is sent in pieces. One request's
 * alone.
 */
final class AnswerStream extends OutputStream {
    private static final int FIRST = 1 << 10;
    private static final int MOST = 32 << 10;

    private final Response response;
    private byte[] buffer = new byte[FIRST];
    private int length;
    private OutputStream overflow;

    AnswerStream(Response response) {
        this.response = response;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        if (length + count <= MOST) {
            if (length + count > buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.min(MOST, Math.max(length + count, 2 * buffer.length)));
            }
            System.arraycopy(bytes, offset, buffer, length, count);
            length += count;
            return;
        }
        if (overflow == null) {
            overflow = Content.Sink.asOutputStream(response);
        }
        overflow.write(buffer, 0, length);
        overflow.write(bytes, offset, count);
        length = 0;
    }

    /** Sends what is left and completes the request. */
    void last(Callback callback) throws IOException {
        if (overflow == null) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
            response.write(true, ByteBuffer.wrap(buffer, 0, length), callback);
            return;
        }
        overflow.write(buffer, 0, length);
        overflow.close();
        callback.succeeded();
    }
}
