// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.basex;

import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.basex.build.BuildException;
import org.basex.build.Builder;
import org.basex.build.MemBuilder;
import org.basex.build.Parser;
import org.basex.core.MainOptions;
import org.basex.data.Data;
import org.basex.io.IO;
import org.basex.util.Atts;
import org.basex.util.Token;
import org.messkit.services.spi.BadRequestException;

/**
 * Feeds BaseX's builder from a StAX reader: the payload becomes a document of its own. Comments and instructions are left out,
 * as they are no content. Used once.
 */
final class PayloadFeed extends Parser {
    /** Only read; system properties have no say in it. */
    private static final MainOptions OPTIONS = new MainOptions(false);

    private final XMLStreamReader in;
    private final Scope scope = new Scope();

    private PayloadFeed(XMLStreamReader payload) {
        super((IO) null, OPTIONS);
        in = payload;
    }

    /** A database in main memory of the element whose start tag the reader stands on; leaves the reader on its end tag. */
    static Data database(XMLStreamReader payload) throws BadRequestException, XMLStreamException {
        PayloadFeed feed = new PayloadFeed(payload);
        try {
            return new MemBuilder("message", feed).build();
        } catch (IOException | RuntimeException e) {
            // A binding's reader may parse text lazily, and then has no checked way to say that it is malformed.
            if (e.getCause() instanceof XMLStreamException unreadable) {
                throw unreadable;
            }
            if (e instanceof BuildException) {
                throw new BadRequestException("beyond a limit of the database", e);
            }
            throw new IllegalStateException("cannot make a database", e);
        }
    }

    @Override
    public void parse(Builder builder) throws IOException {
        try {
            builder.openDoc(Token.token("message"));
            root(builder);
            builder.closeDoc();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void root(Builder builder) throws IOException, XMLStreamException {
        Text text = new Text();
        start(builder);
        for (int open = 1; open > 0; ) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    text.flush(builder);
                    start(builder);
                    open++;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    text.flush(builder);
                    builder.closeElem();
                    scope.close();
                    open--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.add(in.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("an entity is not declared");
                default -> {
                    // A text goes on behind it.
                }
            }
        }
    }

    private void start(Builder builder) throws IOException {
        atts.reset();
        nsp.reset();
        scope.open();
        for (int i = 0; i < in.getNamespaceCount(); i++) {
            scope.declare(in.getNamespacePrefix(i), in.getNamespaceURI(i), nsp);
        }
        byte[] name = name(in.getPrefix(), in.getNamespaceURI(), in.getLocalName(), nsp);
        for (int i = 0; i < in.getAttributeCount(); i++) {
            byte[] attribute =
                    name(in.getAttributePrefix(i), in.getAttributeNamespace(i), in.getAttributeLocalName(i), nsp);
            atts.add(attribute, Token.token(in.getAttributeValue(i)));
        }
        builder.openElem(name, atts, nsp);
    }

    /** A name as it stands in the message; what the envelope declares is declared again where it is first used. */
    private byte[] name(String prefix, String namespace, String local, Atts declarations) {
        if (namespace != null && !namespace.isEmpty()) {
            scope.require(prefix, namespace, declarations);
        }
        return Token.token(prefix == null || prefix.isEmpty() ? local : prefix + ":" + local);
    }

    /** A text on its way: a reader may give it in pieces. */
    private static final class Text {
        private String first;
        private StringBuilder more;

        void add(String piece) {
            if (first == null) {
                first = piece;
            } else {
                if (more == null) {
                    more = new StringBuilder(first);
                }
                more.append(piece);
            }
        }

        void flush(Builder builder) throws IOException {
            if (first != null) {
                String text = more == null ? first : more.toString();
                builder.text(Token.token(text));
                first = null;
                more = null;
            }
        }
    }
}
