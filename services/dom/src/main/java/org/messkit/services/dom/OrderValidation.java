// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.PlainXml;

/** Whether an order is valid, or which rules it breaks and how often, by code. */
record OrderValidation(String orderId, Map<Rule, Integer> violations) implements Answer {
    private static final XMLOutputFactory OUTPUT = output();

    @Override
    public void writeTo(OutputStream out) throws IOException {
        PlainXml.write(OUTPUT, out, this);
    }

    @Override
    public void writeTo(XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("", "OrderValidation", Buffet.NAMESPACE);
        out.writeDefaultNamespace(Buffet.NAMESPACE);
        leaf(out, "OrderId", orderId);
        leaf(out, "Valid", Boolean.toString(violations.isEmpty()));
        for (Map.Entry<Rule, Integer> violation : violations.entrySet()) {
            out.writeStartElement("", "Violation", Buffet.NAMESPACE);
            leaf(out, "Rule", violation.getKey().name());
            leaf(out, "Count", violation.getValue().toString());
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private static void leaf(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement("", name, Buffet.NAMESPACE);
        out.writeCharacters(text);
        out.writeEndElement();
    }

    private static XMLOutputFactory output() {
        XMLOutputFactory factory = new WstxOutputFactory();
        factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, false);
        return factory;
    }
}
