// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.loads.ClosedLoad;
import org.messkit.results.log.Expectation;
import org.messkit.usecases.AnswerSize;
import org.messkit.usecases.Payload;

/** Writes a scenario as it was resolved: patterns, seed and defaults filled in, so that a run can be repeated from it. */
public final class ScenarioWriter {
    private final XMLStreamWriter out;

    private ScenarioWriter(XMLStreamWriter out) {
        this.out = out;
    }

    /** A scenario file that makes the same plan. */
    public static byte[] resolved(Plan plan) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = new WstxOutputFactory().createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            new ScenarioWriter(out).write(plan);
            out.writeEndDocument();
            out.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a scenario cannot be written: " + e.getMessage(), e);
        }
    }

    private void write(Plan plan) throws XMLStreamException {
        Scenario scenario = plan.scenario();
        out.writeCharacters("\n");
        out.writeStartElement("", "scenario", NodeReader.NAMESPACE);
        out.writeDefaultNamespace(NodeReader.NAMESPACE);
        out.writeAttribute("name", scenario.name());
        out.writeAttribute("seed", Long.toString(plan.seed()));
        if (!scenario.goal().isEmpty()) {
            text("goal", scenario.goal());
        }
        text(
                "services",
                String.join(
                        " ", scenario.services().stream().map(Object::toString).toList()));
        for (Payload payload : scenario.payloads()) {
            empty("payload", attributes(payload));
        }
        for (LoadElement element : scenario.loads().elements()) {
            Map<String, String> attributes = element.attributes();
            if (element.kind() == ClosedLoad.KIND) {
                attributes.put("order", scenario.loads().rising() ? "rising" : "drawn");
            }
            empty(element.kind().model(), attributes);
        }
        Scenario.Timing timing = scenario.timing();
        Map<String, String> times = new LinkedHashMap<>();
        times.put("warmup", millis(timing.warmup()));
        times.put("settle", millis(timing.settle()));
        times.put("window", millis(timing.window()));
        times.put("forks", Integer.toString(timing.forks()));
        times.put("anchor", timing.anchored() ? "repeated" : "none");
        empty("timing", times);
        if (timing.steady().isPresent()) {
            Scenario.Steady steady = timing.steady().get();
            Map<String, String> wait = new LinkedHashMap<>();
            wait.put("tolerance", words(List.of(steady.tolerance())));
            wait.put("cap", millis(steady.cap()));
            empty("steady", wait);
        }
        Map<String, String> budget = new LinkedHashMap<>();
        scenario.budget().time().ifPresent(time -> budget.put("time", millis(time)));
        scenario.budget().precision().ifPresent(precision -> budget.put("precision", words(List.of(precision))));
        if (!budget.isEmpty()) {
            empty("budget", budget);
        }
        Map<String, String> jvm = new LinkedHashMap<>();
        jvm.put("heap", scenario.serviceJvm().heap());
        jvm.put("gc", scenario.serviceJvm().gc());
        jvm.put("threads", Integer.toString(scenario.serviceJvm().threads()));
        cores(jvm, scenario.serviceJvm().cores());
        if (!scenario.serviceJvm().properties().isEmpty()) {
            jvm.put("properties", String.join(" ", scenario.serviceJvm().properties()));
        }
        if (!scenario.serviceJvm().java().isEmpty()) {
            jvm.put("java", String.join(",", scenario.serviceJvm().java()));
        }
        empty("service-jvm", jvm);
        Map<String, String> node = new LinkedHashMap<>();
        node.put("heap", scenario.testNodeJvm().heap());
        cores(node, scenario.testNodeJvm().cores());
        if (scenario.testNodeJvm().linkMegabits() > 0) {
            node.put("link-mbit", Integer.toString(scenario.testNodeJvm().linkMegabits()));
        }
        empty("testnode", node);
        if (!scenario.workload().equals(Scenario.DEFAULT_WORKLOAD)) {
            Map<String, String> store = new LinkedHashMap<>();
            store.put("orders", Integer.toString(scenario.workload().orders()));
            if (!scenario.workload().mix().isEmpty()) {
                store.put("mix", scenario.workload().mix());
            }
            empty("store", store);
        }
        Map<String, String> limits = new LinkedHashMap<>();
        limits.put("errors", Double.toString(scenario.limits().errors()));
        limits.put("other-work", scenario.limits().otherWork() ? "accepted" : "refused");
        limits.put("ceiling", scenario.limits().ceiling() ? "measured" : "none");
        empty("limits", limits);
        for (Scenario.Expect expect : scenario.expectations()) {
            empty("expect", attributes(expect));
        }
        out.writeCharacters("\n");
        out.writeEndElement();
    }

    private static Map<String, String> attributes(Payload payload) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("bytes", Integer.toString(payload.bytes()));
        if (payload.elements() > 0) {
            attributes.put("elements", Integer.toString(payload.elements()));
        }
        if (payload.depth() > 0) {
            attributes.put("depth", Integer.toString(payload.depth()));
        }
        if (payload.share() >= 0) {
            attributes.put("share", Double.toString(payload.share()));
        }
        if (payload.invalid() >= 0) {
            attributes.put("invalid", Double.toString(payload.invalid()));
        }
        if (payload.answer() != AnswerSize.SUMMARY) {
            attributes.put("answer", payload.answer().label());
        }
        return attributes;
    }

    private static Map<String, String> attributes(Scenario.Expect expect) {
        Expectation e = expect.expectation();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("services", String.join(" ", e.services()));
        e.bytes().ifPresent(bytes -> attributes.put("bytes", Integer.toString(bytes)));
        e.concurrency().ifPresent(level -> attributes.put("concurrency", Integer.toString(level)));
        e.rate().ifPresent(rate -> attributes.put("rate", words(List.of(rate))));
        attributes.put(expect.baseline().isPresent() ? "ratio" : e.figure().key(), words(List.of(e.limit())));
        expect.baseline().ifPresent(folder -> attributes.put("baseline", folder));
        attributes.put("abort", Boolean.toString(e.abort()));
        return attributes;
    }

    private static String words(List<? extends Number> numbers) {
        return numbers.stream()
                .map(number ->
                        new BigDecimal(number.toString()).stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(" "));
    }

    /** Without the attribute the machine's processors are split. */
    private static void cores(Map<String, String> attributes, int cores) {
        if (cores > 0) {
            attributes.put("cores", Integer.toString(cores));
        }
    }

    private void text(String name, String text) throws XMLStreamException {
        out.writeCharacters("\n  ");
        out.writeStartElement("", name, NodeReader.NAMESPACE);
        out.writeCharacters(text);
        out.writeEndElement();
    }

    private void empty(String name, Map<String, String> attributes) throws XMLStreamException {
        out.writeCharacters("\n  ");
        out.writeEmptyElement("", name, NodeReader.NAMESPACE);
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            out.writeAttribute(attribute.getKey(), attribute.getValue());
        }
    }

    private static String millis(Duration duration) {
        return duration.toMillis() + "ms";
    }
}
