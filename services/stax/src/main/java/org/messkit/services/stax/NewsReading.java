// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.stax;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.messkit.services.spi.BadRequestException;

/** One stream of news on its way through a reader. Never holds more than one entry's id and the ids of interest. */
final class NewsReading {
    private final XMLStreamReader in;
    private final List<String> ids = new ArrayList<>();
    private String streamId = "";
    private String interest = "";

    /** Starts at the start tag of the root. */
    NewsReading(XMLStreamReader in) {
        this.in = in;
    }

    /** Reads to the end tag of the root. */
    void read() throws BadRequestException, XMLStreamException {
        if (!at("NewsStream")) {
            throw new BadRequestException("the payload must be a NewsStream in " + SushiBoats.NAMESPACE);
        }
        for (int open = 1; open > 0; ) {
            if (!tag()) {
                open--;
            } else if (at("Entry")) {
                entry();
            } else if (at("Section")) {
                open++;
            } else if (at("Header")) {
                header();
            } else {
                skip();
            }
        }
        if (streamId.isEmpty()) {
            throw new BadRequestException("a Header must be there");
        }
    }

    String streamId() {
        return streamId;
    }

    List<String> ids() {
        return ids;
    }

    private void header() throws BadRequestException, XMLStreamException {
        while (tag()) {
            if (at("StreamId")) {
                streamId = in.getElementText().strip();
            } else if (at("Interest")) {
                interest = in.getElementText().strip();
            } else {
                skip();
            }
        }
        if (streamId.isEmpty() || interest.isEmpty()) {
            throw new BadRequestException("a Header must have a StreamId and an Interest");
        }
    }

    private void entry() throws BadRequestException, XMLStreamException {
        if (interest.isEmpty()) {
            throw new BadRequestException("the Header must stand before the first Entry");
        }
        String id = "";
        boolean ofInterest = false;
        while (tag()) {
            if (at("Id")) {
                id = in.getElementText().strip();
            } else {
                if (at("Category")) {
                    ofInterest |= interest.equals(term());
                }
                skip();
            }
        }
        if (id.isEmpty()) {
            throw new BadRequestException("an Entry must have an Id");
        }
        if (ofInterest) {
            ids.add(id);
        }
    }

    private String term() throws BadRequestException {
        String term = in.getAttributeValue(null, "term");
        if (term == null) {
            throw new BadRequestException("a Category must have a term");
        }
        return term.strip();
    }

    /** Goes to the next tag; false if it is an end tag. */
    private boolean tag() throws XMLStreamException {
        while (true) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return event == XMLStreamConstants.START_ELEMENT;
            }
        }
    }

    private boolean at(String name) {
        return in.getLocalName().equals(name) && SushiBoats.NAMESPACE.equals(in.getNamespaceURI());
    }

    /** Goes from a start tag to its end tag. */
    private void skip() throws XMLStreamException {
        for (int open = 1; open > 0; ) {
            open += tag() ? 1 : -1;
        }
    }
}
