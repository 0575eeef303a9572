// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.sax;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Supplier;
import javax.xml.stream.XMLOutputFactory;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.EnvelopeParser;
import org.messkit.services.spi.SaxEnvelope;
import org.messkit.services.spi.TreeHandler;
import org.messkit.services.spi.XmlLimits;
import org.messkit.services.woodstox.Woodstox;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Lets a parser call a reading. Under SOAP the payload is read while the envelope is parsed, so the answer is there before
 * the binding asks for it; it waits on the payload's element.
 */
final class ReadingHandler implements TreeHandler, EnvelopeParser {
    /** Writes answers: Xerces parses only. Thread-safe. */
    static final XMLOutputFactory OUTPUT = Woodstox.output();

    private static final String ANSWER = "answer";

    private final Parsers parsers = new Parsers(XmlLimits.fromSystemProperties());
    private final Supplier<Reading> readings;

    ReadingHandler(Supplier<Reading> readings) {
        this.readings = readings;
    }

    @Override
    public Answer answer(InputStream message) throws BadRequestException, IOException {
        Reading reading = readings.get();
        parsers.parse(message, reading);
        return reading.answer();
    }

    @Override
    public Document parse(InputStream message) throws BadRequestException, IOException {
        Reading reading = readings.get();
        SaxEnvelope envelope = new SaxEnvelope(reading);
        parsers.parse(message, envelope);
        envelope.payload().setUserData(ANSWER, reading.answer(), null);
        return envelope.tree();
    }

    @Override
    public Answer answer(Element payload) {
        return (Answer) payload.getUserData(ANSWER);
    }

    @Override
    public EnvelopeParser envelopeParser() {
        return this;
    }

    @Override
    public Map<String, Object> engines() {
        return Map.of("org.xml.sax.XMLReader", Parsers.xerces(), "javax.xml.stream.XMLOutputFactory", OUTPUT);
    }
}
