// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.binding;

import jakarta.xml.ws.Provider;
import jakarta.xml.ws.Service.Mode;
import jakarta.xml.ws.ServiceMode;
import jakarta.xml.ws.WebServiceProvider;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stax.StAXSource;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.staxutils.DepthXMLStreamReader;
import org.apache.cxf.staxutils.StaxUtils;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.BindingTreeHandler;
import org.messkit.services.spi.ReaderHandler;
import org.messkit.services.spi.TreeHandler;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Gives a handler the payload as CXF holds it: the reader that was opened on the request's own stream, or the tree that the
 * handler's own parser made. No copy in between.
 */
@WebServiceProvider
@ServiceMode(Mode.PAYLOAD)
public final class PayloadProvider implements Provider<Source> {
    static final String NONE = "the SOAP body is empty";
    static final String TWO = "there is more than one element in the body";

    private final Taking taking;
    private final SoapVersion version;

    private PayloadProvider(Taking taking, SoapVersion version) {
        this.taking = taking;
        this.version = version;
    }

    /** For a handler that goes on with the reader of the envelope. */
    static PayloadProvider ofReaders(ReaderHandler handler, SoapVersion version) {
        return ofReaders((Reading) handler::answer, version);
    }

    /** For a handler whose own parser has made a tree of the envelope. */
    static PayloadProvider ofTrees(TreeHandler handler, SoapVersion version) {
        return new PayloadProvider(request -> answer(payload(request, DOMSource.class), handler), version);
    }

    /** For a handler that takes a copy of what the reader of the envelope says. */
    static PayloadProvider ofCopies(BindingTreeHandler handler, SoapVersion version) {
        // The copy is what CXF's own binding of trees makes; made here, what follows the payload can still be seen.
        return ofReaders(reader -> handler.answer(StaxUtils.read(reader).getDocumentElement()), version);
    }

    private static PayloadProvider ofReaders(Reading reading, SoapVersion version) {
        return new PayloadProvider(request -> answer(payload(request, StAXSource.class), reading), version);
    }

    /** What is done with the payload as CXF holds it. */
    @FunctionalInterface
    private interface Taking {
        Answer from(Source request) throws BadRequestException, XMLStreamException;
    }

    /** What is done with a reader at the payload. */
    @FunctionalInterface
    private interface Reading {
        Answer from(XMLStreamReader payload) throws BadRequestException, XMLStreamException;
    }

    @Override
    public Source invoke(Source request) {
        try {
            return new AnswerSource(taking.from(request));
        } catch (BadRequestException e) {
            throw new SoapFault(e.getMessage(), e, version.sender());
        } catch (XMLStreamException e) {
            throw new SoapFault("the message is not well-formed or passes a limit", e, version.sender());
        }
    }

    /** CXF has none of a body that is empty. */
    private static <T extends Source> T payload(Source request, Class<T> type) throws BadRequestException {
        if (type.isInstance(request)) {
            return type.cast(request);
        }
        throw new BadRequestException(NONE);
    }

    private static Answer answer(StAXSource payload, Reading reading) throws BadRequestException, XMLStreamException {
        XMLStreamReader reader = atRoot(payload.getXMLStreamReader());
        Answer answer = reading.from(reader);
        refuseMore(reader);
        return answer;
    }

    private static Answer answer(DOMSource payload, TreeHandler handler) throws BadRequestException {
        Node node = payload.getNode();
        refuseMore(node);
        return handler.answer(node instanceof Document document ? document.getDocumentElement() : (Element) node);
    }

    /** A body with two elements means one thing to us and may mean another to whoever looked before. */
    private static void refuseMore(XMLStreamReader payload) throws BadRequestException, XMLStreamException {
        // CXF's view ends with the payload; what follows is seen by the reader below.
        XMLStreamReader body = payload instanceof DepthXMLStreamReader view ? view.getReader() : payload;
        // A handler may have gone past the end tag.
        for (int event = body.getEventType();
                event != XMLStreamConstants.END_DOCUMENT
                        && !(event == XMLStreamConstants.END_ELEMENT
                                && body.getLocalName().equals("Body"));
                event = body.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                throw new BadRequestException(TWO);
            }
        }
    }

    private static void refuseMore(Node payload) throws BadRequestException {
        for (Node node = payload.getNextSibling(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element) {
                throw new BadRequestException(TWO);
            }
        }
    }

    /** CXF's view of the payload begins with the start of a document of its own. */
    private static XMLStreamReader atRoot(XMLStreamReader reader) throws XMLStreamException {
        while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
            reader.next();
        }
        return reader;
    }

    /** Carries an answer through CXF to the point where its writer is open. */
    record AnswerSource(Answer answer) implements Source {
        @Override
        public void setSystemId(String systemId) {
            throw new IllegalStateException("an answer has no system identifier");
        }

        @Override
        public String getSystemId() {
            return null;
        }
    }
}
