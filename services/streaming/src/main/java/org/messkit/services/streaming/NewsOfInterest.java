// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.streaming;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.ElementWriter;
import org.messkit.services.spi.Fragment;
import org.messkit.services.spi.PlainXml;

/**
 * The entries of interest, in the order in which they passed.
 *
 * @param whole the entries themselves, null if their ids are enough
 */
record NewsOfInterest(XMLOutputFactory factory, String streamId, List<String> ids, Fragment whole) implements Answer {
    @Override
    public void writeTo(OutputStream out) throws IOException {
        PlainXml.write(factory, out, this);
    }

    @Override
    public void writeTo(XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("", "NewsOfInterest", NewsReading.NAMESPACE);
        out.writeDefaultNamespace(NewsReading.NAMESPACE);
        Leaf.write(out, NewsReading.NAMESPACE, "StreamId", streamId);
        Leaf.write(out, NewsReading.NAMESPACE, "Count", Integer.toString(ids.size()));
        if (whole != null) {
            whole.writeTo(new ElementWriter(out, NewsReading.NAMESPACE));
        } else {
            for (String id : ids) {
                Leaf.write(out, NewsReading.NAMESPACE, "Id", id);
            }
        }
        out.writeEndElement();
    }
}
