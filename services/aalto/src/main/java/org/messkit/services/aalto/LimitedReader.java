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

    private final XMLStreamReader2 aalto;
    private final LocationInfo place;
    private final CountedStream message;
    private final XmlLimits limits;
    private final int[] children;
    private int depth;
    private long elements;
    /** Of the text so far, up to the last event that was no text. */
    private long textLength;
    /** Where the last event began, if it was text; else {@value #NONE}. */
    private long textStart = NONE;

    /**
     * Makes one.
     *
     * @param message what Aalto reads from
     */
    LimitedReader(XMLStreamReader2 aalto, CountedStream message, XmlLimits limits) {
        super(aalto);
        this.aalto = aalto;
        this.place = aalto.getLocationInfo();
        this.message = message;
        this.limits = limits;
        this.children = new int[limits.depth() + 1];
    }

    @Override
    public int next() throws XMLStreamException {
        int event = aalto.next();
        if (textStart != NONE) {
            endOfText();
        }
        switch (event) {
            case START_ELEMENT -> {
                if (++elements > limits.elements()
                        || ++children[depth] > limits.children()
                        || ++depth > limits.depth()
                        || aalto.getAttributeCount() > limits.attributes()) {
                    throw beyond();
                }
                children[depth] = 0;
                textLength = 0;
            }
            case END_ELEMENT -> {
                depth--;
                textLength = 0;
            }
            // A text that begins before as much was read as one may be long begins at the latest where reading is.
            case CHARACTERS, CDATA, SPACE -> textStart = mayBeTooLong() ? offset() : message.bytes();
            case DTD -> throw new XMLStreamException("a DOCTYPE is not allowed", getLocation());
            case ENTITY_REFERENCE -> throw new XMLStreamException("an entity is not declared", getLocation());
            default -> {
                // Bounded by the message.
            }
        }
        return event;
    }

    private void endOfText() throws XMLStreamException {
        if (mayBeTooLong()) {
            textLength += offset() - textStart;
            if (textLength > limits.textChars()) {
                throw beyond();
            }
        }
        textStart = NONE;
    }

    /** Not before as much was read; till then nobody need ask where an event begins. */
    private boolean mayBeTooLong() {
        return message.bytes() > limits.textChars();
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

    private XMLStreamException beyond() {
        return new XMLStreamException("beyond a limit", getLocation());
    }
}
