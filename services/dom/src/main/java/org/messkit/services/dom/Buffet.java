// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.messkit.services.business.answers.ValidationAnswer;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.EnvelopeParser;
import org.messkit.services.spi.TreeHandler;
import org.w3c.dom.Element;

/** Makes a tree of an order and reads every element of it. */
final class Buffet implements TreeHandler {
    static final String NAMESPACE = "urn:messkit:buffet:1";
    static final Fields FIELDS = new Fields(NAMESPACE);

    private final EnvelopeParser parser;

    /**
     * Makes one.
     *
     * @param parser of plain messages and of envelopes
     */
    Buffet(EnvelopeParser parser) {
        this.parser = parser;
    }

    @Override
    public Answer answer(InputStream message) throws BadRequestException, IOException {
        return answer(parser.parse(message).getDocumentElement());
    }

    @Override
    public Answer answer(Element payload) throws BadRequestException {
        if (!FIELDS.is(payload, "Order")) {
            throw new BadRequestException("the payload must be an Order in " + NAMESPACE);
        }
        String orderId = FIELDS.text(payload, "OrderId");
        return new ValidationAnswer(Engines.OUTPUT, orderId, new OrderWalk().violations(payload));
    }

    @Override
    public EnvelopeParser envelopeParser() {
        return parser;
    }

    @Override
    public Map<String, Object> engines() {
        return Engines.of(parser);
    }
}
