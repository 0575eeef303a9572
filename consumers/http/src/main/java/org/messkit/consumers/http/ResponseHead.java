// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The parts of an answer's head that an exchange needs. Reused from answer to answer. */
final class ResponseHead {
    private static final byte[] VERSION = ascii("http/1.1 ");
    private static final byte[] CONTENT_LENGTH = ascii("content-length:");
    private static final byte[] TRANSFER_ENCODING = ascii("transfer-encoding:");
    private static final byte[] CONNECTION = ascii("connection:");
    private static final int DIGITS = 3;
    private static final int SHOWN = 40;

    int status;
    long contentLength;
    boolean chunked;
    boolean close;

    /**
     * Parses a head.
     *
     * @param start offset of the status line
     * @param end offset after the empty line
     */
    void parse(byte[] bytes, int start, int end) throws ExchangeException {
        contentLength = -1;
        chunked = false;
        close = false;
        if (!startsWith(bytes, start, end, VERSION)) {
            throw ResponseReader.protocol(
                    "the answer is not HTTP/1.1: " + text(bytes, start, Math.min(end, start + SHOWN)));
        }
        int line = nextLine(bytes, start, end);
        status = status(bytes, start + VERSION.length, line - 2);
        while (line < end - 2) {
            int next = nextLine(bytes, line, end);
            if (bytes[next - 2] != '\r') {
                throw ResponseReader.protocol("a line of the answer's head ends without a carriage return: "
                        + text(bytes, line, Math.min(next, line + SHOWN)));
            }
            field(bytes, line, next - 2);
            line = next;
        }
        if (chunked && contentLength >= 0) {
            throw ResponseReader.protocol("the answer has both a Content-Length and chunks");
        }
    }

    /** Whether the status says that there is no body, whatever the fields say. */
    boolean bodiless() {
        return status == 204 || status == 304;
    }

    /** Three digits, then a space or the end of the line. */
    private static int status(byte[] bytes, int from, int end) throws ExchangeException {
        int after = from + DIGITS;
        boolean ended = after == end || after < end && bytes[after] == ' ';
        if (!ended || bytes[from] < '1' || bytes[from] > '5') {
            throw ResponseReader.protocol(
                    "the answer's status is none: " + text(bytes, from, Math.min(end, from + SHOWN)));
        }
        return (int) number(bytes, from, after);
    }

    private void field(byte[] bytes, int line, int end) throws ExchangeException {
        if (startsWith(bytes, line, end, CONTENT_LENGTH)) {
            long value = number(bytes, line + CONTENT_LENGTH.length, end);
            if (contentLength >= 0 && contentLength != value) {
                throw ResponseReader.protocol("the answer has two different Content-Lengths");
            }
            contentLength = value;
        } else if (startsWith(bytes, line, end, TRANSFER_ENCODING)) {
            String value = text(bytes, line + TRANSFER_ENCODING.length, end);
            if (!value.equalsIgnoreCase("chunked")) {
                throw ResponseReader.protocol("the answer's transfer encoding is not chunked: " + value);
            }
            chunked = true;
        } else if (startsWith(bytes, line, end, CONNECTION)) {
            for (String option : text(bytes, line + CONNECTION.length, end).split(",")) {
                close |= option.strip().toLowerCase(Locale.ROOT).equals("close");
            }
        }
    }

    private static int nextLine(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end && bytes[i] != '\n') {
            i++;
        }
        return i + 1;
    }

    /** Whether the bytes start with a lower-case word, letters of either case alike. */
    private static boolean startsWith(byte[] bytes, int from, int end, byte[] word) {
        if (end - from < word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            byte b = bytes[from + i];
            if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static long number(byte[] bytes, int from, int end) throws ExchangeException {
        long value = 0;
        int i = from;
        while (i < end && bytes[i] == ' ') {
            i++;
        }
        int first = i;
        for (; i < end && bytes[i] >= '0' && bytes[i] <= '9' && value < Long.MAX_VALUE / 100; i++) {
            value = value * 10 + bytes[i] - '0';
        }
        if (i == first || !text(bytes, i, end).isEmpty()) {
            throw ResponseReader.protocol("a number in the answer's head is none: " + text(bytes, from, end));
        }
        return value;
    }

    private static String text(byte[] bytes, int from, int end) {
        return from >= end ? "" : new String(bytes, from, end - from, StandardCharsets.ISO_8859_1).strip();
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
