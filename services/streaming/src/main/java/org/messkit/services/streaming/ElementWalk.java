// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.streaming;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks a reader element by element. */
final class ElementWalk {
    private final XMLStreamReader in;

    /** Starts at the start tag that the reader stands on. */
    ElementWalk(XMLStreamReader in) {
        this.in = in;
    }

    /** Goes to the next tag; false if it is an end tag. */
    boolean child() throws XMLStreamException {
        while (true) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return event == XMLStreamConstants.START_ELEMENT;
            }
        }
    }

    /** Goes from a start tag to its end tag. */
    void skip() throws XMLStreamException {
        for (int open = 1; open > 0; ) {
            open += child() ? 1 : -1;
        }
    }

    /** The text of the element whose start tag the reader stands on, without blanks around it; goes to the end tag. */
    String text() throws XMLStreamException {
        return in.getElementText().strip();
    }

    /** The local name if the element is in that namespace, else an empty text. */
    String name(String namespace) {
        return namespace.equals(in.getNamespaceURI()) ? in.getLocalName() : "";
    }

    String namespace() {
        return in.getNamespaceURI();
    }

    boolean at(String namespace, String name) {
        return in.getLocalName().equals(name) && namespace.equals(in.getNamespaceURI());
    }
}
