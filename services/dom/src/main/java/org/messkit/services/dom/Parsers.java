// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.EnvelopeParser;
import org.messkit.services.spi.MessageStream;
import org.messkit.services.spi.XmlLimits;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Parses messages with a small pool of parsers. Thread-safe. */
final class Parsers implements EnvelopeParser {
    private static final int MOST_IDLE = 64;

    private final XmlLimits limits;
    private final Nodes nodes;
    private final BlockingQueue<LimitedParser> idle = new ArrayBlockingQueue<>(MOST_IDLE);

    Parsers(XmlLimits limits, Nodes nodes) {
        this.limits = limits;
        this.nodes = nodes;
    }

    @Override
    public Document parse(InputStream message) throws BadRequestException, IOException {
        LimitedParser parser = idle.poll();
        if (parser == null) {
            parser = new LimitedParser(limits, nodes);
        }
        Document document = parse(parser, message);
        // The pool must not hold trees. A parser that threw is not trusted again.
        parser.dropDocumentReferences();
        idle.offer(parser);
        return document;
    }

    private static Document parse(LimitedParser parser, InputStream message) throws BadRequestException, IOException {
        MessageStream in = new MessageStream(message);
        try {
            parser.parse(new InputSource(in));
            return parser.getDocument();
        } catch (SAXException | IOException e) {
            in.rethrow();
            throw refusal(e);
        }
    }

    /** What the sender is told of what a parser said. */
    static BadRequestException refusal(Exception e) {
        return new BadRequestException("not well-formed, with a DOCTYPE or beyond a limit" + place(e), e);
    }

    private static String place(Exception e) {
        return e instanceof SAXParseException at && at.getLineNumber() > 0
                ? ", near line " + at.getLineNumber() + ", column " + at.getColumnNumber()
                : "";
    }
}
