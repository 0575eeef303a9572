// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.sax;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.xerces.parsers.SAXParser;
import org.apache.xerces.parsers.XML11Configuration;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.MessageStream;
import org.messkit.services.spi.SaxLimits;
import org.messkit.services.spi.XmlLimits;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Parses messages with a small pool of Xerces parsers, by class and hardened. Thread-safe. */
final class Parsers {
    private static final int MOST_IDLE = 64;
    private static final ContentHandler NOBODY = new DefaultHandler();

    private final XmlLimits limits;
    private final BlockingQueue<XMLReader> idle = new ArrayBlockingQueue<>(MOST_IDLE);

    Parsers(XmlLimits limits) {
        this.limits = limits;
    }

    /** Tells a handler of a message; what the handler refuses comes out as it was thrown. */
    void parse(InputStream message, ContentHandler handler) throws BadRequestException, IOException {
        XMLReader parser = idle.poll();
        if (parser == null) {
            parser = new SaxLimits(xerces(), limits);
        }
        parser.setContentHandler(handler);
        parse(parser, message);
        // The pool must not hold answers. A parser that threw is not trusted again.
        parser.setContentHandler(NOBODY);
        idle.offer(parser);
    }

    private static void parse(XMLReader parser, InputStream message) throws BadRequestException, IOException {
        MessageStream in = new MessageStream(message);
        try {
            parser.parse(new InputSource(in));
        } catch (SAXException | IOException e) {
            in.rethrow();
            if (e.getCause() instanceof BadRequestException refused) {
                throw refused;
            }
            throw new BadRequestException("not well-formed, with a DOCTYPE or beyond a limit" + place(e), e);
        }
    }

    static XMLReader xerces() {
        try {
            XMLReader parser = new SAXParser(new XML11Configuration());
            parser.setFeature("http://xml.org/sax/features/namespaces", true);
            parser.setFeature("http://xml.org/sax/features/external-general-entities", false);
            parser.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            parser.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parser.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return parser;
        } catch (SAXException e) {
            throw new IllegalStateException("this is not Xerces 2.12", e);
        }
    }

    private static String place(Exception e) {
        return e instanceof SAXParseException at && at.getLineNumber() > 0
                ? ", near line " + at.getLineNumber() + ", column " + at.getColumnNumber()
                : "";
    }
}
