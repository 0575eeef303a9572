// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.saxon;

import java.util.NoSuchElementException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** Shows the element whose start tag a reader stands on as a document of its own: Saxon reads whole documents only. */
final class PayloadDocument extends StreamReaderDelegate {
    private int event = START_DOCUMENT;
    private int open;

    PayloadDocument(XMLStreamReader payload) {
        super(payload);
    }

    @Override
    public int getEventType() {
        return event;
    }

    @Override
    public boolean hasNext() {
        return event != END_DOCUMENT;
    }

    @Override
    public int next() throws XMLStreamException {
        if (event == END_DOCUMENT) {
            throw new NoSuchElementException();
        }
        if (event == START_DOCUMENT) {
            event = START_ELEMENT;
        } else if (open == 0) {
            event = END_DOCUMENT;
        } else {
            event = super.next();
        }
        if (event == START_ELEMENT) {
            open++;
        } else if (event == END_ELEMENT) {
            open--;
        }
        return event;
    }

    @Override
    public void close() {
        // The reader goes on behind the payload.
    }
}
