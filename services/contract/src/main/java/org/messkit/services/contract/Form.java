// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.SoapBody;
import org.w3c.dom.Element;

/** The forms in which a binding hands a message to a handler. */
enum Form {
    /** The whole document as a stream, as in plain XML over HTTP. */
    STREAM {
        @Override
        boolean servedBy(Handler handler) {
            return true;
        }

        @Override
        InputStream document(byte[] prolog, byte[] payload) {
            return new ByteArrayInputStream(Envelope.join(prolog, payload));
        }

        @Override
        Element answer(Handler handler, InputStream document) throws BadRequestException, IOException {
            return tree(handler.answer(document));
        }
    },
    /** A StAX reader at the payload's root inside an envelope, the handler's own if it brings one. */
    STAX {
        @Override
        boolean servedBy(Handler handler) {
            return handler.envelopeParser().isEmpty() && handler.soapBody() == SoapBody.READER;
        }

        @Override
        Element answer(Handler handler, InputStream document)
                throws BadRequestException, IOException, XMLStreamException {
            var parser = handler.envelopeReader().orElse(Envelope.PARSER);
            var reader = Envelope.payload(parser.open(document));
            Answer answer = handler.answer(reader);
            while (reader.getEventType() != XMLStreamConstants.END_DOCUMENT) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    throw new AssertionError("the handler left the payload at " + reader.getName());
                }
            }
            var out = new ByteArrayOutputStream();
            Envelope.write(answer, out);
            return Envelope.bodyChild(CanonicalAnswer.tree(out.toByteArray()));
        }
    },
    /** The payload's element in the tree that the handler's own envelope parser makes, or else the binding. */
    TREE {
        @Override
        boolean servedBy(Handler handler) {
            return handler.envelopeParser().isPresent() || handler.soapBody() != SoapBody.READER;
        }

        @Override
        Element answer(Handler handler, InputStream document)
                throws BadRequestException, IOException, XMLStreamException {
            var parser = handler.envelopeParser().orElse(Envelope::tree);
            Answer answer = handler.answer(Envelope.bodyChild(parser.parse(document)));
            var out = new ByteArrayOutputStream();
            Envelope.write(answer, out);
            return Envelope.bodyChild(CanonicalAnswer.tree(out.toByteArray()));
        }
    };

    /** Whether bindings use this form with that handler. */
    abstract boolean servedBy(Handler handler);

    /** Asks the handler; the answer as a tree. The document is read to its end. */
    abstract Element answer(Handler handler, InputStream document)
            throws BadRequestException, IOException, XMLStreamException;

    /** The document as it arrives: what stands before the root, and the payload, in an envelope or not. */
    InputStream document(byte[] prolog, byte[] payload) {
        return new ByteArrayInputStream(Envelope.join(prolog, Envelope.START, payload, Envelope.END));
    }

    Element answer(Handler handler, byte[] payload) throws BadRequestException, IOException, XMLStreamException {
        InputStream document = document("".getBytes(StandardCharsets.US_ASCII), payload);
        Element answer = answer(handler, document);
        if (document.read() != -1) {
            throw new AssertionError("the handler did not read the message to its end");
        }
        return answer;
    }

    private static Element tree(Answer answer) throws IOException {
        var out = new ByteArrayOutputStream();
        answer.writeTo(out);
        return CanonicalAnswer.tree(out.toByteArray()).getDocumentElement();
    }
}
