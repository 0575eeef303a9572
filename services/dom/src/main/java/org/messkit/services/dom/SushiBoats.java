// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.EnvelopeParser;
import org.messkit.services.spi.FullAnswer;
import org.messkit.services.spi.TreeHandler;
import org.messkit.services.spi.XmlLimits;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Makes a tree of a whole stream of news and looks through its entries. */
final class SushiBoats implements TreeHandler {
    static final String NAMESPACE = "urn:messkit:sushi-boats:1";
    private static final Fields FIELDS = new Fields(NAMESPACE);

    private final Parsers parsers = new Parsers(XmlLimits.fromSystemProperties(), Nodes.AT_ONCE);

    @Override
    public Answer answer(InputStream message) throws BadRequestException, IOException {
        return answer(parsers.parse(message).getDocumentElement());
    }

    @Override
    public Answer answer(Element payload) throws BadRequestException {
        if (!FIELDS.is(payload, "NewsStream")) {
            throw new BadRequestException("the payload must be a NewsStream in " + NAMESPACE);
        }
        Element header = FIELDS.child(payload, "Header")
                .orElseThrow(() -> new BadRequestException("a NewsStream must have a Header"));
        String streamId = FIELDS.text(header, "StreamId");
        String interest = FIELDS.text(header, "Interest");
        List<NewsOfInterest.Entry> ofInterest = new ArrayList<>();
        entries(payload, interest, ofInterest);
        boolean full = FullAnswer.isAskedFor(
                Fields.attribute(FIELDS.child(header, "Interest").orElseThrow(), "answer"));
        return new NewsOfInterest(streamId, ofInterest, full);
    }

    @Override
    public EnvelopeParser envelopeParser() {
        return parsers;
    }

    /** Looks through a stream or a section. The parser's bound on depth bounds the recursion. */
    private static void entries(Element parent, String interest, List<NewsOfInterest.Entry> found)
            throws BadRequestException {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                if (FIELDS.is(element, "Entry")) {
                    entry(element, interest, found);
                } else if (FIELDS.is(element, "Section")) {
                    entries(element, interest, found);
                }
            }
        }
    }

    private static void entry(Element entry, String interest, List<NewsOfInterest.Entry> found)
            throws BadRequestException {
        String id = FIELDS.text(entry, "Id");
        boolean ofInterest = false;
        for (Element category : FIELDS.children(entry, "Category")) {
            if (!category.hasAttributeNS(null, "term")) {
                throw new BadRequestException("a Category must have a term");
            }
            ofInterest |= interest.equals(category.getAttributeNS(null, "term").strip());
        }
        if (ofInterest) {
            found.add(new NewsOfInterest.Entry(id, entry));
        }
    }

    @Override
    public Map<String, Object> engines() {
        return Engines.of(parsers);
    }
}
