// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.PlainXml;

/** Whether an order is valid, or which rules it breaks and how often, by code. */
record OrderValidation(String orderId, Map<Rule, Integer> violations) implements Answer {
    @Override
    public void writeTo(OutputStream out) throws IOException {
        PlainXml.write(AnswerXml.OUTPUT, out, this);
    }

    @Override
    public void writeTo(XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("", "OrderValidation", Buffet.NAMESPACE);
        out.writeDefaultNamespace(Buffet.NAMESPACE);
        AnswerXml.leaf(out, Buffet.NAMESPACE, "OrderId", orderId);
        AnswerXml.leaf(out, Buffet.NAMESPACE, "Valid", Boolean.toString(violations.isEmpty()));
        for (Map.Entry<Rule, Integer> violation : violations.entrySet()) {
            out.writeStartElement("", "Violation", Buffet.NAMESPACE);
            AnswerXml.leaf(out, Buffet.NAMESPACE, "Rule", violation.getKey().name());
            AnswerXml.leaf(out, Buffet.NAMESPACE, "Count", violation.getValue().toString());
            out.writeEndElement();
        }
        out.writeEndElement();
    }
}
