// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.streaming;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.messkit.services.business.answers.NewsAnswer;
import org.messkit.services.business.answers.SummaryAnswer;
import org.messkit.services.business.answers.ValidationAnswer;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.PlainXml;
import org.messkit.services.spi.ReaderHandler;
import org.messkit.services.spi.StaxParser;

/** Reads messages of one use case as they stream by. What is different from one StAX parser to another is the parser alone. */
public final class StreamingHandler implements ReaderHandler {
    private static final byte[] SMALLEST = "<a/>".getBytes(StandardCharsets.US_ASCII);

    private final Work work;
    private final StaxParser parser;
    private final XMLOutputFactory output;
    private final boolean inFront;

    /**
     * Makes one.
     *
     * @param useCase {@code tv-dinner}, {@code sushi-boats} or {@code buffet}
     * @param parser hardened, within limits
     * @param output not repairing, thread-safe
     * @param inFront whether the parser also reads SOAP envelopes, in place of the binding's own
     * @throws IllegalArgumentException if there is no such use case
     */
    public StreamingHandler(String useCase, StaxParser parser, XMLOutputFactory output, boolean inFront) {
        this.work = switch (useCase) {
            case "tv-dinner" -> StreamingHandler::purchaseOrder;
            case "sushi-boats" -> StreamingHandler::news;
            case "buffet" -> StreamingHandler::order;
            default ->
                throw new IllegalArgumentException("there are tv-dinner, sushi-boats and buffet, got: " + useCase);
        };
        this.parser = parser;
        this.output = output;
        this.inFront = inFront;
    }

    /** What is done with one payload; reads from the start tag of its root to the end tag. */
    @FunctionalInterface
    private interface Work {
        Answer answer(XMLStreamReader payload, XMLOutputFactory output) throws BadRequestException, XMLStreamException;
    }

    @Override
    public Answer answer(InputStream message) throws BadRequestException, IOException {
        return PlainXml.answer(parser, message, this);
    }

    @Override
    public Answer answer(XMLStreamReader payload) throws BadRequestException, XMLStreamException {
        try {
            return work.answer(payload, output);
        } catch (RuntimeException e) {
            // A binding's reader may parse text lazily, and then has no checked way to say that it is malformed.
            if (e.getCause() instanceof XMLStreamException unreadable) {
                throw unreadable;
            }
            throw e;
        }
    }

    @Override
    public Optional<StaxParser> envelopeReader() {
        return inFront ? Optional.of(parser) : Optional.empty();
    }

    @Override
    public Map<String, Object> engines() {
        try {
            // A parser that stands behind limits of ours is what those delegate to.
            XMLStreamReader reader = parser.open(new ByteArrayInputStream(SMALLEST));
            Object real = reader instanceof StreamReaderDelegate limits ? limits.getParent() : reader;
            return Map.of("javax.xml.stream.XMLStreamReader", real, "javax.xml.stream.XMLOutputFactory", output);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the smallest document cannot be read", e);
        }
    }

    private static Answer purchaseOrder(XMLStreamReader payload, XMLOutputFactory output)
            throws BadRequestException, XMLStreamException {
        PurchaseOrderReading order = new PurchaseOrderReading(payload);
        order.read();
        return new SummaryAnswer(output, order.orderId(), order.tally());
    }

    private static Answer news(XMLStreamReader payload, XMLOutputFactory output)
            throws BadRequestException, XMLStreamException {
        NewsReading news = new NewsReading(payload);
        news.read();
        return new NewsAnswer(output, news.streamId(), news.ids(), news.whole());
    }

    private static Answer order(XMLStreamReader payload, XMLOutputFactory output)
            throws BadRequestException, XMLStreamException {
        OrderReading order = new OrderReading(payload);
        order.read();
        return new ValidationAnswer(output, order.orderId(), order.violations());
    }
}
