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

/** Adds up the compartments asked for as they pass and counts its way over the others. */
final class TvDinner implements Handler {
    static final String NAMESPACE = "urn:messkit:tv-dinner:1";

    private final XMLInputFactory input = Woodstox.input(XmlLimits.fromSystemProperties());
    private final XMLOutputFactory output = Woodstox.output();

    @Override
    public Answer answer(InputStream message) throws BadRequestException, IOException {
        return PlainXml.answer(input, message, this);
    }

    @Override
    public Answer answer(XMLStreamReader payload) throws BadRequestException, XMLStreamException {
        PurchaseOrderReading order = new PurchaseOrderReading(payload);
        order.read();
        return new PurchaseOrderSummary(output, order.orderId(), order.tally());
    }
}
