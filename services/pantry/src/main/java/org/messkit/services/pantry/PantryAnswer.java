// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pantry;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.PlainXml;

/** An answer of the contract. */
sealed interface PantryAnswer extends Answer {
    /** The name of the root element. */
    String root();

    /** Writes what stands in the root element. */
    void content(XMLStreamWriter out) throws XMLStreamException;

    @Override
    default void writeTo(OutputStream out) throws IOException {
        PlainXml.write(Stax.OUTPUT, out, this);
    }

    @Override
    default void writeTo(XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("", root(), Pantry.NAMESPACE);
        out.writeDefaultNamespace(Pantry.NAMESPACE);
        content(out);
        out.writeEndElement();
    }

    /** What was done. */
    record Acknowledgement(String id, String outcome) implements PantryAnswer {
        @Override
        public String root() {
            return "Acknowledgement";
        }

        @Override
        public void content(XMLStreamWriter out) throws XMLStreamException {
            Pantry.leaf(out, "OrderId", id);
            Pantry.leaf(out, "Outcome", outcome);
        }
    }

    /** An order, as it is stored. */
    record FoundOrder<T>(OrderStore<T> store, T order) implements PantryAnswer {
        @Override
        public String root() {
            return "FoundOrder";
        }

        @Override
        public void content(XMLStreamWriter out) throws XMLStreamException {
            store.write(order, out);
        }
    }

    /** Keys of orders. */
    record OrderIds(List<String> ids) implements PantryAnswer {
        @Override
        public String root() {
            return "OrderIds";
        }

        @Override
        public void content(XMLStreamWriter out) throws XMLStreamException {
            Pantry.leaf(out, "Count", Integer.toString(ids.size()));
            for (String id : ids) {
                Pantry.leaf(out, "OrderId", id);
            }
        }
    }
}
