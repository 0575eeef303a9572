// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.jaxb;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.PlainXml;

/** The summary of the compartments asked for. */
record Summary(XMLOutputFactory factory, String orderId, int lineCount, long totalQuantity, BigDecimal totalPrice)
        implements Answer {
    @Override
    public void writeTo(OutputStream out) throws IOException {
        PlainXml.write(factory, out, this);
    }

    @Override
    public void writeTo(XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("", "PurchaseOrderSummary", TvDinner.NAMESPACE);
        out.writeDefaultNamespace(TvDinner.NAMESPACE);
        leaf(out, "OrderId", orderId);
        leaf(out, "LineCount", Integer.toString(lineCount));
        leaf(out, "TotalQuantity", Long.toString(totalQuantity));
        leaf(out, "TotalPrice", totalPrice.setScale(2, RoundingMode.UNNECESSARY).toPlainString());
        out.writeEndElement();
    }

    private static void leaf(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement("", name, TvDinner.NAMESPACE);
        out.writeCharacters(text);
        out.writeEndElement();
    }
}
