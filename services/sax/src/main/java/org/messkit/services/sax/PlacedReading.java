// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.sax;

import java.util.ArrayList;
import java.util.List;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.Fragment;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * A reading that knows where it is: an element of interest stands at a place, and texts are kept at few of them only. The others, with all that is
 * in them, are counted past.
 *
 * @param <P> the places
 */
abstract class PlacedReading<P extends Enum<P>> extends Reading {
    private final List<P> parents = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private P here;
    /** How many elements of no interest are open. */
    private int passing;

    private Fragment copy;

    /** The place of an element that begins, null if it is of no interest, by that of its parent, null for the root. */
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
        if (passing > 0) {
            passing++;
        } else {
            enter(namespace, name, attributes);
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
        if (passing == 0 && hasText(here)) {
            text.append(characters, start, length);
        }
        if (copy != null) {
            copy.text(new String(characters, start, length));
        }
    }

    @Override
    public final void endElement(String namespace, String name, String qualified) throws SAXException {
        if (copy != null) {
            copy.end();
        }
        if (passing > 0) {
            passing--;
        } else {
            leave();
        }
    }

    private void enter(String namespace, String name, Attributes attributes) throws SAXException {
        P place;
        try {
            place = place(here, namespace, name, attributes);
        } catch (BadRequestException e) {
            throw new SAXException(e);
        }
        if (place == null) {
            passing = 1;
        } else {
            parents.add(here);
            here = place;
            if (hasText(place)) {
                text.setLength(0);
            }
        }
    }

    private void leave() throws SAXException {
        P place = here;
        here = parents.remove(parents.size() - 1);
        try {
            ended(place, hasText(place) ? text.toString().strip() : "");
        } catch (BadRequestException e) {
            throw new SAXException(e);
        }
    }
}
