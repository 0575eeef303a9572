// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.basex;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.basex.io.serial.Serializer;
import org.basex.io.serial.SerializerOptions;
import org.basex.query.value.node.ANode;
import org.basex.query.value.type.NodeType;
import org.basex.util.Token;
import org.basex.util.options.Options.YesNo;
import org.messkit.services.spi.Answer;

/** The element that a query made: elements of one namespace, without attributes. */
record NodeAnswer(ANode element) implements Answer {
    /** Only read. */
    private static final SerializerOptions OPTIONS = options();

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (Serializer serializer = Serializer.get(out, OPTIONS)) {
            serializer.serialize(element);
        }
    }

    @Override
    public void writeTo(XMLStreamWriter out) throws XMLStreamException {
        String namespace = Token.string(element.qname().uri());
        start(out, element, namespace);
        out.writeDefaultNamespace(namespace);
        content(out, element, namespace);
    }

    private static void start(XMLStreamWriter out, ANode node, String namespace) throws XMLStreamException {
        out.writeStartElement("", Token.string(node.qname().local()), namespace);
    }

    private static void content(XMLStreamWriter out, ANode parent, String namespace) throws XMLStreamException {
        for (ANode node : parent.childIter()) {
            if (node.type == NodeType.ELEMENT) {
                start(out, node, namespace);
                content(out, node, namespace);
            } else {
                out.writeCharacters(Token.string(node.string()));
            }
        }
        out.writeEndElement();
    }

    private static SerializerOptions options() {
        SerializerOptions options = new SerializerOptions();
        options.set(SerializerOptions.INDENT, YesNo.NO);
        options.set(SerializerOptions.OMIT_XML_DECLARATION, YesNo.YES);
        return options;
    }
}
