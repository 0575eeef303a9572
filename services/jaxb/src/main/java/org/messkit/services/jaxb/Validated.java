// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.jaxb;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.messkit.schemas.Schemas;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.PlainXml;
import org.messkit.services.spi.ReaderHandler;
import org.messkit.services.spi.XmlLimits;
import org.messkit.services.woodstox.Woodstox;
import org.xml.sax.SAXException;

/**
 * Puts the JDK's validator beside the reader of another handler, so that the whole message is held against its schema while it
 * is read. The schema is shared, validators are pooled. Thread-safe.
 */
final class Validated implements ReaderHandler {
    private static final int MOST_IDLE = 64;

    private final XMLInputFactory input = Woodstox.input(XmlLimits.fromSystemProperties());
    private final ReaderHandler handler;
    private final Schema schema;
    private final BlockingQueue<ValidatorHandler> idle = new ArrayBlockingQueue<>(MOST_IDLE);

    /**
     * Makes one.
     *
     * @param handler answers what is valid, from a StAX reader
     * @param schema of the message; a name as in {@link Schemas#url(String)}
     */
    Validated(ReaderHandler handler, String schema) {
        this.handler = handler;
        try {
            this.schema = SchemaFactory.newDefaultInstance().newSchema(Schemas.url(schema));
        } catch (SAXException e) {
            throw new IllegalStateException("cannot read the schema " + schema, e);
        }
    }

    @Override
    public Answer answer(InputStream message) throws BadRequestException, IOException {
        return PlainXml.answer(input, message, this);
    }

    @Override
    public Answer answer(XMLStreamReader payload) throws BadRequestException, XMLStreamException {
        ValidatorHandler validator = idle.poll();
        if (validator == null) {
            validator = validator();
        }
        try {
            Answer answer = handler.answer(new ValidatingReader(payload, validator));
            // One that threw is not trusted again.
            idle.offer(validator);
            return answer;
        } catch (ValidatingReader.InvalidException e) {
            throw new BadRequestException("the message is not as its schema says", e);
        }
    }

    private ValidatorHandler validator() {
        ValidatorHandler validator = schema.newValidatorHandler();
        try {
            // A message may say where its schema is, and must not be believed.
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        } catch (SAXException e) {
            throw new IllegalStateException("the JDK's validator cannot be kept from looking outside", e);
        }
        return validator;
    }

    @Override
    public Map<String, Object> engines() {
        Map<String, Object> engines = new HashMap<>(handler.engines());
        engines.put("javax.xml.validation.Schema", schema);
        return engines;
    }
}
