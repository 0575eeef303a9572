// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.jaxb;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.Answer;

/**
 * An answer as objects, which JAXB writes.
 *
 * @param root of a generated type that is a root element
 */
record Marshalled(JAXBContext context, Object root) implements Answer {
    @Override
    public void writeTo(OutputStream out) throws IOException {
        try {
            marshaller().marshal(root, out);
        } catch (JAXBException e) {
            throw e.getLinkedException() instanceof IOException failure ? failure : new IOException("cannot write", e);
        }
    }

    @Override
    public void writeTo(XMLStreamWriter out) throws XMLStreamException {
        try {
            marshaller().marshal(root, out);
        } catch (JAXBException e) {
            throw e.getLinkedException() instanceof XMLStreamException failure
                    ? failure
                    : new XMLStreamException("cannot write", e);
        }
    }

    private Marshaller marshaller() throws JAXBException {
        Marshaller marshaller = context.createMarshaller();
        marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
        return marshaller;
    }
}
