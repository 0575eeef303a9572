// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.sax;

import com.ctc.wstx.stax.WstxOutputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What writing answers takes. Xerces parses only; a tree for an answer of a few elements would be a detour. */
final class AnswerXml {
    /** Thread-safe. */
    static final XMLOutputFactory OUTPUT = output();

    private AnswerXml() {}

    /** Writes an element in the default namespace that holds text alone. */
    static void leaf(XMLStreamWriter out, String namespace, String name, String text) throws XMLStreamException {
        out.writeStartElement("", name, namespace);
        out.writeCharacters(text);
        out.writeEndElement();
    }

    private static XMLOutputFactory output() {
        XMLOutputFactory factory = new WstxOutputFactory();
        factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, false);
        return factory;
    }
}
