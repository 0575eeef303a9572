// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.binding;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.staxutils.W3CDOMStreamReader;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.EnvelopeParser;
import org.w3c.dom.Document;

/**
 * Puts a technology's own parser in front of CXF: it parses the whole envelope, and CXF walks its tree instead of opening a
 * reader. The provider then gets the very nodes that were parsed.
 */
final class TreeParsing extends EnvelopeReading {
    private final EnvelopeParser parser;
    private final SoapVersion version;

    TreeParsing(EnvelopeParser parser, SoapVersion version) {
        this.parser = parser;
        this.version = version;
    }

    @Override
    void read(InputStream envelope, Message message) {
        try {
            Document document = parser.parse(envelope);
            message.setContent(XMLStreamReader.class, new W3CDOMStreamReader(document));
            message.removeContent(InputStream.class);
        } catch (BadRequestException e) {
            throw new SoapFault(e.getMessage(), e, version.sender());
        } catch (IOException e) {
            throw new Fault(e);
        }
    }
}
