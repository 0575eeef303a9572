// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.written;

/** How a sender may write what means the same. */
enum Style {
    /** Comments and processing instructions between elements and within text. */
    COMMENTS("comments and instructions"),
    /** Every text in a CDATA section. */
    CDATA("CDATA"),
    /** No default namespace: a prefix on every element, another one at every depth. */
    PREFIXES("other prefixes"),
    /** Every character of text as a number. */
    REFERENCES("character references"),
    /** Blanks and line ends between elements and around the values of elements; a schema location. */
    WHITE_SPACE("white space");

    private final String words;

    Style(String words) {
        this.words = words;
    }

    /** In messages. */
    String words() {
        return words;
    }
}
