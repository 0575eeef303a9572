// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.messkit.consumers.http.ExchangeException.Stage;

/** Reads one whole HTTP/1.1 answer into a buffer of its own. Not thread-safe. */
final class ResponseReader {
    private static final int FIRST = 16 << 10;
    private static final int LARGEST_HEAD = 64 << 10;

    private final int largest;
    private final ResponseHead head = new ResponseHead();
    private byte[] buffer = new byte[FIRST];
    private int filled;

    ResponseReader(int largestResponse) {
        this.largest = largestResponse;
    }

    /** Whether the peer will close the connection after the answer that was read last. */
    boolean lastOfConnection() {
        return head.close;
    }

    void read(InputStream in, Response response) throws IOException {
        filled = 0;
        int bodyStart = readHead(in, 0);
        while (head.status / 100 == 1) {
            // 100 Continue and its like: the answer proper follows.
            bodyStart = readHead(in, bodyStart);
        }
        int length;
        int wire;
        if (head.chunked && !head.bodiless()) {
            ChunkedBody body = new ChunkedBody(this, in, bodyStart);
            length = body.read();
            wire = body.wireEnd();
        } else {
            length = contentLength();
            room((long) bodyStart + length);
            fill(in, bodyStart + length);
            wire = bodyStart + length;
            if (filled > wire) {
                throw protocol("bytes after the end of the answer: " + (filled - wire));
            }
        }
        response.set(buffer, head.status, bodyStart, length, wire);
    }

    private int contentLength() throws ExchangeException {
        if (head.bodiless()) {
            return 0;
        }
        if (head.contentLength < 0) {
            throw protocol("the answer has neither a Content-Length nor chunks (status " + head.status + ")");
        }
        if (head.contentLength > largest) {
            throw protocol("the answer may have at most " + largest + " bytes, announced: " + head.contentLength);
        }
        return Math.toIntExact(head.contentLength);
    }

    private int readHead(InputStream in, int start) throws IOException {
        int scan = start;
        while (true) {
            int end = endOfHead(scan);
            if (end >= 0) {
                head.parse(buffer, start, end);
                return end;
            }
            scan = Math.max(start, filled - 3);
            if (filled - start >= LARGEST_HEAD) {
                throw protocol("the head of the answer has more than " + LARGEST_HEAD + " bytes");
            }
            more(in);
        }
    }

    private int endOfHead(int from) {
        for (int i = from; i + 3 < filled; i++) {
            if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
                return i + 4;
            }
        }
        return -1;
    }

    byte[] buffer() {
        return buffer;
    }

    int filled() {
        return filled;
    }

    /** Makes room for that many bytes of the answer. */
    void room(long bytes) throws ExchangeException {
        if (bytes > largest) {
            throw protocol("the answer may have at most " + largest + " bytes");
        }
        if (bytes > buffer.length) {
            // Doubled, or an answer in many chunks would be copied once per chunk.
            buffer = Arrays.copyOf(buffer, (int) Math.max(bytes, Math.min(2L * buffer.length, largest)));
        }
    }

    /** Reads until the buffer is filled up to an offset. */
    void fill(InputStream in, int end) throws IOException {
        while (filled < end) {
            more(in);
        }
    }

    /** Reads what there is, at least one byte. */
    void more(InputStream in) throws IOException {
        if (filled == buffer.length) {
            room(filled + 1L);
        }
        int count = in.read(buffer, filled, buffer.length - filled);
        if (count < 0) {
            throw new ExchangeException(
                    Stage.RECEIVE, "the service closed the connection after " + filled + " bytes of the answer", null);
        }
        filled += count;
    }

    static ExchangeException protocol(String what) {
        return new ExchangeException(Stage.PROTOCOL, what, null);
    }
}
