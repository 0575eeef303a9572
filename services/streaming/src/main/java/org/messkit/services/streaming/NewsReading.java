// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.streaming;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.Fragment;
import org.messkit.services.spi.FullAnswer;

/**
 * One stream of news on its way through a reader. Never holds more than one entry's id and the ids of interest; where entries are
 * asked for whole, one entry and those of interest.
 */
final class NewsReading {
    static final String NAMESPACE = "urn:messkit:sushi-boats:1";

    private final XMLStreamReader in;
    private final ElementWalk walk;
    private final List<String> ids = new ArrayList<>();
    private String streamId = "";
    private String interest = "";
    private Fragment whole;

    /** Starts at the start tag of the root. */
    NewsReading(XMLStreamReader in) {
        this.in = in;
        this.walk = new ElementWalk(in);
    }

    /** Reads to the end tag of the root. */
    void read() throws BadRequestException, XMLStreamException {
        if (!at("NewsStream")) {
            throw new BadRequestException("the payload must be a NewsStream in " + NAMESPACE);
        }
        for (int open = 1; open > 0; ) {
            if (!walk.child()) {
                open--;
            } else if (at("Entry")) {
                entry();
            } else if (at("Section")) {
                open++;
            } else if (at("Header")) {
                header();
            } else {
                walk.skip();
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

    /** The entries of interest, null if their ids are enough. */
    Fragment whole() {
        return whole;
    }

    private void header() throws BadRequestException, XMLStreamException {
        while (walk.child()) {
            if (at("StreamId")) {
                streamId = walk.text();
            } else if (at("Interest")) {
                whole = FullAnswer.isAskedFor(in.getAttributeValue(null, "answer")) ? new Fragment() : null;
                interest = walk.text();
            } else {
                walk.skip();
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
        // In a local variable, as in the walk itself.
        ElementWalk walk = this.walk;
        int kept = 0;
        if (whole != null) {
            kept = whole.size();
            walk.keepIn(whole);
        }
        String id = "";
        boolean ofInterest = false;
        while (walk.child()) {
            if (at("Id")) {
                id = walk.text();
            } else {
                if (at("Category")) {
                    ofInterest |= interest.equals(term());
                }
                walk.skip();
            }
        }
        if (id.isEmpty()) {
            throw new BadRequestException("an Entry must have an Id");
        }
        walk.keepNoMore();
        if (ofInterest) {
            ids.add(id);
        } else if (whole != null) {
            whole.dropFrom(kept);
        }
    }

    private String term() throws BadRequestException {
        String term = in.getAttributeValue(null, "term");
        if (term == null) {
            throw new BadRequestException("a Category must have a term");
        }
        return term.strip();
    }

    private boolean at(String name) {
        return walk.at(NAMESPACE, name);
    }
}
