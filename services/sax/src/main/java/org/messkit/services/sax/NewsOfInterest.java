// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.sax;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.ElementWriter;
import org.messkit.services.spi.Fragment;
import org.messkit.services.spi.PlainXml;

/**
 * The entries of interest, in their order.
 *
 * @param whole the entries themselves, null if their ids are enough
 */
record NewsOfInterest(String streamId, List<String> ids, Fragment whole) implements Answer {
    @Override
    public void writeTo(OutputStream out) throws IOException {
        PlainXml.write(AnswerXml.OUTPUT, out, this);
    }

    @Override
    public void writeTo(XMLStreamWriter out) throws XMLStreamException {
        String namespace = NewsReading.NAMESPACE;
        out.writeStartElement("", "NewsOfInterest", namespace);
        out.writeDefaultNamespace(namespace);
        AnswerXml.leaf(out, namespace, "StreamId", streamId);
        AnswerXml.leaf(out, namespace, "Count", Integer.toString(ids.size()));
        if (whole != null) {
            whole.writeTo(new ElementWriter(out, namespace));
        } else {
            for (String id : ids) {
                AnswerXml.leaf(out, namespace, "Id", id);
            }
        }
        out.writeEndElement();
    }
}
