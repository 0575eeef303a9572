// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.sax;

import java.util.ArrayList;
import java.util.List;
import org.messkit.services.business.answers.NewsAnswer;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.Fragment;
import org.messkit.services.spi.FullAnswer;
import org.xml.sax.Attributes;

/**
 * Notes the entries of interest as they pass. Never holds more than one entry's id and the ids of interest; where entries are
 * asked for whole, one entry and those of interest.
 */
final class NewsReading extends PlacedReading<NewsReading.Place> {
    static final String NAMESPACE = "urn:messkit:sushi-boats:1";

    private final List<String> ids = new ArrayList<>();
    private String streamId = "";
    private String interest = "";
    private Fragment whole;
    private int kept;
    private String id;
    private boolean ofInterest;

    /** Where an element of the contract stands; a section's entries are the stream's. */
    enum Place {
        STREAM,
        HEADER,
        STREAM_ID,
        INTEREST,
        ENTRY,
        ID
    }

    @Override
    Place place(Place parent, String namespace, String name, Attributes attributes) throws BadRequestException {
        String own = namespace.equals(NAMESPACE) ? name : "";
        if (parent == null) {
            if (!own.equals("NewsStream")) {
                throw new BadRequestException("the payload must be a NewsStream in " + NAMESPACE);
            }
            return Place.STREAM;
        }
        return switch (parent) {
            case STREAM ->
                switch (own) {
                    case "Entry" -> entry();
                    case "Section" -> Place.STREAM;
                    case "Header" -> Place.HEADER;
                    default -> null;
                };
            case HEADER ->
                switch (own) {
                    case "StreamId" -> Place.STREAM_ID;
                    case "Interest" -> interest(attributes);
                    default -> null;
                };
            case ENTRY -> partOfEntry(own, attributes);
            default -> null;
        };
    }

    @Override
    boolean hasText(Place place) {
        return switch (place) {
            case STREAM_ID, INTEREST, ID -> true;
            default -> false;
        };
    }

    @Override
    void ended(Place place, String text) throws BadRequestException {
        switch (place) {
            case STREAM_ID -> streamId = text;
            case INTEREST -> interest = text;
            case ID -> id = text;
            case HEADER -> {
                if (streamId.isEmpty() || interest.isEmpty()) {
                    throw new BadRequestException("a Header must have a StreamId and an Interest");
                }
            }
            case ENTRY -> note();
            default -> {
                // Nothing to note.
            }
        }
    }

    @Override
    Answer answer() throws BadRequestException {
        if (streamId.isEmpty()) {
            throw new BadRequestException("a Header must be there");
        }
        return new NewsAnswer(ReadingHandler.OUTPUT, streamId, ids, whole);
    }

    private Place interest(Attributes attributes) throws BadRequestException {
        whole = FullAnswer.isAskedFor(attributes.getValue("", "answer")) ? new Fragment() : null;
        return Place.INTEREST;
    }

    private Place entry() throws BadRequestException {
        if (interest.isEmpty()) {
            throw new BadRequestException("the Header must stand before the first Entry");
        }
        id = "";
        ofInterest = false;
        if (whole != null) {
            kept = whole.size();
            keepIn(whole);
        }
        return Place.ENTRY;
    }

    private Place partOfEntry(String name, Attributes attributes) throws BadRequestException {
        if (name.equals("Category")) {
            String term = attributes.getValue("", "term");
            if (term == null) {
                throw new BadRequestException("a Category must have a term");
            }
            ofInterest |= interest.equals(term.strip());
        }
        return name.equals("Id") ? Place.ID : null;
    }

    private void note() throws BadRequestException {
        if (id.isEmpty()) {
            throw new BadRequestException("an Entry must have an Id");
        }
        keepNoMore();
        if (ofInterest) {
            ids.add(id);
        } else if (whole != null) {
            whole.dropFrom(kept);
        }
    }
}
