// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.jaxb;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks a StAX reader element by element, also where JAXB has moved it on. */
final class ElementWalk {
    private final XMLStreamReader in;
    private boolean ahead;

    /** Starts at the start tag that the reader stands on. */
    ElementWalk(XMLStreamReader in) {
        this.in = in;
    }

    /** Goes to the start tag of the next child; false at the end tag of the parent. */
    boolean child() throws XMLStreamException {
        int event = ahead ? in.getEventType() : in.next();
        ahead = false;
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            event = in.next();
        }
        return event == XMLStreamConstants.START_ELEMENT;
    }

    /** Goes from a start tag to its end tag. */
    void skip() throws XMLStreamException {
        for (int open = 1; open > 0; ) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            }
        }
    }

    /** The text of the element whose start tag the reader stands on, without blanks around it; goes to the end tag. */
    String text() throws XMLStreamException {
        return in.getElementText().strip();
    }

    boolean at(String namespace, String name) {
        return in.getLocalName().equals(name) && namespace.equals(in.getNamespaceURI());
    }

    /** The reader was moved past an end tag by somebody else. */
    void movedPast() {
        ahead = true;
    }
}
