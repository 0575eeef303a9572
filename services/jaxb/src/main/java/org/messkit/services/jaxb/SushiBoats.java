// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.jaxb;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.messkit.services.business.answers.NewsAnswer;
import org.messkit.services.business.orders.Values;
import org.messkit.services.jaxb.types.news.Entry;
import org.messkit.services.jaxb.types.news.Header;
import org.messkit.services.jaxb.types.news.Interest;
import org.messkit.services.jaxb.types.news.NewsOfInterest;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.FullAnswer;
import org.messkit.services.spi.PlainXml;
import org.messkit.services.spi.ReaderHandler;
import org.messkit.services.spi.XmlLimits;
import org.messkit.services.woodstox.Woodstox;

/** Binds entry by entry, so that a stream may be as long as it likes. */
final class SushiBoats implements ReaderHandler {
    static final String NAMESPACE = "urn:messkit:sushi-boats:1";

    private final XMLInputFactory input = Woodstox.input(XmlLimits.fromSystemProperties());
    private final XMLOutputFactory output = Woodstox.output();
    private final Binding<Header> headers = new Binding<>(Header.class);
    private final Binding<Entry> entries = new Binding<>(Entry.class);
    private final Binding<NewsOfInterest> answers = new Binding<>(NewsOfInterest.class);

    @Override
    public Answer answer(InputStream message) throws BadRequestException, IOException {
        return PlainXml.answer(input, message, this);
    }

    @Override
    public Answer answer(XMLStreamReader payload) throws BadRequestException, XMLStreamException {
        Reading reading = new Reading(payload);
        reading.root();
        return reading.answer();
    }

    /** One request on its way through the reader. */
    private final class Reading {
        private final XMLStreamReader in;
        private final ElementWalk walk;
        private final List<String> ids = new ArrayList<>();
        private Header header;
        /** The full answer, null where a summary is asked for. */
        private NewsOfInterest whole;

        Reading(XMLStreamReader in) {
            this.in = in;
            this.walk = new ElementWalk(in);
        }

        void root() throws BadRequestException, XMLStreamException {
            if (!walk.at(NAMESPACE, "NewsStream")) {
                throw new BadRequestException("the payload must be a NewsStream in " + NAMESPACE);
            }
            children();
            if (header == null) {
                throw new BadRequestException("a Header must be there");
            }
        }

        /** The children of the stream or of a section. The reader's bound on depth bounds the recursion. */
        private void children() throws BadRequestException, XMLStreamException {
            while (walk.child()) {
                if (walk.at(NAMESPACE, "Entry")) {
                    Entry entry = entries.read(in);
                    walk.movedPast();
                    look(entry);
                } else if (walk.at(NAMESPACE, "Section")) {
                    children();
                } else if (walk.at(NAMESPACE, "Header")) {
                    header = headers.read(in);
                    walk.movedPast();
                    Values.text(header.getStreamId(), "StreamId");
                    Interest interest = header.getInterest();
                    Values.text(interest == null ? null : interest.getValue(), "Interest");
                    whole = FullAnswer.isAskedFor(interest.getAnswer()) ? new NewsOfInterest() : null;
                } else {
                    walk.skip();
                }
            }
        }

        private void look(Entry entry) throws BadRequestException {
            if (header == null) {
                throw new BadRequestException("the Header must stand before the first Entry");
            }
            String id = Values.text(entry.getId(), "Id");
            boolean ofInterest = false;
            for (Entry.Category category : entry.getCategory()) {
                if (category.getTerm() == null) {
                    throw new BadRequestException("a Category must have a term");
                }
                ofInterest |= category.getTerm().equals(header.getInterest().getValue());
            }
            if (ofInterest) {
                ids.add(id);
                if (whole != null) {
                    whole.getEntry().add(entry);
                }
            }
        }

        Answer answer() {
            if (whole == null) {
                return new NewsAnswer(output, header.getStreamId(), ids, null);
            }
            whole.setStreamId(header.getStreamId());
            whole.setCount(BigInteger.valueOf(ids.size()));
            return answers.answer(whole);
        }
    }

    @Override
    public Map<String, Object> engines() {
        return Map.of(
                "javax.xml.stream.XMLInputFactory", input,
                "javax.xml.stream.XMLOutputFactory", output,
                "jakarta.xml.bind.JAXBContext", entries.context());
    }
}
