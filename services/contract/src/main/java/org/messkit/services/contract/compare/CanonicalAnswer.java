// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.compare;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.diff.Diff;

/** Compares answers without regard to prefixes, comments, instructions and white space between elements. */
public final class CanonicalAnswer {
    private CanonicalAnswer() {}

    /**
     * Holds an answer against the expected one.
     *
     * @throws AssertionError with the first differences, if they are not the same
     */
    public static void assertSame(byte[] expected, Node actual) {
        assertSame(expected, actual, Blanks.BETWEEN_ELEMENTS);
    }

    /** As {@link #assertSame}, and without regard to white space around texts. */
    public static void assertSameButForBlanks(byte[] expected, Node actual) {
        assertSame(expected, actual, Blanks.AROUND_TEXTS);
    }

    /** As {@link #assertSame}, and every blank counts. */
    public static void assertSameToTheBlank(byte[] expected, Node actual) {
        assertSame(expected, actual, Blanks.NONE);
    }

    private static void assertSame(byte[] expected, Node actual, Blanks ignored) {
        Document tree = tree(expected);
        // Most answers are right, and XMLUnit takes longer to find that than the service took to answer.
        if (CanonicalText.of(tree, ignored).equals(CanonicalText.of(actual, ignored))) {
            return;
        }
        DiffBuilder answers = DiffBuilder.compare(tree)
                .withTest(document(actual))
                .checkForSimilar()
                .withDocumentBuilderFactory(factory());
        switch (ignored) {
            case BETWEEN_ELEMENTS -> answers.ignoreElementContentWhitespace();
            case AROUND_TEXTS -> answers.normalizeWhitespace();
            case NONE -> {
                // As it is.
            }
        }
        Diff diff = answers.build();
        if (diff.hasDifferences()) {
            throw new AssertionError("wrong answer: " + diff);
        }
    }

    /** White space that does not count. */
    enum Blanks {
        BETWEEN_ELEMENTS,
        AROUND_TEXTS,
        NONE
    }

    /** Of anything but a document XMLUnit makes one by the transformer that a look-up finds: Saxon's takes 10 ms to make. */
    private static Document document(Node node) {
        if (node instanceof Document document) {
            return document;
        }
        try {
            Document document = factory().newDocumentBuilder().newDocument();
            document.appendChild(document.importNode(node, true));
            return document;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Document tree(byte[] xml) {
        try {
            Document tree = factory().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
            dropInstructions(tree);
            tree.normalize();
            return tree;
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("an answer is not well-formed", e);
        }
    }

    private static void dropInstructions(Node parent) {
        Node next;
        for (Node node = parent.getFirstChild(); node != null; node = next) {
            next = node.getNextSibling();
            if (node.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
                parent.removeChild(node);
            } else {
                dropInstructions(node);
            }
        }
    }

    private static DocumentBuilderFactory factory() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        factory.setIgnoringComments(true);
        factory.setCoalescing(true);
        return factory;
    }
}
