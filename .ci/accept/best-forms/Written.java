// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.Answer;

/** The entries of interest by the writer that a StAX library brings, which escapes; no namespaces are looked up. */
record Written(XMLOutputFactory factory, String stream, List<String> ids) implements Answer {
    @Override
    public void writeTo(OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = factory.createXMLStreamWriter(out, "UTF-8");
            xml.writeStartElement("NewsOfInterest");
            xml.writeDefaultNamespace(Text.NEWS);
            leaf(xml, "StreamId", stream);
            leaf(xml, "Count", Integer.toString(ids.size()));
            for (String id : ids) {
                leaf(xml, "Id", id);
            }
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void leaf(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    @Override
    public void writeTo(XMLStreamWriter out) {
        throw new IllegalStateException("only plain messages are compared");
    }
}
