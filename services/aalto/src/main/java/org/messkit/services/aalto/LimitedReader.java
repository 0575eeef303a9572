// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.aalto;

import com.fasterxml.aalto.stax.StreamReaderImpl;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.util.StreamReaderDelegate;
import org.messkit.services.spi.XmlLimits;
import org.messkit.services.streaming.SkippingReader;

/**
 * Keeps the limits around Aalto, which has none, event by event, and ends a message at its DOCTYPE. The length of a text is what it takes in the
 * message, without comments and instructions. For one document and one thread.
 */
final class LimitedReader extends StreamReaderDelegate implements SkippingReader {
    private static final long NONE = -1;

    private final StreamReaderImpl aalto;
    private final CountedStream message;
    private final int mostTextChars;
    private final int mostAttributes;
    private final int mostChildren;
    private final int[] childrenLeft;
    private long elementsLeft;
    /** Where the text since the last tag began, {@value #NONE} if there is none. */
    private long textStart = NONE;
    /** Where the comments and instructions began that are the last events, {@value #NONE} if others are; of use only where there is a text. */
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
        mostTextChars = limits.textChars();
        mostAttributes = limits.attributes();
        mostChildren = limits.children();
        elementsLeft = limits.elements();
        // Level 0 is the document.
        childrenLeft = new int[limits.depth() + 1];
        childrenLeft[0] = 1;
    }

    @Override
    public int next() throws XMLStreamException {
        return next(aalto);
    }

    /** {@inheritDoc} Most have a text alone or nothing in them: each of the first steps is expected to find something else. */
    @Override
    public void skipElement() throws XMLStreamException {
        // In a local variable: the compiler would have to read the field again at each step.
        StreamReaderImpl aalto = this.aalto;
        int event = next(aalto);
        if (event == CHARACTERS) {
            event = next(aalto);
        }
        for (int open = 1; event != END_ELEMENT || --open > 0; event = next(aalto)) {
            if (event == START_ELEMENT) {
                open++;
            }
        }
    }

    // What is asked at every tag goes past the delegate, which would find out each time whose reader it has.

    @Override
    public String getLocalName() {
        return aalto.getLocalName();
    }

    @Override
    public String getNamespaceURI() {
        return aalto.getNamespaceURI();
    }

    @Override
    public String getAttributeValue(String namespace, String name) {
        return aalto.getAttributeValue(namespace, name);
    }

    private int next(StreamReaderImpl aalto) throws XMLStreamException {
        int event = aalto.next();
        // Nobody need ask how long a text is before as much of the message was read as one may be long.
        if (message.bytes() > mostTextChars) {
            boundText();
        }
        if (event == START_ELEMENT) {
            textStart = NONE;
            start(aalto);
        } else if (event == END_ELEMENT) {
            textStart = NONE;
        } else {
            other(event);
        }
        return event;
    }

    private void start(StreamReaderImpl aalto) throws XMLStreamException {
        int depth = aalto.getDepth();
        // Before the array is touched: a caller may go on after a refusal.
        if (depth < 1
                || depth >= childrenLeft.length
                || --elementsLeft < 0
                || --childrenLeft[depth - 1] < 0
                || aalto.getAttributeCount() > mostAttributes) {
            throw beyond();
        }
        childrenLeft[depth] = mostChildren;
    }

    private void other(int event) throws XMLStreamException {
        switch (event) {
            case CHARACTERS, CDATA, SPACE -> text();
            case COMMENT, PROCESSING_INSTRUCTION -> asideStart = asideStart == NONE ? offset() : asideStart;
            case DTD -> throw new XMLStreamException("a DOCTYPE is not allowed", getLocation());
            case ENTITY_REFERENCE -> throw new XMLStreamException("an entity is not declared", getLocation());
            default -> {
                // Bounded by the message.
            }
        }
    }

    private void text() {
        if (textStart == NONE) {
            textStart = offset();
            asideStart = NONE;
        } else if (asideStart != NONE) {
            passAside();
        }
    }

    /** Bounds the text so far, at an event with which it ends or goes on. */
    private void boundText() throws XMLStreamException {
        if (textStart != NONE) {
            if (asideStart != NONE) {
                passAside();
            }
            if (offset() - textStart > mostTextChars) {
                throw beyond();
            }
        }
    }

    /** What stood between is no part of the text. */
    private void passAside() {
        textStart += offset() - asideStart;
        asideStart = NONE;
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
