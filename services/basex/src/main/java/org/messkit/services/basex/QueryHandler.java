// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.basex;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.PlainXml;
import org.messkit.services.spi.ReaderHandler;
import org.messkit.services.spi.XmlLimits;
import org.messkit.services.woodstox.Woodstox;

/** Answers messages with one query, from databases that a StAX reader feeds. Like its namesake on Saxon but for that, and that is the technology. */
final class QueryHandler implements ReaderHandler {
    private final XMLInputFactory input = Woodstox.input(XmlLimits.fromSystemProperties());
    private final Query query;

    QueryHandler(Query query) {
        this.query = query;
    }

    @Override
    public Answer answer(InputStream message) throws BadRequestException, IOException {
        return PlainXml.answer(input, message, this);
    }

    @Override
    public Answer answer(XMLStreamReader payload) throws BadRequestException, XMLStreamException {
        return new NodeAnswer(query.answer(PayloadFeed.database(payload)));
    }

    @Override
    public Map<String, Object> engines() {
        return Map.of("javax.xml.stream.XMLInputFactory", input, "org.basex.core.Context", Query.CONTEXT);
    }
}
