// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.EnvelopeParser;
import org.messkit.services.spi.MessageEncoding;
import org.messkit.services.spi.MessageStream;
import org.messkit.services.spi.XmlLimits;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Looks the factory up and hardens it for every message, as code that was copied from a page of examples does. The parser
 * that is found and what it is told are those of {@link LimitedParser}. Thread-safe.
 *
 * @implNote JAXP lets nobody watch the tree grow, so limits are kept when it has grown; till then the host's bound on a
 *     message's bytes is the only one
 */
final class NaiveParser implements EnvelopeParser {
    private static final String FEATURES = "http://apache.org/xml/features/";

    private final XmlLimits limits;

    NaiveParser(XmlLimits limits) {
        this.limits = limits;
    }

    @Override
    public Document parse(InputStream message) throws BadRequestException, IOException {
        DocumentBuilder builder = builder();
        MessageStream in = new MessageStream(message);
        try {
            Document document = builder.parse(new InputSource(in));
            if (!MessageEncoding.isServed(document.getXmlEncoding())) {
                throw new SAXException("an encoding that is not served");
            }
            new TreeLimits(limits).check(document.getDocumentElement());
            return document;
        } catch (SAXException | IOException e) {
            in.rethrow();
            throw Parsers.refusal(e);
        }
    }

    private static DocumentBuilder builder() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setIgnoringComments(true);
        factory.setCoalescing(true);
        try {
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature(FEATURES + "disallow-doctype-decl", true);
            factory.setFeature(FEATURES + "nonvalidating/load-external-dtd", false);
            factory.setFeature(FEATURES + "dom/defer-node-expansion", false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Refusing());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the parser that was found is not Xerces", e);
        }
    }
}
