// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A handler on StAX. Under SOAP it goes on with the reader that has read the envelope; nothing is copied. */
public non-sealed interface ReaderHandler extends PlainHandler, SoapHandler {
    /**
     * Answers a message whose envelope the binding has read.
     *
     * @param payload a hardened reader that stands on the start tag of the payload's root element; at return it
     *     stands on the matching end tag or past it
     * @return the answer, computed
     * @throws BadRequestException as for {@link PlainHandler#answer}
     * @throws XMLStreamException if the reader fails; the host answers it as the sender's fault
     */
    Answer answer(XMLStreamReader payload) throws BadRequestException, XMLStreamException;

    /**
     * The StAX parser that the host opens on SOAP requests in place of the binding's own, for technologies that bring one.
     * What {@link #answer(XMLStreamReader)} gets is then its reader.
     *
     * @return a thread-safe parser, or empty; the same at every call
     */
    default Optional<StaxParser> envelopeReader() {
        return Optional.empty();
    }
}
