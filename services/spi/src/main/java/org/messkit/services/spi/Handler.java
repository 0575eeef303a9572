// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Element;

/**
 * One use case in one technology. The host calls the form that the binding really has; a handler implements those that
 * its bindings need. All methods read the message to its end, also where the rest is of no interest.
 *
 * @implSpec thread-safe; called by many request threads at once
 */
public interface Handler {
    /**
     * Answers a plain message (binding {@code pox}).
     *
     * @param message the whole request body, not buffered, closed by the host
     * @return the answer, computed: writing it needs no further input
     * @throws BadRequestException if the sender is at fault: not well-formed, a DOCTYPE, a part missing, a limit passed
     * @throws IOException if the connection fails; never for what the message says
     */
    Answer answer(InputStream message) throws BadRequestException, IOException;

    /**
     * Answers a message whose envelope the binding has read (SOAP bindings).
     *
     * @param payload a hardened reader that stands on the start tag of the payload's root element; at return it
     *     stands on the matching end tag or past it
     * @return the answer, computed
     * @throws BadRequestException as for {@link #answer(InputStream)}
     * @throws XMLStreamException if the reader fails; the host answers it as the sender's fault
     */
    default Answer answer(XMLStreamReader payload) throws BadRequestException, XMLStreamException {
        throw new IllegalStateException(getClass().getName() + " does not read from StAX");
    }

    /**
     * Answers a message that this handler's own {@linkplain #envelopeParser() envelope parser} has made a tree of, or the
     * binding, if {@link #soapBody()} says so.
     *
     * @param payload the payload's root element inside the envelope's tree; this request's alone
     * @return the answer, computed
     * @throws BadRequestException as for {@link #answer(InputStream)}
     */
    default Answer answer(Element payload) throws BadRequestException {
        throw new IllegalStateException(getClass().getName() + " does not read from DOM");
    }

    /**
     * The parser that the host puts in front of a SOAP binding, for technologies that must parse the envelope
     * themselves. Where it is present the host calls {@link #answer(Element)}, else {@link #answer(XMLStreamReader)}.
     *
     * @return a thread-safe parser, or empty; the same at every call
     */
    default Optional<EnvelopeParser> envelopeParser() {
        return Optional.empty();
    }

    /**
     * In what form the binding is to hand over what it has parsed, where this handler brings no parser of its own. Where it is
     * not a reader, the host calls {@link #answer(Element)}.
     *
     * @return the same at every call
     */
    default SoapBody soapBody() {
        return SoapBody.READER;
    }

    /**
     * The parsers and engines that this handler works with, so that a run can say what it measured: live objects, as requests
     * meet them. Of each the host tells the class and the archive that it came from.
     *
     * @return by the name of the API that each is known by, for example {@code javax.xml.stream.XMLInputFactory}; may be a new
     *     object where each request has its own
     */
    default Map<String, Object> engines() {
        return Map.of();
    }

    /**
     * The StAX parser that the host opens on SOAP requests in place of the binding's own, for technologies that bring one.
     * What {@link #answer(XMLStreamReader)} gets is then its reader.
     *
     * @return a thread-safe parser, or empty; the same at every call; empty where there is an envelope parser
     */
    default Optional<StaxParser> envelopeReader() {
        return Optional.empty();
    }
}
