// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.basex;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.basex.io.serial.Serializer;
import org.basex.io.serial.SerializerOptions;
import org.basex.query.value.item.QNm;
import org.basex.query.value.node.ANode;
import org.basex.query.value.type.NodeType;
import org.basex.util.Token;
import org.basex.util.options.Options.YesNo;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.ElementWriter;

/** The element that a query made. */
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
        copy(element, new ElementWriter(out, XMLConstants.NULL_NS_URI));
    }

    private static void copy(ANode node, ElementWriter out) throws XMLStreamException {
        out.start(Token.string(node.qname().uri()), Token.string(node.qname().local()));
        for (ANode attribute : node.attributeIter()) {
            QNm name = attribute.qname();
            out.attribute(Token.string(name.uri()), Token.string(name.local()), Token.string(attribute.string()));
        }
        for (ANode child : node.childIter()) {
            if (child.type == NodeType.ELEMENT) {
                copy(child, out);
            } else if (child.type == NodeType.TEXT) {
                out.text(Token.string(child.string()));
            }
        }
        out.end();
    }

    private static SerializerOptions options() {
        SerializerOptions options = new SerializerOptions();
        options.set(SerializerOptions.INDENT, YesNo.NO);
        options.set(SerializerOptions.OMIT_XML_DECLARATION, YesNo.YES);
        return options;
    }
}
