// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.sax;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.PlainXml;
import org.messkit.services.streaming.orders.Rule;

/** Whether an order is valid, or which rules it breaks and how often, by code. */
record OrderValidation(String orderId, Map<Rule, Integer> violations) implements Answer {
    @Override
    public void writeTo(OutputStream out) throws IOException {
        PlainXml.write(AnswerXml.OUTPUT, out, this);
    }

    @Override
    public void writeTo(XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("", "OrderValidation", OrderReading.NAMESPACE);
        out.writeDefaultNamespace(OrderReading.NAMESPACE);
        AnswerXml.leaf(out, OrderReading.NAMESPACE, "OrderId", orderId);
        AnswerXml.leaf(out, OrderReading.NAMESPACE, "Valid", Boolean.toString(violations.isEmpty()));
        for (Map.Entry<Rule, Integer> violation : violations.entrySet()) {
            out.writeStartElement("", "Violation", OrderReading.NAMESPACE);
            AnswerXml.leaf(
                    out, OrderReading.NAMESPACE, "Rule", violation.getKey().name());
            AnswerXml.leaf(
                    out, OrderReading.NAMESPACE, "Count", violation.getValue().toString());
            out.writeEndElement();
        }
        out.writeEndElement();
    }
}
