// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.business.answers;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.business.orders.Rule;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.PlainXml;

/**
 * Whether an order is valid, or which rules it breaks and how often, by code.
 *
 * @param factory not repairing, thread-safe; writes plain answers
 */
public record ValidationAnswer(XMLOutputFactory factory, String orderId, Map<Rule, Integer> violations)
        implements Answer {
    private static final String NAMESPACE = "urn:messkit:buffet:1";

    @Override
    public void writeTo(OutputStream out) throws IOException {
        PlainXml.write(factory, out, this);
    }

    @Override
    public void writeTo(XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("", "OrderValidation", NAMESPACE);
        out.writeDefaultNamespace(NAMESPACE);
        Leaf.write(out, NAMESPACE, "OrderId", orderId);
        Leaf.write(out, NAMESPACE, "Valid", Boolean.toString(violations.isEmpty()));
        for (Map.Entry<Rule, Integer> violation : violations.entrySet()) {
            out.writeStartElement("", "Violation", NAMESPACE);
            Leaf.write(out, NAMESPACE, "Rule", violation.getKey().name());
            Leaf.write(out, NAMESPACE, "Count", violation.getValue().toString());
            out.writeEndElement();
        }
        out.writeEndElement();
    }
}
