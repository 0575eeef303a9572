// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.streaming;

import java.io.IOException;
import java.io.OutputStream;
import java.math.RoundingMode;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.PlainXml;
import org.messkit.services.streaming.orders.PricedLine;
import org.messkit.services.streaming.orders.Tally;

/** The summary of the compartments asked for, and their lines if the tally has them. */
record PurchaseOrderSummary(XMLOutputFactory factory, String orderId, Tally tally) implements Answer {
    @Override
    public void writeTo(OutputStream out) throws IOException {
        PlainXml.write(factory, out, this);
    }

    @Override
    public void writeTo(XMLStreamWriter out) throws XMLStreamException {
        String namespace = PurchaseOrderReading.NAMESPACE;
        out.writeStartElement("", "PurchaseOrderSummary", namespace);
        out.writeDefaultNamespace(namespace);
        Leaf.write(out, namespace, "OrderId", orderId);
        Leaf.write(out, namespace, "LineCount", Integer.toString(tally.lineCount()));
        Leaf.write(out, namespace, "TotalQuantity", Long.toString(tally.totalQuantity()));
        String price = tally.totalPrice().setScale(2, RoundingMode.UNNECESSARY).toPlainString();
        Leaf.write(out, namespace, "TotalPrice", price);
        for (PricedLine line : tally.lines()) {
            out.writeStartElement("", "Line", namespace);
            Leaf.write(out, namespace, "ItemId", line.itemId());
            Leaf.write(out, namespace, "Quantity", Integer.toString(line.quantity()));
            Leaf.write(out, namespace, "UnitPrice", line.unitPriceText());
            Leaf.write(out, namespace, "Description", line.description());
            Leaf.write(out, namespace, "Price", line.priceText());
            out.writeEndElement();
        }
        out.writeEndElement();
    }
}
