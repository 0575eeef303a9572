// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.ask;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.messkit.services.contract.compare.CanonicalAnswer;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.BindingTreeHandler;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.PlainHandler;
import org.messkit.services.spi.ReaderHandler;
import org.messkit.services.spi.TreeHandler;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The forms in which a binding hands a message to a handler. */
public enum Form {
    /** The whole document as a stream, as in plain XML over HTTP. */
    STREAM {
        @Override
        public boolean servedBy(Handler handler) {
            return true;
        }

        @Override
        public InputStream document(byte[] prolog, byte[] payload) {
            return new ByteArrayInputStream(Envelope.join(prolog, payload));
        }

        @Override
        public Answer ask(Handler handler, InputStream document) throws BadRequestException, IOException {
            return ((PlainHandler) handler).answer(document);
        }

        @Override
        public Element answer(Handler handler, InputStream document) throws BadRequestException, IOException {
            return tree(ask(handler, document));
        }
    },
    /** A StAX reader at the payload's root inside an envelope, the handler's own if it brings one. */
    STAX {
        @Override
        public boolean servedBy(Handler handler) {
            return handler instanceof ReaderHandler;
        }

        @Override
        public Answer ask(Handler handler, InputStream document) throws BadRequestException, XMLStreamException {
            ReaderHandler readers = (ReaderHandler) handler;
            return readers.answer(payload(readers, document));
        }

        @Override
        public Element answer(Handler handler, InputStream document)
                throws BadRequestException, IOException, XMLStreamException {
            ReaderHandler readers = (ReaderHandler) handler;
            XMLStreamReader reader = payload(readers, document);
            Answer answer = readers.answer(reader);
            while (reader.getEventType() != XMLStreamConstants.END_DOCUMENT) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    throw new AssertionError("the handler left the payload at " + reader.getName());
                }
            }
            return inEnvelope(answer);
        }

        private XMLStreamReader payload(ReaderHandler handler, InputStream document)
                throws BadRequestException, XMLStreamException {
            return Envelope.payload(
                    handler.envelopeReader().orElse(Envelope.PARSER).open(document));
        }
    },
    /** The payload's element in the tree that the handler's own envelope parser makes, or else the binding. */
    TREE {
        @Override
        public boolean servedBy(Handler handler) {
            return handler instanceof TreeHandler || handler instanceof BindingTreeHandler;
        }

        @Override
        public Answer ask(Handler handler, InputStream document) throws BadRequestException, IOException {
            if (handler instanceof TreeHandler trees) {
                Document envelope = trees.envelopeParser().parse(document);
                return trees.answer(Envelope.bodyChild(envelope));
            }
            return ((BindingTreeHandler) handler).answer(Envelope.bodyChild(Envelope.tree(document)));
        }

        @Override
        public Element answer(Handler handler, InputStream document)
                throws BadRequestException, IOException, XMLStreamException {
            return inEnvelope(ask(handler, document));
        }
    };

    /** Whether bindings use this form with that handler. */
    public abstract boolean servedBy(Handler handler);

    /** Asks the handler, and looks at nothing. */
    public abstract Answer ask(Handler handler, InputStream document)
            throws BadRequestException, IOException, XMLStreamException;

    /** Asks the handler; the answer as a tree. The document is read to its end. */
    public abstract Element answer(Handler handler, InputStream document)
            throws BadRequestException, IOException, XMLStreamException;

    /** The document as it arrives: what stands before the root, and the payload, in an envelope or not. */
    public InputStream document(byte[] prolog, byte[] payload) {
        return new ByteArrayInputStream(Envelope.join(prolog, Envelope.START, payload, Envelope.END));
    }

    public Element answer(Handler handler, byte[] payload) throws BadRequestException, IOException, XMLStreamException {
        InputStream document = document("".getBytes(StandardCharsets.US_ASCII), payload);
        Element answer = answer(handler, document);
        if (document.read() != -1) {
            throw new AssertionError("the handler did not read the message to its end");
        }
        return answer;
    }

    private static Element inEnvelope(Answer answer) throws BadRequestException, IOException, XMLStreamException {
        var out = new ByteArrayOutputStream();
        Envelope.write(answer, out);
        return Envelope.bodyChild(CanonicalAnswer.tree(out.toByteArray()));
    }

    private static Element tree(Answer answer) throws IOException {
        var out = new ByteArrayOutputStream();
        answer.writeTo(out);
        return CanonicalAnswer.tree(out.toByteArray()).getDocumentElement();
    }
}
