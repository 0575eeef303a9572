// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

/** What a SOAP binding makes of a message for a handler that brings no parser of its own. */
public enum SoapBody {
    /** The reader that the binding has opened anyway, at the payload; nothing is copied. */
    READER,
    /** A tree of the payload, into which the binding copies what its reader says. */
    COPIED_TREE,
    /** The payload in a tree of the whole message, by the SOAP with Attachments API; the answer goes out in another one. */
    MESSAGE
}
