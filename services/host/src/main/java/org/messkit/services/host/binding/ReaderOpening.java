// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.binding;

import java.io.InputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.interceptor.StaxInEndingInterceptor;
import org.apache.cxf.message.Message;
import org.messkit.services.spi.MessageEncoding;
import org.messkit.services.spi.StaxParser;

/** Opens a technology's own reader on the request's stream; CXF then opens none. */
final class ReaderOpening extends EnvelopeReading {
    private final StaxParser parser;
    private final SoapVersion version;

    ReaderOpening(StaxParser parser, SoapVersion version) {
        this.parser = parser;
        this.version = version;
    }

    @Override
    void read(InputStream envelope, Message message) {
        try {
            XMLStreamReader reader = parser.open(envelope);
            if (!MessageEncoding.isServed(reader.getCharacterEncodingScheme())) {
                throw new XMLStreamException("an encoding that is not served");
            }
            message.setContent(XMLStreamReader.class, reader);
        } catch (XMLStreamException e) {
            throw new SoapFault("the message is not well-formed or passes a limit", e, version.sender());
        }
        message.getInterceptorChain().add(StaxInEndingInterceptor.INSTANCE);
    }
}
