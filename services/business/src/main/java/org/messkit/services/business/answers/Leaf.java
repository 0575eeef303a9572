// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.business.answers;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements that hold text alone. */
public final class Leaf {
    private Leaf() {}

    /** Writes one in the default namespace. */
    public static void write(XMLStreamWriter out, String namespace, String name, String text)
            throws XMLStreamException {
        out.writeStartElement("", name, namespace);
        out.writeCharacters(text);
        out.writeEndElement();
    }
}
