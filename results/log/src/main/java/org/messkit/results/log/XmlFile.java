// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import com.ctc.wstx.api.InvalidCharHandler;
import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes one of the run folder's XML files, indented so that a person can read it and a diff shows what changed. What XML
 * cannot hold (most control characters, half a surrogate pair) becomes U+FFFD: such text comes from a service's answer or a
 * machine's facts, and a run must not be lost for it. Not thread-safe.
 */
public final class XmlFile {
    private static final WstxOutputFactory FACTORY = factory();

    private final XMLStreamWriter xml;
    private int level;

    private XmlFile(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Writes elements; the root is open and ends by itself. */
    @FunctionalInterface
    public interface Body {
        void writeTo(XmlFile xml) throws XMLStreamException;
    }

    /** Writes a document. */
    public static void write(OutputStream out, Body document) throws IOException {
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            document.writeTo(new XmlFile(xml));
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Writes the document's root, or an element that could be one, with namespace and format version. */
    void root(String name, Map<String, ?> attributes, Body children) throws XMLStreamException {
        indent();
        xml.writeStartElement(name);
        if (level == 0) {
            xml.writeDefaultNamespace(FormatVersion.NAMESPACE);
        }
        xml.writeAttribute("format", String.valueOf(FormatVersion.CURRENT));
        attributes(attributes);
        children(children);
    }

    /** Writes an element that holds elements. */
    public void element(String name, Map<String, ?> attributes, Body children) throws XMLStreamException {
        indent();
        xml.writeStartElement(name);
        attributes(attributes);
        children(children);
    }

    /** Writes an element that holds attributes only. */
    public void empty(String name, Map<String, ?> attributes) throws XMLStreamException {
        indent();
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    /** Writes an element that holds text only. */
    public void text(String name, String text) throws XMLStreamException {
        indent();
        xml.writeStartElement(name);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private void children(Body children) throws XMLStreamException {
        level++;
        children.writeTo(this);
        level--;
        indent();
        xml.writeEndElement();
    }

    private void indent() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(level));
    }

    private void attributes(Map<String, ?> attributes) throws XMLStreamException {
        for (Map.Entry<String, ?> attribute : attributes.entrySet()) {
            xml.writeAttribute(attribute.getKey(), clean(lexical(attribute.getValue())));
        }
    }

    /** XML Schema's form of a value. */
    private static String lexical(Object value) {
        if (value instanceof Double number && number.isInfinite()) {
            return number > 0 ? "INF" : "-INF";
        }
        return String.valueOf(value);
    }

    /** The text without halves of surrogate pairs, which Woodstox refuses before its handler of invalid characters sees them. */
    private static String clean(String text) {
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return text;
        }
        int[] points = text.codePoints()
                .map(p -> p >= Character.MIN_SURROGATE && p <= Character.MAX_SURROGATE ? 0xFFFD : p)
                .toArray();
        return new String(points, 0, points.length);
    }

    private static WstxOutputFactory factory() {
        WstxOutputFactory factory = new WstxOutputFactory();
        factory.setProperty(WstxOutputProperties.P_USE_DOUBLE_QUOTES_IN_XML_DECL, true);
        factory.setProperty(
                WstxOutputProperties.P_OUTPUT_INVALID_CHAR_HANDLER, new InvalidCharHandler.ReplacingHandler('\uFFFD'));
        return factory;
    }
}
