// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The answer that an exchange read last: a view on the exchange's own buffer, valid until the next send. Not thread-safe.
 */
public final class Response {
    private static final int EXCERPT = 300;

    private byte[] buffer = new byte[0];
    private int status;
    private int bodyOffset;
    private int bodyLength;
    private int wireBytes;

    /** Made by exchanges. */
    Response() {}

    void set(byte[] bytes, int newStatus, int offset, int length, int onTheWire) {
        buffer = bytes;
        status = newStatus;
        bodyOffset = offset;
        bodyLength = length;
        wireBytes = onTheWire;
    }

    /** The status code. */
    public int status() {
        return status;
    }

    /** The array that holds the body, from {@link #bodyOffset()}, {@link #bodyLength()} bytes. Not to be written to. */
    public byte[] buffer() {
        return buffer;
    }

    /** Where the body starts in {@link #buffer()}. */
    public int bodyOffset() {
        return bodyOffset;
    }

    /** Bytes of the body, chunk framing removed. */
    public int bodyLength() {
        return bodyLength;
    }

    /** Bytes of head and body as they came, chunk framing included. */
    public int wireBytes() {
        return wireBytes;
    }

    /** A copy of the body. */
    public byte[] body() {
        return Arrays.copyOfRange(buffer, bodyOffset, bodyOffset + bodyLength);
    }

    /** The start of the body as one line, for messages. */
    public String excerpt() {
        String text = new String(buffer, bodyOffset, Math.min(bodyLength, EXCERPT), StandardCharsets.UTF_8);
        return text.replaceAll("\\s+", " ").strip() + (bodyLength > EXCERPT ? "…" : "");
    }
}
