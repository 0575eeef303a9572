// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.Locator2;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Keeps the limits, and the encodings that are taken, in front of a SAX parser that has none of its own, while it parses. Refuses by {@link SAXException}; every
 * error of the parser ends the parse too. One parse at a time; may be used again after each.
 */
public final class SaxLimits extends XMLFilterImpl {
    private final XmlLimits limits;
    private final int[] childrenLeft;
    private int depth;
    private long elementsLeft;
    private long textChars;
    private Locator locator;

    /**
     * Makes one.
     *
     * @param parser aware of namespaces, hardened: no DOCTYPE
     */
    public SaxLimits(XMLReader parser, XmlLimits limits) {
        super(parser);
        this.limits = limits;
        // Level 0 is the document.
        this.childrenLeft = new int[limits.depth() + 1];
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
        super.setDocumentLocator(locator);
    }

    @Override
    public void startDocument() throws SAXException {
        depth = 0;
        elementsLeft = limits.elements();
        textChars = 0;
        childrenLeft[0] = 1;
        super.startDocument();
    }

    @Override
    public void startElement(String namespace, String name, String qualified, Attributes attributes)
            throws SAXException {
        if (depth == 0 && locator instanceof Locator2 document && !MessageEncoding.isServed(document.getEncoding())) {
            throw new SAXException("an encoding that is not served");
        }
        int inner = depth + 1;
        if (--elementsLeft < 0
                || --childrenLeft[depth] < 0
                || inner >= childrenLeft.length
                || attributes.getLength() > limits.attributes()) {
            throw beyond();
        }
        depth = inner;
        childrenLeft[inner] = limits.children();
        textChars = 0;
        super.startElement(namespace, name, qualified, attributes);
    }

    @Override
    public void endElement(String namespace, String name, String qualified) throws SAXException {
        depth--;
        textChars = 0;
        super.endElement(namespace, name, qualified);
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        textChars += length;
        if (textChars > limits.textChars()) {
            throw beyond();
        }
        super.characters(text, start, length);
    }

    @Override
    public void error(SAXParseException problem) throws SAXException {
        throw problem;
    }

    @Override
    public void fatalError(SAXParseException problem) throws SAXException {
        throw problem;
    }

    private static SAXException beyond() {
        return new SAXException("beyond a limit");
    }
}
