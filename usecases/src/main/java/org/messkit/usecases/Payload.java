// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases;

import java.util.Objects;

/**
 * A point on the payload axes.
 *
 * @param bytes size of the payload's root element in UTF-8 bytes, exact, without envelope and XML declaration
 * @param elements number of elements, exact, or 0 for what is natural at this size (tokens per byte alike over sizes)
 * @param depth greatest nesting of elements, the root being 1, exact, or 0 for what is natural
 * @param share share of the message that the service acts on, 0 to 1: TV Dinner, of the line compartments; Sushi Boats, of
 *     the entries. Negative for the use case's default
 * @param invalid share of messages that break a rule, 0 to 1 (Buffet). Negative for the use case's default
 * @param answer how much is to be answered
 */
public record Payload(int bytes, int elements, int depth, double share, double invalid, AnswerSize answer) {
    /** Checks what does not depend on the use case. */
    public Payload {
        Objects.requireNonNull(answer, "answer");
        require(bytes >= 0, "bytes must be at least 0", bytes);
        require(elements >= 0, "elements must be at least 0", elements);
        require(depth >= 0, "depth must be at least 0", depth);
        require(share <= 1 && !Double.isNaN(share), "share must be at most 1", share);
        require(invalid <= 1 && !Double.isNaN(invalid), "invalid must be at most 1", invalid);
    }

    /** A summary is to be answered. */
    public Payload(int bytes, int elements, int depth, double share, double invalid) {
        this(bytes, elements, depth, share, invalid, AnswerSize.SUMMARY);
    }

    /** Everything but the size natural. */
    public static Payload ofBytes(int bytes) {
        return new Payload(bytes, 0, 0, -1, -1);
    }

    /** The same, all of it to be answered. */
    public Payload answeredInFull() {
        return new Payload(bytes, elements, depth, share, invalid, AnswerSize.FULL);
    }

    /** The share, or the use case's own default where none was asked for. */
    public double shareOr(double otherwise) {
        return share < 0 ? otherwise : share;
    }

    /** The share of invalid messages, or the use case's own default where none was asked for. */
    public double invalidOr(double otherwise) {
        return invalid < 0 ? otherwise : invalid;
    }

    private static void require(boolean held, String rule, Object got) {
        if (!held) {
            throw new IllegalArgumentException(rule + ", got: " + got);
        }
    }
}
