// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.sax;

import java.util.ArrayDeque;
import java.util.Deque;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.Fragment;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * A reading that knows where it is: each open element stands at a place, and texts are kept at few of them only.
 *
 * @param <P> the places
 */
abstract class PlacedReading<P extends Enum<P>> extends Reading {
    private final Deque<P> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private Fragment copy;

    /** The place of an element that begins, by that of its parent, null for the root. */
    abstract P place(P parent, String namespace, String name, Attributes attributes) throws BadRequestException;

    /** Whether the text of elements at a place is wanted. */
    abstract boolean hasText(P place);

    /** The text of the element that ends, with the blanks around it. */
    final String wholeText() {
        return text.toString();
    }

    /** From the element that begins keeps all that is told, until it is told to keep no more. */
    final void keepIn(Fragment fragment) {
        copy = fragment;
    }

    final void keepNoMore() {
        copy = null;
    }

    /** An element ends; its text has no blanks around it, and is empty where it is not wanted. */
    abstract void ended(P place, String text) throws BadRequestException;

    @Override
    public final void startElement(String namespace, String name, String qualified, Attributes attributes)
            throws SAXException {
        try {
            open.push(place(open.peek(), namespace, name, attributes));
        } catch (BadRequestException e) {
            throw new SAXException(e);
        }
        if (hasText(open.element())) {
            text.setLength(0);
        }
        if (copy != null) {
            copy.start(namespace, name);
            for (int i = 0; i < attributes.getLength(); i++) {
                copy.attribute(attributes.getURI(i), attributes.getLocalName(i), attributes.getValue(i));
            }
        }
    }

    @Override
    public final void characters(char[] characters, int start, int length) {
        if (hasText(open.element())) {
            text.append(characters, start, length);
        }
        if (copy != null) {
            copy.text(new String(characters, start, length));
        }
    }

    @Override
    public final void endElement(String namespace, String name, String qualified) throws SAXException {
        P place = open.pop();
        if (copy != null) {
            copy.end();
        }
        try {
            ended(place, hasText(place) ? text.toString().strip() : "");
        } catch (BadRequestException e) {
            throw new SAXException(e);
        }
    }
}
