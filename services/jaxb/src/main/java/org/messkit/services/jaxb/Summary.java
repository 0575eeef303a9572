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
        Leaf.write(out, TvDinner.NAMESPACE, "OrderId", orderId);
        Leaf.write(out, TvDinner.NAMESPACE, "LineCount", Integer.toString(lineCount));
        Leaf.write(out, TvDinner.NAMESPACE, "TotalQuantity", Long.toString(totalQuantity));
        Leaf.write(
                out,
                TvDinner.NAMESPACE,
                "TotalPrice",
                totalPrice.setScale(2, RoundingMode.UNNECESSARY).toPlainString());
        out.writeEndElement();
    }
}
