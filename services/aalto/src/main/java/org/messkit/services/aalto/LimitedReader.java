// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.aalto;

import com.fasterxml.aalto.stax.StreamReaderImpl;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.util.StreamReaderDelegate;
import org.messkit.services.spi.XmlLimits;

/**
 * Keeps the limits around Aalto, which has none, event by event, and ends a message at its DOCTYPE. The length of a text is what it takes in the
 * message, without comments and instructions. For one document and one thread.
 */
final class LimitedReader extends StreamReaderDelegate {
    private static final long NONE = -1;

    private final StreamReaderImpl aalto;
    private final CountedStream message;
    private final XmlLimits limits;
    private final int[] children;
    private long elements;
    /** Where the text since the last tag began, {@value #NONE} if there is none. */
    private long textStart = NONE;
    /** Where the comment or instruction within it began that was the last event, else {@value #NONE}. */
    private long asideStart = NONE;

    /**
     * Makes one.
     *
     * @param message what Aalto reads from
     */
    LimitedReader(StreamReaderImpl aalto, CountedStream message, XmlLimits limits) {
        super(aalto);
        this.aalto = aalto;
        this.message = message;
        this.limits = limits;
        // Level 0 is the document.
        this.children = new int[limits.depth() + 1];
    }

    @Override
    public int next() throws XMLStreamException {
        int event = aalto.next();
        if (textStart != NONE) {
            boundText(event);
        }
        if (event == START_ELEMENT) {
            start();
        } else if (event != END_ELEMENT) {
            other(event);
        }
        return event;
    }

    private void start() throws XMLStreamException {
        int depth = aalto.getDepth();
        // Before the array is touched: a caller may go on after a refusal.
        if (depth < 1 || depth > limits.depth()) {
            throw beyond();
        }
        if (++elements > limits.elements()
                || ++children[depth - 1] > limits.children()
                || aalto.getAttributeCount() > limits.attributes()) {
            throw beyond();
        }
        children[depth] = 0;
    }

    private void other(int event) throws XMLStreamException {
        switch (event) {
            case CHARACTERS, CDATA, SPACE -> textStart = textStart == NONE ? offset() : textStart;
            case COMMENT, PROCESSING_INSTRUCTION -> asideStart = textStart == NONE ? NONE : offset();
            case DTD -> throw new XMLStreamException("a DOCTYPE is not allowed", getLocation());
            case ENTITY_REFERENCE -> throw new XMLStreamException("an entity is not declared", getLocation());
            default -> {
                // Bounded by the message.
            }
        }
    }

    /** Bounds the text so far, at an event with which it ends or goes on. */
    private void boundText(int event) throws XMLStreamException {
        if (asideStart != NONE) {
            textStart += offset() - asideStart;
            asideStart = NONE;
        }
        // Nobody need ask how long a text is before as much of the message was read as one may be long.
        if (message.bytes() > limits.textChars() && offset() - textStart > limits.textChars()) {
            throw beyond();
        }
        if (event == START_ELEMENT || event == END_ELEMENT) {
            textStart = NONE;
        }
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
        long bytes = aalto.getStartingByteOffset();
        return bytes >= 0 ? bytes : aalto.getStartingCharOffset();
    }

    private XMLStreamException beyond() {
        return new XMLStreamException("beyond a limit", getLocation());
    }
}
