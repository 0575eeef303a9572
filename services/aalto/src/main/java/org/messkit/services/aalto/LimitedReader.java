// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.aalto;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.util.StreamReaderDelegate;
import org.codehaus.stax2.LocationInfo;
import org.codehaus.stax2.XMLStreamReader2;
import org.messkit.services.spi.XmlLimits;

/**
 * Keeps the limits around Aalto, which has none, event by event, and ends a message at its DOCTYPE. The length of a text is what it takes in the
 * message. For one document and one thread.
 */
final class LimitedReader extends StreamReaderDelegate {
    private static final long NONE = -1;

    private final LocationInfo place;
    private final XmlLimits limits;
    private final int[] children;
    private int depth;
    private long elements;
    /** Of the text so far, up to the last event that was no text. */
    private long textLength;
    /** Where the last event began, if it was text; else {@value #NONE}. */
    private long textStart = NONE;

    LimitedReader(XMLStreamReader2 aalto, XmlLimits limits) {
        super(aalto);
        this.place = aalto.getLocationInfo();
        this.limits = limits;
        this.children = new int[limits.depth() + 1];
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        if (textStart != NONE) {
            textLength += offset() - textStart;
            textStart = NONE;
            refuseBeyond(limits.textChars(), textLength);
        }
        switch (event) {
            case START_ELEMENT -> {
                refuseBeyond(limits.elements(), ++elements);
                refuseBeyond(limits.children(), ++children[depth]);
                refuseBeyond(limits.depth(), ++depth);
                refuseBeyond(limits.attributes(), getAttributeCount());
                children[depth] = 0;
                textLength = 0;
            }
            case END_ELEMENT -> {
                depth--;
                textLength = 0;
            }
            case CHARACTERS, CDATA, SPACE -> textStart = offset();
            case DTD -> throw new XMLStreamException("a DOCTYPE is not allowed", getLocation());
            case ENTITY_REFERENCE -> throw new XMLStreamException("an entity is not declared", getLocation());
            default -> {
                // Bounded by the message.
            }
        }
        return event;
    }

    /** {@inheritDoc} By way of this reader's events: Aalto's own way would go past the limits. */
    @Override
    public String getElementText() throws XMLStreamException {
        String first = "";
        StringBuilder more = null;
        for (int event = next(); event != END_ELEMENT; event = next()) {
            switch (event) {
                case CHARACTERS, CDATA, SPACE -> {
                    if (first.isEmpty()) {
                        first = getText();
                    } else {
                        more = more == null ? new StringBuilder(first) : more;
                        more.append(getText());
                    }
                }
                case COMMENT, PROCESSING_INSTRUCTION -> {
                    // A text goes on behind it.
                }
                default -> throw new XMLStreamException("a text must have no elements in it", getLocation());
            }
        }
        return more == null ? first : more.toString();
    }

    /** {@inheritDoc} By way of this reader's events, as above. */
    @Override
    public int nextTag() throws XMLStreamException {
        int event = next();
        while (event == COMMENT || event == PROCESSING_INSTRUCTION || event == SPACE || isWhiteSpace()) {
            event = next();
        }
        if (event != START_ELEMENT && event != END_ELEMENT) {
            throw new XMLStreamException("an element must begin or end here", getLocation());
        }
        return event;
    }

    /** In bytes; in characters where the encoding is not one of single bytes. To ask for a text's length would have it decoded. */
    private long offset() {
        long bytes = place.getStartingByteOffset();
        return bytes >= 0 ? bytes : place.getStartingCharOffset();
    }

    private void refuseBeyond(long limit, long value) throws XMLStreamException {
        if (value > limit) {
            throw new XMLStreamException("beyond a limit", getLocation());
        }
    }
}
