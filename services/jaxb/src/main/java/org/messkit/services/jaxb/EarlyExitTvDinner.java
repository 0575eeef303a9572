// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.jaxb;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.MessageStream;
import org.messkit.services.spi.PlainHandler;
import org.messkit.services.spi.XmlLimits;
import org.messkit.services.woodstox.Woodstox;

/**
 * Parses a message as far as the last compartment asked for. The rest may be anything: nobody looks whether it is well-formed,
 * or within limits. For plain messages alone: under SOAP the rest of the envelope is the binding's to read.
 */
final class EarlyExitTvDinner implements PlainHandler {
    private final XMLInputFactory input = Woodstox.input(XmlLimits.fromSystemProperties());
    private final TvDinner whole = new TvDinner();

    @Override
    public Answer answer(InputStream message) throws BadRequestException, IOException {
        Answer answer = parsed(message);
        // A connection is kept only if its request has been read; bytes cost little.
        message.transferTo(OutputStream.nullOutputStream());
        return answer;
    }

    private Answer parsed(InputStream message) throws BadRequestException, IOException {
        MessageStream in = new MessageStream(message);
        try {
            XMLStreamReader reader = input.createXMLStreamReader(in);
            while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
                if (reader.next() == XMLStreamConstants.DTD) {
                    throw new BadRequestException("a DOCTYPE is not allowed");
                }
            }
            Answer answer = whole.answerEarly(reader);
            reader.close();
            return answer;
        } catch (XMLStreamException e) {
            in.rethrow();
            throw new BadRequestException("not well-formed or beyond a limit", e);
        }
    }

    @Override
    public Map<String, Object> engines() {
        return whole.engines();
    }
}
