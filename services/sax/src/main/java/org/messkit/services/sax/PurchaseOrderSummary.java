// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.sax;

import java.io.IOException;
import java.io.OutputStream;
import java.math.RoundingMode;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.PlainXml;
import org.messkit.services.streaming.orders.PricedLine;
import org.messkit.services.streaming.orders.Tally;

/** The summary of the compartments asked for, and their lines if the tally has them. */
record PurchaseOrderSummary(String orderId, Tally tally) implements Answer {
    @Override
    public void writeTo(OutputStream out) throws IOException {
        PlainXml.write(AnswerXml.OUTPUT, out, this);
    }

    @Override
    public void writeTo(XMLStreamWriter out) throws XMLStreamException {
        String namespace = PurchaseOrderReading.NAMESPACE;
        out.writeStartElement("", "PurchaseOrderSummary", namespace);
        out.writeDefaultNamespace(namespace);
        AnswerXml.leaf(out, namespace, "OrderId", orderId);
        AnswerXml.leaf(out, namespace, "LineCount", Integer.toString(tally.lineCount()));
        AnswerXml.leaf(out, namespace, "TotalQuantity", Long.toString(tally.totalQuantity()));
        String price = tally.totalPrice().setScale(2, RoundingMode.UNNECESSARY).toPlainString();
        AnswerXml.leaf(out, namespace, "TotalPrice", price);
        for (PricedLine line : tally.lines()) {
            out.writeStartElement("", "Line", namespace);
            AnswerXml.leaf(out, namespace, "ItemId", line.itemId());
            AnswerXml.leaf(out, namespace, "Quantity", Integer.toString(line.quantity()));
            AnswerXml.leaf(out, namespace, "UnitPrice", line.unitPriceText());
            AnswerXml.leaf(out, namespace, "Description", line.description());
            AnswerXml.leaf(out, namespace, "Price", line.priceText());
            out.writeEndElement();
        }
        out.writeEndElement();
    }
}
