// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases;

/**
 * One generated request and the answer that is expected to it. The arrays are the message's own: the receiver may patch
 * the identifier in place and must not change anything else.
 *
 * @param request the payload's root element in UTF-8, no XML declaration
 * @param answer the expected answer's root element in UTF-8; compared as canonical XML, so its prefixes and white space
 *     between elements do not matter
 * @param id where the identifier stands that differs from request to request
 * @param elements number of elements in the request
 * @param depth greatest nesting of elements in the request, the root being 1
 * @param operation what is asked for, where a use case has several operations: a word of lower-case letters; else empty
 */
public record Message(byte[] request, byte[] answer, Identifier id, int elements, int depth, String operation) {
    /** Of a use case with one operation. */
    public Message(byte[] request, byte[] answer, Identifier id, int elements, int depth) {
        this(request, answer, id, elements, depth, "");
    }

    /**
     * An identifier of fixed width, decimal digits only, at one place in the request and at one in the answer.
     *
     * @param digits width, 0 if this use case has none
     * @param requestOffset offset of its first digit in the request
     * @param answerOffset offset of its first digit in the expected answer
     */
    public record Identifier(int digits, int requestOffset, int answerOffset) {
        /** For messages that are all alike. */
        public static final Identifier NONE = new Identifier(0, -1, -1);
    }
}
