// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

/**
 * What a parser takes before it refuses a message. All bounds are inclusive.
 *
 * @param depth nesting of elements, the root of the document being 1
 * @param attributes attributes of one element
 * @param children child elements of one element
 * @param textChars characters of one run of text
 * @param elements elements of one document
 */
public record XmlLimits(int depth, int attributes, int children, int textChars, long elements) {
    /** Checks that every bound leaves room for a message. */
    public XmlLimits {
        require(depth, "messkit.xml.max-depth");
        require(attributes, "messkit.xml.max-attributes");
        require(children, "messkit.xml.max-children");
        require(textChars, "messkit.xml.max-text");
        require(elements, "messkit.xml.max-elements");
    }

    /**
     * The limits of this process, each from a system property or its default.
     *
     * @throws IllegalArgumentException if a property is not a whole number of at least 1
     */
    public static XmlLimits fromSystemProperties() {
        return new XmlLimits(
                whole("messkit.xml.max-depth", 100),
                whole("messkit.xml.max-attributes", 500),
                whole("messkit.xml.max-children", 50_000),
                whole("messkit.xml.max-text", 10 * 1024 * 1024),
                whole("messkit.xml.max-elements", 5_000_000));
    }

    private static int whole(String property, int otherwise) {
        String text = System.getProperty(property);
        try {
            return text == null ? otherwise : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(property + " must be a whole number, got: " + text, e);
        }
    }

    private static void require(long bound, String property) {
        if (bound < 1) {
            throw new IllegalArgumentException(property + " must be at least 1, got: " + bound);
        }
    }
}
