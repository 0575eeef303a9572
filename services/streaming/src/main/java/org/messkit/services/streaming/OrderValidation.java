// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.streaming;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.PlainXml;
import org.messkit.services.streaming.orders.Rule;

/** Whether an order is valid, or which rules it breaks and how often, by code. */
record OrderValidation(XMLOutputFactory factory, String orderId, Map<Rule, Integer> violations) implements Answer {
    @Override
    public void writeTo(OutputStream out) throws IOException {
        PlainXml.write(factory, out, this);
    }

    @Override
    public void writeTo(XMLStreamWriter out) throws XMLStreamException {
        String namespace = OrderReading.NAMESPACE;
        out.writeStartElement("", "OrderValidation", namespace);
        out.writeDefaultNamespace(namespace);
        Leaf.write(out, namespace, "OrderId", orderId);
        Leaf.write(out, namespace, "Valid", Boolean.toString(violations.isEmpty()));
        for (Map.Entry<Rule, Integer> violation : violations.entrySet()) {
            out.writeStartElement("", "Violation", namespace);
            Leaf.write(out, namespace, "Rule", violation.getKey().name());
            Leaf.write(out, namespace, "Count", violation.getValue().toString());
            out.writeEndElement();
        }
        out.writeEndElement();
    }
}
