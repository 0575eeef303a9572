// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.cases;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.diff.Diff;

/** Compares two documents as XML: prefixes, comments and white space between elements do not matter. Thread-safe. */
final class CanonicalComparison {
    private static final int LONGEST = 300;

    private CanonicalComparison() {}

    /** The first difference as one line, or null if there is none. */
    static String difference(byte[] expected, byte[] actual) {
        Document answer;
        try {
            answer = parsed(actual);
        } catch (SAXParseException e) {
            return oneLine("the answer cannot be read as XML, line " + e.getLineNumber() + ", column "
                    + e.getColumnNumber() + ": " + e.getMessage());
        } catch (SAXException | IOException e) {
            return oneLine("the answer cannot be read as XML: " + e.getMessage());
        }
        try {
            Diff diff = DiffBuilder.compare(parsed(expected))
                    .withTest(answer)
                    .checkForSimilar()
                    .ignoreComments()
                    .ignoreElementContentWhitespace()
                    .build();
            return diff.hasDifferences()
                    ? oneLine(diff.getDifferences().iterator().next().toString())
                    : null;
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("the expected answer is not XML: " + e.getMessage(), e);
        }
    }

    private static Document parsed(byte[] document) throws SAXException, IOException {
        try {
            DocumentBuilder builder = hardened().newDocumentBuilder();
            builder.setErrorHandler(new Thrower());
            return builder.parse(new ByteArrayInputStream(document));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's parser cannot be made", e);
        }
    }

    /** The parser's own handler would print each wrong answer to standard error beside throwing it. */
    private static final class Thrower implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) {}

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private static DocumentBuilderFactory hardened() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        try {
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's parser cannot be hardened", e);
        }
        return factory;
    }
}
