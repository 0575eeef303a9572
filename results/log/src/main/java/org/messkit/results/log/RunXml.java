// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Records to XML, as {@code run.xsd}, {@code cell.xsd} and {@code environment.xsd} describe it. Numbers keep every digit. */
final class RunXml {
    private RunXml() {}

    /** Writes {@code run.xml}; without an end the run is going on. */
    static void write(OutputStream out, RunInfo info, Optional<String> end) throws IOException {
        Map<String, Object> attributes = CellXml.attributes(
                "id", info.id(),
                "scenario", info.scenario(),
                "start", info.start(),
                "seed", info.seed(),
                "planned-cells", info.cells());
        end.ifPresent(how -> attributes.put("end", how));
        XmlFile.write(
                out,
                file -> file.root("run", attributes, xml -> {
                    xml.text("goal", info.goal());
                    for (String note : info.notes()) {
                        xml.text("note", note);
                    }
                    for (Map.Entry<String, String> s : info.settings().entrySet()) {
                        xml.empty("setting", CellXml.attributes("name", s.getKey(), "value", s.getValue()));
                    }
                    for (Expectation expectation : info.expectations()) {
                        expectation(xml, expectation);
                    }
                }));
    }

    private static void expectation(XmlFile xml, Expectation e) throws XMLStreamException {
        Map<String, Object> attributes = CellXml.attributes(
                "services", String.join(" ", e.services()), "figure", e.figure().key(), "limit", e.limit());
        e.bytes().ifPresent(bytes -> attributes.put("bytes", bytes));
        e.concurrency().ifPresent(level -> attributes.put("concurrency", level));
        e.rate().ifPresent(rate -> attributes.put("rate", rate));
        if (!e.because().isEmpty()) {
            attributes.put("because", e.because());
        }
        attributes.put("abort", e.abort());
        xml.empty("expectation", attributes);
    }

    /** Writes {@code environment.xml}. */
    static void write(OutputStream out, Environment environment) throws IOException {
        XmlFile.write(
                out,
                file -> file.root("environment", Map.of(), xml -> {
                    for (Environment.Group group : environment.groups()) {
                        xml.element("group", Map.of("name", group.name()), inner -> {
                            for (Environment.Fact fact : group.facts()) {
                                inner.empty("fact", CellXml.attributes("name", fact.name(), "value", fact.value()));
                            }
                        });
                    }
                }));
    }

    /** Writes one of {@code cells/}. */
    static void write(OutputStream out, Cell cell) throws IOException {
        XmlFile.write(out, file -> CellXml.write(file, cell));
    }
}
