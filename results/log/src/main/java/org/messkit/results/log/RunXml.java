// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Records to XML, as {@code run.xsd}, {@code cell.xsd} and {@code environment.xsd} describe it. Numbers keep every digit. */
final class RunXml {
    private RunXml() {}

    /** Writes {@code run.xml}; without an end the run is going on, and its cells are elsewhere. */
    static void write(OutputStream out, RunInfo info, Optional<String> end, List<Cell> cells) throws IOException {
        Map<String, Object> attributes = attributes(
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
                        xml.empty("setting", attributes("name", s.getKey(), "value", s.getValue()));
                    }
                    for (Expectation expectation : info.expectations()) {
                        expectation(xml, expectation);
                    }
                    for (Cell cell : cells) {
                        cell(xml, cell);
                    }
                }));
    }

    private static void expectation(XmlFile xml, Expectation e) throws XMLStreamException {
        Map<String, Object> attributes = attributes(
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
                                inner.empty("fact", attributes("name", fact.name(), "value", fact.value()));
                            }
                        });
                    }
                }));
    }

    /** Writes one of {@code cells/}. */
    static void write(OutputStream out, Cell cell) throws IOException {
        XmlFile.write(out, file -> cell(file, cell));
    }

    private static void cell(XmlFile file, Cell cell) throws XMLStreamException {
        Map<String, Object> attributes = attributes(
                "id", cell.id(), "fork", cell.fork(), "outcome", cell.outcome().label());
        Cell.Service s = cell.service();
        Cell.Payload p = cell.payload();
        file.root("cell", attributes, xml -> {
            xml.empty(
                    "service",
                    attributes(
                            "name", s.name(),
                            "use-case", s.useCase(),
                            "technology", s.technology(),
                            "variant", s.variant(),
                            "binding", s.binding()));
            xml.empty(
                    "payload",
                    attributes("bytes", p.bytes(), "elements", p.elements(), "depth", p.depth(), "answer", p.answer()));
            xml.empty("load", load(cell.load()));
            if (!cell.reason().isEmpty()) {
                xml.text("reason", cell.reason());
            }
            if (cell.figures().isPresent()) {
                figures(xml, cell.figures().get());
            }
        });
    }

    private static void figures(XmlFile file, Cell.Figures f) throws XMLStreamException {
        Map<String, Object> attributes = attributes(
                "start", f.start(),
                "seconds", f.seconds(),
                "transactions", f.transactions(),
                "errors", f.errors(),
                "outside-clock-mean-us", f.outsideClockMeanMicros(),
                "request-bytes", f.requestBytes(),
                "response-bytes", f.responseBytes(),
                "wire-bytes-per-s", f.wireBytesPerSecond());
        Cell.Totals t = f.total();
        Cell.Cpu c = f.cpu();
        file.element("figures", attributes, xml -> {
            xml.empty(
                    "total",
                    attributes(
                            "sent", t.sent(), "unreached", t.unreached(), "failed", t.failed(), "server", t.server()));
            xml.empty("service-time", times(f.serviceTime()));
            Map<String, Object> cpu = attributes(
                    "server-cores", c.serverCores(),
                    "server-peak-cores", c.serverPeakCores(),
                    "consumer-cores", c.consumerCores());
            if (Double.isFinite(c.coreWorkMicros())) {
                cpu.put("core-work-us", c.coreWorkMicros());
            }
            xml.empty("cpu", cpu);
            if (f.arrivals().isPresent()) {
                arrivals(xml, f.arrivals().get());
            }
            if (f.internals().isPresent()) {
                Cell.Internals i = f.internals().get();
                xml.empty(
                        "internals",
                        attributes(
                                "collecting", i.collecting(),
                                "lock-wait", i.lockWait(),
                                "pool-wait", i.poolWait(),
                                "disk-busy", i.diskBusy()));
            }
            if (f.stored().isPresent()) {
                Cell.Stored s = f.stored().get();
                xml.empty(
                        "stored",
                        attributes(
                                "rows-before", s.rowsBefore(),
                                "rows-expected", s.rowsExpected(),
                                "rows-after", s.rowsAfter(),
                                "checksum-expected", s.checksumExpected(),
                                "checksum-after", s.checksumAfter(),
                                "bytes-before", s.bytesBefore(),
                                "bytes-after", s.bytesAfter()));
            }
            for (Cell.Operation operation : f.operations()) {
                Map<String, Object> by = attributes("name", operation.name(), "transactions", operation.transactions());
                by.putAll(times(operation.serviceTime()));
                xml.empty("operation", by);
            }
        });
    }

    private static Map<String, Object> load(Cell.Load load) {
        Map<String, Object> attributes = attributes("model", load.model(), "concurrency", load.concurrency());
        load.rate().ifPresent(rate -> attributes.put("rate", rate));
        if (load.isOpen()) {
            attributes.put("arrivals", load.arrivals());
        }
        return attributes;
    }

    private static void arrivals(XmlFile file, Cell.Arrivals a) throws XMLStreamException {
        Map<String, Object> attributes = attributes(
                "due",
                a.due(),
                "served",
                a.served(),
                "late",
                a.late(),
                "queued",
                a.queued(),
                "backlog-peak",
                a.backlogPeak());
        file.element("arrivals", attributes, xml -> xml.empty("response-time", times(a.responseTime())));
    }

    private static Map<String, Object> times(Cell.Times t) {
        Map<String, Object> attributes =
                attributes("min-ms", t.minMillis(), "mean-ms", t.meanMillis(), "p50-ms", t.p50Millis());
        t.p99Millis().ifPresent(p99 -> attributes.put("p99-ms", p99));
        t.p999Millis().ifPresent(p999 -> attributes.put("p999-ms", p999));
        attributes.put("max-ms", t.maxMillis());
        return attributes;
    }

    /** Attributes in the order given, because a person reads the file. */
    private static Map<String, Object> attributes(Object... namesAndValues) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return attributes;
    }
}
