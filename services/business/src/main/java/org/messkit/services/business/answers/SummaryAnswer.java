// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.business.answers;

import java.io.IOException;
import java.io.OutputStream;
import java.math.RoundingMode;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.business.orders.PricedLine;
import org.messkit.services.business.orders.Tally;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.PlainXml;

/**
 * The summary of the compartments asked for, and their lines if the tally has them.
 *
 * @param factory not repairing, thread-safe; writes plain answers
 */
public record SummaryAnswer(XMLOutputFactory factory, String orderId, Tally tally) implements Answer {
    private static final String NAMESPACE = "urn:messkit:tv-dinner:1";

    @Override
    public void writeTo(OutputStream out) throws IOException {
        PlainXml.write(factory, out, this);
    }

    @Override
    public void writeTo(XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("", "PurchaseOrderSummary", NAMESPACE);
        out.writeDefaultNamespace(NAMESPACE);
        Leaf.write(out, NAMESPACE, "OrderId", orderId);
        Leaf.write(out, NAMESPACE, "LineCount", Integer.toString(tally.lineCount()));
        Leaf.write(out, NAMESPACE, "TotalQuantity", Long.toString(tally.totalQuantity()));
        String price = tally.totalPrice().setScale(2, RoundingMode.UNNECESSARY).toPlainString();
        Leaf.write(out, NAMESPACE, "TotalPrice", price);
        for (PricedLine line : tally.lines()) {
            out.writeStartElement("", "Line", NAMESPACE);
            Leaf.write(out, NAMESPACE, "ItemId", line.itemId());
            Leaf.write(out, NAMESPACE, "Quantity", Integer.toString(line.quantity()));
            Leaf.write(out, NAMESPACE, "UnitPrice", line.unitPriceText());
            Leaf.write(out, NAMESPACE, "Description", line.description());
            Leaf.write(out, NAMESPACE, "Price", line.priceText());
            out.writeEndElement();
        }
        out.writeEndElement();
    }
}
