// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.ask;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.MessageStream;
import org.messkit.services.spi.StaxParser;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Puts payloads into SOAP envelopes and takes them out, as a binding does. */
public final class Envelope {
    public static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    public static final byte[] START =
            ascii("<s:Envelope xmlns:s=\"" + SOAP + "\" xmlns=\"urn:not:yours\"><s:Header/><s:Body>\n");
    public static final byte[] END = ascii("\n</s:Body></s:Envelope>");

    static final StaxParser PARSER = input()::createXMLStreamReader;
    private static final XMLOutputFactory OUTPUT = output();

    private Envelope() {}

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] join(byte[]... parts) {
        int size = 0;
        for (byte[] part : parts) {
            size += part.length;
        }
        byte[] whole = new byte[size];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }

    /** Moves a reader to the start tag of the body's child. */
    static XMLStreamReader payload(XMLStreamReader reader) throws XMLStreamException, BadRequestException {
        boolean inBody = false;
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                if (inBody) {
                    return reader;
                }
                inBody = reader.getLocalName().equals("Body");
            }
        }
        throw new BadRequestException("there is nothing in the body");
    }

    public static void write(Answer answer, OutputStream out) throws XMLStreamException {
        XMLStreamWriter writer = OUTPUT.createXMLStreamWriter(out, "UTF-8");
        writer.writeStartElement("s", "Envelope", SOAP);
        writer.writeNamespace("s", SOAP);
        writer.writeDefaultNamespace("urn:not:yours");
        writer.writeStartElement("s", "Body", SOAP);
        answer.writeTo(writer);
        writer.writeEndElement();
        writer.writeEndElement();
        writer.close();
    }

    /** A tree of what the reader says, as a binding makes it. */
    static Document tree(InputStream envelope) throws BadRequestException, IOException {
        MessageStream in = new MessageStream(envelope);
        try {
            XMLStreamReader reader = PARSER.open(in);
            Document tree = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
            Node open = tree;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> open = open.appendChild(element(tree, reader));
                    case XMLStreamConstants.END_ELEMENT -> open = open.getParentNode();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        open.appendChild(tree.createTextNode(reader.getText()));
                    case XMLStreamConstants.DTD -> throw new BadRequestException("a DOCTYPE is not allowed");
                    default -> {
                        // Nothing that a handler would look at.
                    }
                }
            }
            return tree;
        } catch (XMLStreamException | WstxLazyException e) {
            in.rethrow();
            throw new BadRequestException("not well-formed or beyond a limit", e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Element element(Document tree, XMLStreamReader reader) {
        Element element = tree.createElementNS(reader.getNamespaceURI(), reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            element.setAttributeNS(
                    namespace == null || namespace.isEmpty() ? null : namespace,
                    reader.getAttributeLocalName(i),
                    reader.getAttributeValue(i));
        }
        return element;
    }

    static Element bodyChild(Document envelope) throws BadRequestException {
        Node body = envelope.getElementsByTagNameNS(SOAP, "Body").item(0);
        for (Node node = body.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                return element;
            }
        }
        throw new BadRequestException("there is nothing in the body");
    }

    /** Like CXF's and not like a room's: lazy, as by default, and with the limits that CXF sets. */
    public static WstxInputFactory input() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 100);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 500);
        factory.setProperty(WstxInputProperties.P_MAX_CHILDREN_PER_ELEMENT, 50_000);
        return factory;
    }

    static XMLOutputFactory output() {
        XMLOutputFactory factory = new WstxOutputFactory();
        factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, false);
        return factory;
    }
}
