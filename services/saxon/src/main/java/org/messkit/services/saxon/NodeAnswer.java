// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.saxon;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import org.messkit.services.spi.Answer;

/** The element that a query made: elements of one namespace, without attributes. */
record NodeAnswer(XdmNode element) implements Answer {
    @Override
    public void writeTo(OutputStream out) throws IOException {
        Serializer serializer = Query.processorOfAll().newSerializer(out);
        serializer.setOutputProperty(Serializer.Property.OMIT_XML_DECLARATION, "yes");
        try {
            serializer.serializeNode(element);
        } catch (SaxonApiException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof IOException failure) {
                    throw failure;
                }
            }
            throw new IOException("cannot write", e);
        }
    }

    @Override
    public void writeTo(XMLStreamWriter out) throws XMLStreamException {
        String namespace = element.getNodeName().getNamespace();
        start(out, element, namespace);
        out.writeDefaultNamespace(namespace);
        content(out, element, namespace);
    }

    private static void start(XMLStreamWriter out, XdmNode node, String namespace) throws XMLStreamException {
        out.writeStartElement("", node.getNodeName().getLocalName(), namespace);
    }

    private static void content(XMLStreamWriter out, XdmNode parent, String namespace) throws XMLStreamException {
        for (XdmNode node : parent.children()) {
            if (node.getNodeKind() == XdmNodeKind.ELEMENT) {
                start(out, node, namespace);
                content(out, node, namespace);
            } else {
                out.writeCharacters(node.getStringValue());
            }
        }
        out.writeEndElement();
    }
}
