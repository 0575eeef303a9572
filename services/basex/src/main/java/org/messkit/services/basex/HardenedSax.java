// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.basex;

import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.messkit.services.spi.SaxLimits;
import org.messkit.services.spi.XmlLimits;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.XMLFilter;
import org.xml.sax.XMLReader;

/**
 * The JDK's SAX parser, hardened and within the kit's limits. BaseX looks its parser up and cannot be given one, so this is
 * what a look-up finds in this room. By itself BaseX would expand entities as often as a message likes.
 */
public final class HardenedSax extends SAXParserFactory {
    private final SAXParserFactory jdk = SAXParserFactory.newDefaultInstance();
    private final XmlLimits limits = XmlLimits.fromSystemProperties();

    /**
     * For the look-up.
     *
     * @throws IllegalStateException if the JDK's parser cannot be hardened
     */
    public HardenedSax() {
        try {
            jdk.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the JDK's parser cannot refuse a DOCTYPE", e);
        }
    }

    /** The parser that does the work. */
    static XMLReader inside() {
        try {
            return ((XMLFilter) new HardenedSax().newSAXParser().getXMLReader()).getParent();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("the parser cannot be made", e);
        }
    }

    @Override
    public SAXParser newSAXParser() throws ParserConfigurationException, SAXException {
        jdk.setNamespaceAware(isNamespaceAware());
        return new Limited(jdk.newSAXParser(), limits);
    }

    /** {@inheritDoc} What is included may be a file; so BaseX must be told not to ask for it, as it would by default. */
    @Override
    public void setXIncludeAware(boolean state) {
        if (state) {
            throw new UnsupportedOperationException("no inclusions");
        }
    }

    @Override
    public void setFeature(String name, boolean value)
            throws ParserConfigurationException, SAXNotRecognizedException, SAXNotSupportedException {
        jdk.setFeature(name, value);
    }

    @Override
    public boolean getFeature(String name)
            throws ParserConfigurationException, SAXNotRecognizedException, SAXNotSupportedException {
        return jdk.getFeature(name);
    }

    /** One parser. */
    private static final class Limited extends SAXParser {
        private final SAXParser jdk;
        private final XMLReader reader;

        Limited(SAXParser jdk, XmlLimits limits) throws SAXException {
            this.jdk = jdk;
            this.reader = new SaxLimits(jdk.getXMLReader(), limits);
        }

        @Override
        @SuppressWarnings("deprecation")
        public org.xml.sax.Parser getParser() {
            throw new UnsupportedOperationException("SAX 1 has no limits");
        }

        @Override
        public XMLReader getXMLReader() {
            return reader;
        }

        @Override
        public boolean isNamespaceAware() {
            return jdk.isNamespaceAware();
        }

        @Override
        public boolean isValidating() {
            return jdk.isValidating();
        }

        @Override
        public void setProperty(String name, Object value) throws SAXNotRecognizedException, SAXNotSupportedException {
            jdk.setProperty(name, value);
        }

        @Override
        public Object getProperty(String name) throws SAXNotRecognizedException, SAXNotSupportedException {
            return jdk.getProperty(name);
        }
    }
}
