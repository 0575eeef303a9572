// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.jaxb;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.glassfish.jaxb.runtime.v2.JAXBContextFactory;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;

/** Makes objects of one generated type, and writes them. Thread-safe. */
final class Binding<T> {
    private final Class<T> type;
    private final JAXBContext context;

    Binding(Class<T> type) {
        this.type = type;
        try {
            context = new JAXBContextFactory().createContext(new Class<?>[] {type}, Map.of());
        } catch (JAXBException e) {
            throw new IllegalStateException("cannot bind " + type.getName(), e);
        }
    }

    JAXBContext context() {
        return context;
    }

    /** An answer that is written from an object of this type. */
    Answer answer(T root) {
        return new Marshalled(context, root);
    }

    /** Reads the element whose start tag the reader stands on, and leaves the reader <em>past</em> its end tag. */
    T read(XMLStreamReader in) throws BadRequestException, XMLStreamException {
        try {
            Unmarshaller unmarshaller = context.createUnmarshaller();
            // By default JAXB drops what it cannot read, and a malformed number becomes no number.
            unmarshaller.setEventHandler(event -> false);
            return unmarshaller.unmarshal(in, type).getValue();
        } catch (JAXBException e) {
            if (e.getLinkedException() instanceof XMLStreamException unreadable) {
                throw unreadable;
            }
            throw new BadRequestException("an element is not as the schema says", e);
        } catch (RuntimeException e) {
            // A binding's reader may parse text lazily, and then has no checked way to say that it is malformed.
            if (e.getCause() instanceof XMLStreamException unreadable) {
                throw unreadable;
            }
            throw e;
        }
    }
}
