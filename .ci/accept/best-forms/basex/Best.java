// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.basex.build.Builder;
import org.basex.build.MemBuilder;
import org.basex.build.Parser;
import org.basex.core.Context;
import org.basex.core.MainOptions;
import org.basex.io.IO;
import org.basex.io.serial.Serializer;
import org.basex.io.serial.SerializerOptions;
import org.basex.query.QueryException;
import org.basex.query.QueryProcessor;
import org.basex.query.value.Value;
import org.basex.query.value.node.DBNode;
import org.basex.util.Token;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.PlainHandler;
import org.messkit.services.spi.Technology;

/** Sushi Boats by the service's own query on a database in main memory, fed from a raw StAX reader. Nothing checked. */
public final class Best implements Technology {
    private static final Context CONTEXT = new Context(false);
    private static final MainOptions OPTIONS = new MainOptions(false);
    private static final XMLInputFactory FACTORY = new WstxInputFactory();

    public Best() {}

    @Override
    public String name() {
        return "best";
    }

    @Override
    public Handler handler(String useCase, String variant) {
        try (InputStream module = Class.forName("org.messkit.services.basex.BasexTechnology")
                .getResourceAsStream("/restxq/" + useCase + ".xqm")) {
            String query = new String(module.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("\nmodule namespace ", "\ndeclare namespace ");
            return new Querying(query + "f:answer(.)");
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Querying(String query) implements PlainHandler {
        @Override
        public Answer answer(InputStream message) throws IOException {
            try (QueryProcessor processor = new QueryProcessor(query, CONTEXT)) {
                Feed feed = new Feed(FACTORY.createXMLStreamReader(message));
                processor.context(new DBNode(new MemBuilder("message", feed).build()));
                return new Node(processor.value());
            } catch (QueryException | XMLStreamException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class Feed extends Parser {
        private final XMLStreamReader in;

        Feed(XMLStreamReader in) {
            super((IO) null, OPTIONS);
            this.in = in;
        }

        @Override
        public void parse(Builder builder) throws IOException {
            try {
                builder.openDoc(Token.token("message"));
                for (int event = in.next(); event != XMLStreamConstants.END_DOCUMENT; event = in.next()) {
                    switch (event) {
                        case XMLStreamConstants.START_ELEMENT -> start(builder);
                        case XMLStreamConstants.END_ELEMENT -> builder.closeElem();
                        case XMLStreamConstants.CHARACTERS -> builder.text(Token.token(in.getText()));
                        default -> {
                            // No content.
                        }
                    }
                }
                builder.closeDoc();
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        }

        private void start(Builder builder) throws IOException {
            atts.reset();
            nsp.reset();
            for (int i = 0; i < in.getNamespaceCount(); i++) {
                String prefix = in.getNamespacePrefix(i);
                nsp.add(Token.token(prefix == null ? "" : prefix), Token.token(in.getNamespaceURI(i)));
            }
            for (int i = 0; i < in.getAttributeCount(); i++) {
                atts.add(
                        name(in.getAttributePrefix(i), in.getAttributeLocalName(i)),
                        Token.token(in.getAttributeValue(i)));
            }
            builder.openElem(name(in.getPrefix(), in.getLocalName()), atts, nsp);
        }

        private static byte[] name(String prefix, String local) {
            return Token.token(prefix == null || prefix.isEmpty() ? local : prefix + ":" + local);
        }
    }

    private record Node(Value element) implements Answer {
        private static final SerializerOptions OPTIONS = new SerializerOptions();

        @Override
        public void writeTo(OutputStream out) throws IOException {
            try (Serializer serializer = Serializer.get(out, OPTIONS)) {
                serializer.serialize((org.basex.query.value.item.Item) element);
            }
        }

        @Override
        public void writeTo(XMLStreamWriter out) {
            throw new IllegalStateException("only plain messages are compared");
        }
    }
}
