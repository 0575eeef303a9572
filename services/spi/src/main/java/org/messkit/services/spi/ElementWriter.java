// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes into an answer elements as they came in a message: each namespace as the default where it changes, prefixes on
 * attributes alone. So the declarations around the elements, a payload's or an envelope's, need not be known. One answer's alone.
 */
public final class ElementWriter {
    private final XMLStreamWriter out;
    /** The default namespace within each open element. */
    private final Deque<String> defaults = new ArrayDeque<>();

    private int prefixes;

    /**
     * Makes one.
     *
     * @param out not repairing
     * @param namespace the default one at the writer's position
     */
    public ElementWriter(XMLStreamWriter out, String namespace) {
        this.out = out;
        defaults.push(namespace);
    }

    /**
     * Begins an element; its attributes follow before anything else.
     *
     * @param namespace null or empty for none
     */
    public void start(String namespace, String name) throws XMLStreamException {
        String own = namespace == null ? "" : namespace;
        out.writeStartElement("", name, own);
        if (!own.equals(defaults.element())) {
            out.writeDefaultNamespace(own);
        }
        defaults.push(own);
        prefixes = 0;
    }

    /**
     * Writes an attribute of the element that has just begun.
     *
     * @param namespace null or empty for none
     */
    public void attribute(String namespace, String name, String value) throws XMLStreamException {
        if (namespace == null || namespace.isEmpty()) {
            out.writeAttribute(name, value);
        } else if (namespace.equals(XMLConstants.XML_NS_URI)) {
            out.writeAttribute(XMLConstants.XML_NS_PREFIX, namespace, name, value);
        } else {
            String prefix = "a" + prefixes++;
            out.writeNamespace(prefix, namespace);
            out.writeAttribute(prefix, namespace, name, value);
        }
    }

    /** Writes text. */
    public void text(String text) throws XMLStreamException {
        out.writeCharacters(text);
    }

    /** Ends the element that began last. */
    public void end() throws XMLStreamException {
        defaults.pop();
        out.writeEndElement();
    }
}
