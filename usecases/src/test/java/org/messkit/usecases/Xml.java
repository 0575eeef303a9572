// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Reads messages by means that no generator uses. */
public final class Xml {
    private static final XMLInputFactory STAX = new WstxInputFactory();

    static {
        STAX.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        STAX.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    private Xml() {}

    /**
     * What a reader sees.
     *
     * @param tokens start tags, end tags and runs of text
     * @param elements start tags
     * @param depth greatest nesting
     */
    public record Census(int tokens, int elements, int depth) {}

    public static Census census(byte[] xml) throws XMLStreamException {
        var reader = STAX.createXMLStreamReader(new ByteArrayInputStream(xml));
        int tokens = 0;
        int elements = 0;
        int open = 0;
        int depth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            tokens++;
            if (event == XMLStreamConstants.START_ELEMENT) {
                elements++;
                depth = Math.max(depth, ++open);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            }
        }
        return new Census(tokens, elements, depth);
    }

    public static Document tree(byte[] xml) throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml));
    }

    /** XPath in which the prefix {@code m} stands for one namespace. */
    public static XPath path(String namespace) {
        XPath path = XPathFactory.newDefaultInstance().newXPath();
        path.setNamespaceContext(new NamespaceContext() {
            @Override
            public String getNamespaceURI(String prefix) {
                return prefix.equals("m") ? namespace : XMLConstants.NULL_NS_URI;
            }

            @Override
            public String getPrefix(String uri) {
                throw new UnsupportedOperationException();
            }

            @Override
            public java.util.Iterator<String> getPrefixes(String uri) {
                throw new UnsupportedOperationException();
            }
        });
        return path;
    }
}
