// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.jaxb;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.PlainXml;

/** The ids of the entries of interest, in their order. */
record NewsSummary(XMLOutputFactory factory, String streamId, List<String> ids) implements Answer {
    @Override
    public void writeTo(OutputStream out) throws IOException {
        PlainXml.write(factory, out, this);
    }

    @Override
    public void writeTo(XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("", "NewsOfInterest", SushiBoats.NAMESPACE);
        out.writeDefaultNamespace(SushiBoats.NAMESPACE);
        Leaf.write(out, SushiBoats.NAMESPACE, "StreamId", streamId);
        Leaf.write(out, SushiBoats.NAMESPACE, "Count", Integer.toString(ids.size()));
        for (String id : ids) {
            Leaf.write(out, SushiBoats.NAMESPACE, "Id", id);
        }
        out.writeEndElement();
    }
}
