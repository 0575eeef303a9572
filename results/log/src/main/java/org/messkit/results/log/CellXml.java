// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import javax.xml.stream.XMLStreamException;
import org.messkit.loads.Load;
import org.w3c.dom.Element;

/** A cell as XML and back; the element holds to {@code cell.xsd}. Numbers keep every digit. */
final class CellXml {
    private static final String MODEL = "model";

    private CellXml() {}

    static void write(XmlFile file, Cell cell) throws XMLStreamException {
        Map<String, Object> attributes = attributes(
                "id", cell.id(), "fork", cell.fork(), "outcome", cell.outcome().label());
        file.root("cell", attributes, xml -> {
            RecordXml.write(xml, "service", cell.service());
            RecordXml.write(xml, "payload", cell.payload());
            xml.empty("load", load(cell.load()));
            if (!cell.reason().isEmpty()) {
                xml.text("reason", cell.reason());
            }
            if (cell.figures().isPresent()) {
                RecordXml.write(xml, "figures", cell.figures().get());
            }
        });
    }

    /**
     * Reads one.
     *
     * @throws IOException if it holds to its schema and is no cell all the same
     */
    static Cell read(Path file, Element cell) throws IOException {
        try {
            return read(cell);
        } catch (IllegalArgumentException | NoSuchElementException | DateTimeException e) {
            throw new DamagedFileException(
                    file, 0, "is damaged: cell " + cell.getAttribute("id") + " cannot be read: " + e.getMessage());
        }
    }

    private static Cell read(Element cell) {
        return new Cell(
                (int) CheckedXml.whole(cell, "id"),
                RecordXml.read(CheckedXml.child(cell, "service"), Cell.Service.class),
                RecordXml.read(CheckedXml.child(cell, "payload"), Cell.Payload.class),
                load(CheckedXml.child(cell, "load")),
                (int) CheckedXml.whole(cell, "fork"),
                Outcome.labelled(cell.getAttribute("outcome")),
                CheckedXml.children(cell, "reason").stream()
                        .map(Element::getTextContent)
                        .findFirst()
                        .orElse(""),
                CheckedXml.children(cell, "figures").stream()
                        .map(figures -> RecordXml.read(figures, Cell.Figures.class))
                        .findFirst());
    }

    static Load load(Element load) {
        return Load.kind(load.getAttribute(MODEL)).recorded(new RecordedAttributes(load));
    }

    static Map<String, Object> load(Load load) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put(MODEL, load.model());
        attributes.putAll(load.attributes());
        return attributes;
    }

    /** Attributes in the order given, because a person reads the file. */
    static Map<String, Object> attributes(Object... namesAndValues) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return attributes;
    }
}
