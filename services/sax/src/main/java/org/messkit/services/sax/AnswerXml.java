// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.sax;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.woodstox.Woodstox;

/** What writing answers takes. Xerces parses only; a tree for an answer of a few elements would be a detour. */
final class AnswerXml {
    /** Thread-safe. */
    static final XMLOutputFactory OUTPUT = Woodstox.output();

    private AnswerXml() {}

    /** Writes an element in the default namespace that holds text alone. */
    static void leaf(XMLStreamWriter out, String namespace, String name, String text) throws XMLStreamException {
        out.writeStartElement("", name, namespace);
        out.writeCharacters(text);
        out.writeEndElement();
    }
}
