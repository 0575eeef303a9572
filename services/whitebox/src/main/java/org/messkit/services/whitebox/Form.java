// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.whitebox;

import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.BindingTreeHandler;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.PlainHandler;
import org.messkit.services.spi.ReaderHandler;
import org.messkit.services.spi.StaxParser;
import org.messkit.services.spi.TreeHandler;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The forms in which a binding hands a message to a handler and takes its answer. Thread-safe. */
enum Form {
    /** The whole document as a stream: plain XML over HTTP. */
    STREAM {
        @Override
        byte[] document(byte[] payload) {
            return payload;
        }

        @Override
        void answer(Handler handler, byte[] document, OutputStream out) throws BadRequestException, IOException {
            ((PlainHandler) handler).answer(new ByteArrayInputStream(document)).writeTo(out);
        }

        @Override
        Element payload(byte[] answer) {
            return Answers.tree(answer).getDocumentElement();
        }
    },
    /** A StAX reader that stands on the payload inside an envelope; the handler's own where it brings one. */
    READER {
        @Override
        void answer(Handler handler, byte[] document, OutputStream out) throws BadRequestException, XMLStreamException {
            ReaderHandler readers = (ReaderHandler) handler;
            StaxParser parser = readers.envelopeReader().orElse(INPUT::createXMLStreamReader);
            XMLStreamReader reader = parser.open(new ByteArrayInputStream(document));
            toPayload(reader);
            Answer answer = readers.answer(reader);
            while (reader.getEventType() != XMLStreamConstants.END_DOCUMENT) {
                reader.next();
            }
            reader.close();
            write(answer, out);
        }
    },
    /** The payload's element in the tree that the handler's own parser makes of the envelope. */
    TREE {
        @Override
        void answer(Handler handler, byte[] document, OutputStream out)
                throws BadRequestException, IOException, XMLStreamException {
            TreeHandler trees = (TreeHandler) handler;
            Document tree = trees.envelopeParser().parse(new ByteArrayInputStream(document));
            write(trees.answer(inBody(tree)), out);
        }
    };

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final byte[] START = ascii("<s:Envelope xmlns:s=\"" + SOAP + "\"><s:Body>");
    private static final byte[] END = ascii("</s:Body></s:Envelope>");
    // In the place of CXF's reader and not of a room's, so without a room's limits.
    private static final XMLInputFactory INPUT = new WstxInputFactory();
    private static final XMLOutputFactory OUTPUT = new WstxOutputFactory();

    static {
        INPUT.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        OUTPUT.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, false);
    }

    /**
     * The form that a binding has for a handler.
     *
     * @throws IllegalArgumentException if it is none of these: a servlet's, or a tree that CXF makes
     */
    static Form of(String binding, Handler handler) {
        return switch (binding) {
            case "pox" -> STREAM;
            case "soap11", "soap12" -> {
                if (handler instanceof BindingTreeHandler) {
                    throw new IllegalArgumentException("its trees are CXF's, and there is no CXF here");
                }
                yield handler instanceof TreeHandler ? TREE : READER;
            }
            default -> throw new IllegalArgumentException("what answers on " + binding + " is a servlet, no handler");
        };
    }

    /** The document that carries a payload. */
    byte[] document(byte[] payload) {
        byte[] document = new byte[START.length + payload.length + END.length];
        System.arraycopy(START, 0, document, 0, START.length);
        System.arraycopy(payload, 0, document, START.length, payload.length);
        System.arraycopy(END, 0, document, START.length + payload.length, END.length);
        return document;
    }

    /** Has a handler answer a document, and writes what it answers. */
    abstract void answer(Handler handler, byte[] document, OutputStream out)
            throws BadRequestException, IOException, XMLStreamException;

    /** The payload of an answer that was written. */
    Element payload(byte[] answer) throws BadRequestException {
        return inBody(Answers.tree(answer));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void toPayload(XMLStreamReader reader) throws XMLStreamException {
        for (int open = 0; open < 3; ) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                open++;
            }
        }
    }

    private static Element inBody(Document envelope) throws BadRequestException {
        Node body = envelope.getElementsByTagNameNS(SOAP, "Body").item(0);
        if (body != null && body.getFirstChild() instanceof Element payload) {
            return payload;
        }
        throw new BadRequestException("there is nothing in the body");
    }

    private static void write(Answer answer, OutputStream out) throws XMLStreamException {
        XMLStreamWriter writer = OUTPUT.createXMLStreamWriter(out, "UTF-8");
        writer.writeStartElement("s", "Envelope", SOAP);
        writer.writeNamespace("s", SOAP);
        writer.writeStartElement("s", "Body", SOAP);
        answer.writeTo(writer);
        writer.writeEndElement();
        writer.writeEndElement();
        writer.close();
    }
}
