// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.util.Optional;
import org.w3c.dom.Element;

/** XML to a cell; the element holds to {@code cell.xsd}. */
final class CellXml {
    private CellXml() {}

    static Cell read(Element cell) {
        Element service = CheckedXml.child(cell, "service");
        Element payload = CheckedXml.child(cell, "payload");
        Element load = CheckedXml.child(cell, "load");
        return new Cell(
                (int) CheckedXml.whole(cell, "id"),
                new Cell.Service(
                        service.getAttribute("name"),
                        service.getAttribute("use-case"),
                        service.getAttribute("technology"),
                        service.getAttribute("variant"),
                        service.getAttribute("binding")),
                new Cell.Payload(
                        (int) CheckedXml.whole(payload, "bytes"),
                        (int) CheckedXml.whole(payload, "elements"),
                        (int) CheckedXml.whole(payload, "depth"),
                        payload.hasAttribute("answer") ? payload.getAttribute("answer") : "summary"),
                new Cell.Load(
                        load.getAttribute("model"),
                        (int) CheckedXml.whole(load, "concurrency"),
                        optional(load, "rate"),
                        load.getAttribute("arrivals")),
                (int) CheckedXml.whole(cell, "fork"),
                Outcome.labelled(cell.getAttribute("outcome")),
                CheckedXml.children(cell, "reason").stream()
                        .map(Element::getTextContent)
                        .findFirst()
                        .orElse(""),
                CheckedXml.children(cell, "figures").stream()
                        .map(CellXml::figures)
                        .findFirst());
    }

    private static Cell.Figures figures(Element f) {
        Element total = CheckedXml.child(f, "total");
        Element cpu = CheckedXml.child(f, "cpu");
        return new Cell.Figures(
                CheckedXml.instant(f, "start"),
                CheckedXml.number(f, "seconds"),
                CheckedXml.whole(f, "transactions"),
                CheckedXml.whole(f, "errors"),
                new Cell.Totals(
                        CheckedXml.whole(total, "sent"),
                        CheckedXml.whole(total, "unreached"),
                        CheckedXml.whole(total, "failed"),
                        CheckedXml.whole(total, "server")),
                times(CheckedXml.child(f, "service-time")),
                CheckedXml.number(f, "outside-clock-mean-us"),
                CheckedXml.number(f, "request-bytes"),
                CheckedXml.number(f, "response-bytes"),
                CheckedXml.number(f, "wire-bytes-per-s"),
                new Cell.Cpu(
                        CheckedXml.number(cpu, "server-cores"),
                        CheckedXml.number(cpu, "server-peak-cores"),
                        CheckedXml.number(cpu, "consumer-cores"),
                        cpu.hasAttribute("core-work-us") ? CheckedXml.number(cpu, "core-work-us") : Double.NaN),
                CheckedXml.children(f, "arrivals").stream()
                        .map(CellXml::arrivals)
                        .findFirst(),
                CheckedXml.children(f, "internals").stream()
                        .map(CellXml::internals)
                        .findFirst(),
                CheckedXml.children(f, "stored").stream().map(CellXml::stored).findFirst(),
                CheckedXml.children(f, "operation").stream()
                        .map(o -> new Cell.Operation(
                                o.getAttribute("name"), CheckedXml.whole(o, "transactions"), times(o)))
                        .toList());
    }

    private static Cell.Stored stored(Element s) {
        return new Cell.Stored(
                CheckedXml.whole(s, "rows-before"),
                CheckedXml.whole(s, "rows-expected"),
                CheckedXml.whole(s, "rows-after"),
                CheckedXml.whole(s, "checksum-expected"),
                CheckedXml.whole(s, "checksum-after"),
                CheckedXml.whole(s, "bytes-before"),
                CheckedXml.whole(s, "bytes-after"));
    }

    private static Cell.Internals internals(Element i) {
        return new Cell.Internals(
                CheckedXml.number(i, "collecting"),
                CheckedXml.number(i, "lock-wait"),
                CheckedXml.number(i, "pool-wait"),
                CheckedXml.number(i, "disk-busy"));
    }

    private static Cell.Arrivals arrivals(Element a) {
        return new Cell.Arrivals(
                times(CheckedXml.child(a, "response-time")),
                CheckedXml.whole(a, "due"),
                CheckedXml.whole(a, "served"),
                CheckedXml.whole(a, "late"),
                CheckedXml.whole(a, "queued"),
                CheckedXml.whole(a, "backlog-peak"));
    }

    private static Cell.Times times(Element t) {
        return new Cell.Times(
                CheckedXml.number(t, "min-ms"),
                CheckedXml.number(t, "mean-ms"),
                CheckedXml.number(t, "p50-ms"),
                optional(t, "p99-ms"),
                optional(t, "p999-ms"),
                CheckedXml.number(t, "max-ms"));
    }

    private static Optional<Double> optional(Element t, String name) {
        return t.hasAttribute(name) ? Optional.of(CheckedXml.number(t, name)) : Optional.empty();
    }
}
