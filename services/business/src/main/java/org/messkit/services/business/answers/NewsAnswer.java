// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.business.answers;

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
 * @param factory not repairing, thread-safe; writes plain answers
 * @param whole the entries themselves, null if their ids are enough
 */
public record NewsAnswer(XMLOutputFactory factory, String streamId, List<String> ids, Fragment whole)
        implements Answer {
    private static final String NAMESPACE = "urn:messkit:sushi-boats:1";

    @Override
    public void writeTo(OutputStream out) throws IOException {
        PlainXml.write(factory, out, this);
    }

    @Override
    public void writeTo(XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("", "NewsOfInterest", NAMESPACE);
        out.writeDefaultNamespace(NAMESPACE);
        Leaf.write(out, NAMESPACE, "StreamId", streamId);
        Leaf.write(out, NAMESPACE, "Count", Integer.toString(ids.size()));
        if (whole != null) {
            whole.writeTo(new ElementWriter(out, NAMESPACE));
        } else {
            for (String id : ids) {
                Leaf.write(out, NAMESPACE, "Id", id);
            }
        }
        out.writeEndElement();
    }
}
