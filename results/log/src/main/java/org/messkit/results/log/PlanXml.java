// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.messkit.loads.Load;
import org.w3c.dom.Element;

/** A plan as XML and back, as {@code plan.xsd} describes it. */
final class PlanXml {
    private PlanXml() {}

    static void write(OutputStream out, RunPlan plan) throws IOException {
        XmlFile.write(
                out,
                file -> file.root("plan", Map.of("accepted-errors", plan.acceptedErrors()), xml -> {
                    for (PlannedCell cell : plan.cells()) {
                        xml.element("planned", CellXml.attributes("id", cell.id(), "fork", cell.fork()), inner -> {
                            RecordXml.write(inner, "service", cell.service());
                            RecordXml.write(inner, "payload", cell.payload());
                            inner.empty("load", CellXml.load(cell.load()));
                        });
                    }
                }));
    }

    static RunPlan read(Path file, byte[] content) throws IOException {
        Element root = CheckedXml.read(file, content, "plan");
        try {
            return new RunPlan(
                    CheckedXml.number(root, "accepted-errors"),
                    CheckedXml.children(root, "planned").stream()
                            .map(PlanXml::planned)
                            .toList());
        } catch (IllegalArgumentException e) {
            throw new DamagedFileException(file, 0, "is damaged: " + e.getMessage());
        }
    }

    private static PlannedCell planned(Element cell) {
        Load load = CellXml.load(CheckedXml.child(cell, "load"));
        return new PlannedCell(
                (int) CheckedXml.whole(cell, "id"),
                (int) CheckedXml.whole(cell, "fork"),
                RecordXml.read(CheckedXml.child(cell, "service"), Cell.Service.class),
                RecordXml.read(CheckedXml.child(cell, "payload"), Cell.Payload.class),
                load);
    }
}
