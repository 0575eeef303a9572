// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.cases;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.messkit.consumers.http.Binding;
import org.messkit.consumers.http.Response;
import org.messkit.consumers.http.Target;
import org.messkit.usecases.Message;

/**
 * One request of a pool, ready to be sent, and the check of its answer. The identifier is patched in place before each use.
 * One user's own: not thread-safe.
 */
public final class Request {
    private static final int OK = 200;

    private final byte[] wire;
    private final int bodyBytes;
    private final int digits;
    private final int idOffset;
    private final Expected expected;
    private final String operation;

    /**
     * Makes one.
     *
     * @param exact whether the answer must be the expected one byte for byte
     */
    Request(Message message, Binding binding, Target target, boolean exact) {
        byte[] body = binding.body(message.request());
        byte[] head = binding.head(target, body.length);
        wire = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, wire, head.length, body.length);
        bodyBytes = body.length;
        operation = message.operation();
        digits = message.id().digits();
        idOffset = digits == 0
                ? -1
                : head.length + binding.payloadOffset() + message.id().requestOffset();
        int answerId = digits == 0 ? -1 : binding.payloadOffset() + message.id().answerOffset();
        expected = new Expected(binding.body(message.answer()), answerId, digits, exact);
    }

    /** Gives the request and the answer expected to it a new identifier: the number's last digits. */
    void identify(long number) {
        if (digits > 0) {
            write(number, wire, idOffset, digits);
            expected.identify(number);
        }
    }

    /** Head and body as they go over the wire; not to be written to. */
    public byte[] wire() {
        return wire;
    }

    /** Bytes of the body, envelope included. */
    public int bodyBytes() {
        return bodyBytes;
    }

    /** What is asked for, where the use case has several operations; else empty. */
    String operation() {
        return operation;
    }

    /**
     * Checks an answer to this request.
     *
     * @throws WrongAnswerError if the status is not 200 or the body is not the expected one
     */
    public void check(Response response) {
        if (response.status() != OK) {
            throw new WrongAnswerError("status " + response.status() + ": " + response.excerpt());
        }
        expected.check(response);
    }

    static void write(long number, byte[] bytes, int offset, int digits) {
        long rest = number;
        for (int i = offset + digits - 1; i >= offset; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    @Override
    public String toString() {
        return new String(wire, StandardCharsets.UTF_8);
    }
}
