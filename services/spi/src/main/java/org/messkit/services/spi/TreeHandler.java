// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

import org.w3c.dom.Element;

/** A handler on trees that its own parser makes, also of SOAP envelopes. */
public non-sealed interface TreeHandler extends PlainHandler, SoapHandler {
    /**
     * The parser that the host puts in front of a SOAP binding.
     *
     * @return a thread-safe parser; the same at every call
     */
    EnvelopeParser envelopeParser();

    /**
     * Answers a message that the {@linkplain #envelopeParser() envelope parser} has made a tree of.
     *
     * @param payload the payload's root element inside the envelope's tree; this request's alone
     * @return the answer, computed
     * @throws BadRequestException as for {@link PlainHandler#answer}
     */
    Answer answer(Element payload) throws BadRequestException;
}
