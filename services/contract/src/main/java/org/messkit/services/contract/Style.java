// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract;

/** How a sender may write what means the same. */
enum Style {
    /** Comments and processing instructions between elements and within text. */
    COMMENTS,
    /** Every text in a CDATA section. */
    CDATA,
    /** No default namespace: a prefix on every element, another one at every depth. */
    PREFIXES,
    /** Every character of text as a number. */
    REFERENCES,
    /** Blanks and line ends between elements and around the values of elements; a schema location. */
    WHITE_SPACE
}
