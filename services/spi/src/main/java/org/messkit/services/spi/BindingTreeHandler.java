// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

import org.w3c.dom.Element;

/** A handler on trees that the SOAP binding makes. There are none of plain messages, so it takes no plain ones. */
public non-sealed interface BindingTreeHandler extends SoapHandler {
    /** How a SOAP binding makes a tree. */
    enum Tree {
        /** Of the payload: the binding copies into it what its reader says. */
        COPIED,
        /** Of the whole message, by the SOAP with Attachments API; the answer goes out in another one. */
        MESSAGE
    }

    /**
     * How the tree is to be made.
     *
     * @return the same at every call
     */
    Tree tree();

    /**
     * Answers a message.
     *
     * @param payload the payload's root element in the binding's tree; this request's alone
     * @return the answer, computed
     * @throws BadRequestException as for {@link PlainHandler#answer}
     */
    Answer answer(Element payload) throws BadRequestException;
}
