// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.whitebox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.diff.Diff;

/** Compares answers as XML: prefixes and white space between elements do not matter. By the JDK's parser, whatever the room's. */
final class Answers {
    private Answers() {}

    /** The first difference in one line, empty if there is none. */
    static String difference(byte[] expected, Element actual) {
        Diff diff = DiffBuilder.compare(tree(expected))
                .withTest(document(actual))
                .withDocumentBuilderFactory(DocumentBuilderFactory.newDefaultNSInstance())
                .ignoreElementContentWhitespace()
                .checkForSimilar()
                .build();
        return diff.hasDifferences()
                ? diff.getDifferences().iterator().next().toString().replaceAll("\\s+", " ")
                : "";
    }

    /**
     * A document's tree.
     *
     * @throws IllegalStateException if it is not well-formed
     */
    static Document tree(byte[] xml) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException("an answer is not well-formed: " + e.getMessage(), e);
        }
    }

    /** Of anything but a document XMLUnit makes one by whatever transformer a look-up finds in the room. */
    private static Document document(Element element) {
        try {
            Document document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
            document.appendChild(document.importNode(element, true));
            return document;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
