// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import java.io.OutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.Source;
import javax.xml.transform.stax.StAXSource;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.WhitespaceStrippingPolicy;
import net.sf.saxon.s9api.XQueryEvaluator;
import net.sf.saxon.s9api.XQueryExecutable;
import net.sf.saxon.s9api.XdmNode;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.PlainHandler;
import org.messkit.services.spi.Technology;

/**
 * Sushi Boats by the service's own query, compiled once, on Saxon's tree of the message: from a raw StAX reader, or with the variant
 * {@code stream} from the stream, whose parser Saxon looks up. Nothing checked.
 */
public final class Best implements Technology {
    public Best() {}

    @Override
    public String name() {
        return "best";
    }

    @Override
    public Handler handler(String useCase, String variant) {
        try (InputStream query = Class.forName("org.messkit.services.saxon.SaxonTechnology")
                .getResourceAsStream(useCase + ".xq")) {
            Processor processor = new Processor(false);
            return new Querying(processor, processor.newXQueryCompiler().compile(query), variant.equals("stream"));
        } catch (SaxonApiException | ClassNotFoundException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Querying(Processor processor, XQueryExecutable query, boolean stream) implements PlainHandler {
        private static final XMLInputFactory FACTORY = new WstxInputFactory();

        @Override
        public Answer answer(InputStream message) {
            try {
                Source source =
                        stream ? new StreamSource(message) : new StAXSource(FACTORY.createXMLStreamReader(message));
                var builder = processor.newDocumentBuilder();
                builder.setWhitespaceStrippingPolicy(WhitespaceStrippingPolicy.NONE);
                XQueryEvaluator evaluator = query.load();
                evaluator.setContextItem(builder.build(source));
                return new Node(processor, (XdmNode) evaluator.evaluateSingle());
            } catch (SaxonApiException | XMLStreamException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private record Node(Processor processor, XdmNode element) implements Answer {
        @Override
        public void writeTo(OutputStream out) {
            try {
                Serializer serializer = processor.newSerializer(out);
                serializer.setOutputProperty(Serializer.Property.OMIT_XML_DECLARATION, "yes");
                serializer.serializeNode(element);
            } catch (SaxonApiException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void writeTo(XMLStreamWriter out) {
            throw new IllegalStateException("only plain messages are compared");
        }
    }
}
