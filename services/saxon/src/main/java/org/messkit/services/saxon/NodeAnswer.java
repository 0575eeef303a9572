// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.saxon;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmSequenceIterator;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.ElementWriter;

/** The element that a query made. */
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
        copy(element, new ElementWriter(out, XMLConstants.NULL_NS_URI));
    }

    private static void copy(XdmNode node, ElementWriter out) throws XMLStreamException {
        out.start(node.getNodeName().getNamespace(), node.getNodeName().getLocalName());
        XdmSequenceIterator<XdmNode> attributes = node.axisIterator(Axis.ATTRIBUTE);
        while (attributes.hasNext()) {
            XdmNode attribute = attributes.next();
            QName name = attribute.getNodeName();
            out.attribute(name.getNamespace(), name.getLocalName(), attribute.getStringValue());
        }
        for (XdmNode child : node.children()) {
            if (child.getNodeKind() == XdmNodeKind.ELEMENT) {
                copy(child, out);
            } else if (child.getNodeKind() == XdmNodeKind.TEXT) {
                out.text(child.getStringValue());
            }
        }
        out.end();
    }
}
