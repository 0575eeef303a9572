// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.streaming;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.messkit.services.spi.Fragment;

/** Walks a reader element by element. */
final class ElementWalk {
    private final XMLStreamReader in;
    private final SkippingReader skipping;
    private Fragment copy;

    /** Starts at the start tag that the reader stands on. */
    ElementWalk(XMLStreamReader in) {
        this.in = in;
        this.skipping = in instanceof SkippingReader reader ? reader : null;
    }

    /** Goes to the next tag; false if it is an end tag. */
    boolean child() throws XMLStreamException {
        if (copy != null) {
            return copiedChild();
        }
        // In a local variable: the compiler would have to read the field again at each step.
        XMLStreamReader in = this.in;
        int event = in.next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            event = in.next();
        }
        return event == XMLStreamConstants.START_ELEMENT;
    }

    private boolean copiedChild() throws XMLStreamException {
        while (true) {
            int event = in.next();
            copy(event);
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return event == XMLStreamConstants.START_ELEMENT;
            }
        }
    }

    /** Goes from a start tag to its end tag. */
    void skip() throws XMLStreamException {
        if (skipping != null && copy == null) {
            skipping.skipElement();
            return;
        }
        for (int open = 1; open > 0; ) {
            open += child() ? 1 : -1;
        }
    }

    /** The text of the element whose start tag the reader stands on, without blanks around it; goes to the end tag. */
    String text() throws XMLStreamException {
        return wholeText().strip();
    }

    /** As {@link #text()}, with the blanks around it. */
    String wholeText() throws XMLStreamException {
        String text = in.getElementText();
        if (copy != null) {
            copy.text(text);
            copy.end();
        }
        return text;
    }

    /** From the start tag that the reader stands on keeps what it walks over, until it is told to keep no more. */
    void keepIn(Fragment fragment) {
        copy = fragment;
        copy(XMLStreamConstants.START_ELEMENT);
    }

    void keepNoMore() {
        copy = null;
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

    private void copy(int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                copy.start(in.getNamespaceURI(), in.getLocalName());
                for (int i = 0; i < in.getAttributeCount(); i++) {
                    copy.attribute(in.getAttributeNamespace(i), in.getAttributeLocalName(i), in.getAttributeValue(i));
                }
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                copy.text(in.getText());
            case XMLStreamConstants.END_ELEMENT -> copy.end();
            default -> {
                // Comments and instructions are no content.
            }
        }
    }
}
