// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.stax;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.PlainXml;
import org.messkit.services.spi.XmlLimits;

/** Applies the rules to an order while it passes; keeps sums and identifiers, no elements. */
final class Buffet implements Handler {
    static final String NAMESPACE = "urn:messkit:buffet:1";

    private final XMLInputFactory input = Woodstox.input(XmlLimits.fromSystemProperties());
    private final XMLOutputFactory output = Woodstox.output();

    @Override
    public Answer answer(InputStream message) throws BadRequestException, IOException {
        return PlainXml.answer(input, message, this);
    }

    @Override
    public Answer answer(XMLStreamReader payload) throws BadRequestException, XMLStreamException {
        OrderReading order = new OrderReading(payload);
        order.read();
        return new OrderValidation(output, order.orderId(), order.violations());
    }
}
