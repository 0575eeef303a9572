// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.cases;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xmlunit.XMLUnitException;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.builder.Input;
import org.xmlunit.diff.Diff;

/** Compares two documents as XML: prefixes, comments and white space between elements do not matter. Thread-safe. */
final class CanonicalComparison {
    private static final int LONGEST = 300;

    private CanonicalComparison() {}

    /** The first difference as one line, or null if there is none. */
    static String difference(byte[] expected, byte[] actual) {
        try {
            Diff diff = DiffBuilder.compare(Input.fromByteArray(expected))
                    .withTest(Input.fromByteArray(actual))
                    .withDocumentBuilderFactory(hardened())
                    .checkForSimilar()
                    .ignoreComments()
                    .ignoreElementContentWhitespace()
                    .build();
            if (!diff.hasDifferences()) {
                return null;
            }
            return oneLine(diff.getDifferences().iterator().next().toString());
        } catch (XMLUnitException e) {
            return oneLine("the answer is not well-formed XML: " + e.getMessage());
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
