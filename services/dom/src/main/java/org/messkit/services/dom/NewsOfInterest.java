// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.business.answers.Leaf;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.ElementWriter;
import org.messkit.services.spi.PlainXml;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * The entries of interest, in their order. An answer of its own, since a full one is copied from the message's tree.
 *
 * @param full whether they are written whole, not by their ids alone
 */
record NewsOfInterest(String streamId, List<Entry> entries, boolean full) implements Answer {
    /** One of them, in the message's tree. */
    record Entry(String id, Element element) {}

    @Override
    public void writeTo(OutputStream out) throws IOException {
        PlainXml.write(Engines.OUTPUT, out, this);
    }

    @Override
    public void writeTo(XMLStreamWriter out) throws XMLStreamException {
        String namespace = SushiBoats.NAMESPACE;
        out.writeStartElement("", "NewsOfInterest", namespace);
        out.writeDefaultNamespace(namespace);
        Leaf.write(out, namespace, "StreamId", streamId);
        Leaf.write(out, namespace, "Count", Integer.toString(entries.size()));
        ElementWriter writer = new ElementWriter(out, namespace);
        for (Entry entry : entries) {
            if (full) {
                copy(entry.element(), writer);
            } else {
                Leaf.write(out, namespace, "Id", entry.id());
            }
        }
        out.writeEndElement();
    }

    /** The parser's bound on depth bounds the recursion. */
    private static void copy(Element element, ElementWriter out) throws XMLStreamException {
        out.start(element.getNamespaceURI(), element.getLocalName());
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                out.attribute(attribute.getNamespaceURI(), attribute.getLocalName(), attribute.getValue());
            }
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                copy(child, out);
            } else if (node instanceof Text text) {
                out.text(text.getData());
            }
        }
        out.end();
    }
}
