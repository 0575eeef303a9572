// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.http;

import java.io.IOException;
import java.io.InputStream;

/** Reads a chunked body and moves its chunks together in the reader's buffer. */
final class ChunkedBody {
    private static final int LARGEST_LINE = 4096;

    private final ResponseReader reader;
    private final InputStream in;
    private final int start;
    private int position;

    ChunkedBody(ResponseReader reader, InputStream in, int start) {
        this.reader = reader;
        this.in = in;
        this.start = start;
        this.position = start;
    }

    /** Reads to the end; returns the body's length. The body stands at the start that was given. */
    int read() throws IOException {
        int length = 0;
        while (true) {
            int size = size(line());
            if (size == 0) {
                break;
            }
            reader.room((long) position + size + 2);
            reader.fill(in, position + size + 2);
            byte[] buffer = reader.buffer();
            System.arraycopy(buffer, position, buffer, start + length, size);
            length += size;
            position += size;
            if (buffer[position] != '\r' || buffer[position + 1] != '\n') {
                throw ResponseReader.protocol("a chunk does not end with a line end");
            }
            position += 2;
        }
        while (line().length() > 0) {
            // Trailer fields are read and let go.
        }
        if (reader.filled() > position) {
            throw ResponseReader.protocol("bytes after the end of the answer: " + (reader.filled() - position));
        }
        return length;
    }

    /** Bytes that the answer took on the wire, head and chunk framing included. */
    int wireEnd() {
        return position;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            if (position == reader.filled()) {
                reader.more(in);
            }
            char c = (char) (reader.buffer()[position++] & 0xFF);
            if (c == '\n') {
                return line.toString().strip();
            }
            if (line.append(c).length() > LARGEST_LINE) {
                throw ResponseReader.protocol("a line of the chunked body has more than " + LARGEST_LINE + " bytes");
            }
        }
    }

    private static int size(String line) throws ExchangeException {
        int end = line.indexOf(';');
        String hex = (end < 0 ? line : line.substring(0, end)).strip();
        if (hex.startsWith("-") || hex.startsWith("+")) {
            throw ResponseReader.protocol("a chunk's size is no number: " + hex);
        }
        try {
            return Integer.parseInt(hex, 16);
        } catch (NumberFormatException e) {
            throw ResponseReader.protocol("a chunk's size is no number: " + hex);
        }
    }
}
