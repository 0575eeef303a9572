// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.loads.ClosedLoad;
import org.messkit.testnodes.controller.scenario.element.Budget;
import org.messkit.testnodes.controller.scenario.element.Element;
import org.messkit.testnodes.controller.scenario.element.Expect;
import org.messkit.testnodes.controller.scenario.element.Limits;
import org.messkit.testnodes.controller.scenario.element.LoadElement;
import org.messkit.testnodes.controller.scenario.element.PayloadElement;
import org.messkit.testnodes.controller.scenario.element.ServiceJvm;
import org.messkit.testnodes.controller.scenario.element.Steady;
import org.messkit.testnodes.controller.scenario.element.StoreElement;
import org.messkit.testnodes.controller.scenario.element.TestNodeJvm;
import org.messkit.testnodes.controller.scenario.element.Timing;
import org.messkit.testnodes.controller.scenario.xml.NodeReader;
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
            element(PayloadElement.ELEMENT, payload);
        }
        for (LoadElement element : scenario.loads().elements()) {
            Map<String, String> attributes = element.attributes();
            if (element.kind() == ClosedLoad.KIND) {
                attributes.put("order", scenario.loads().rising() ? "rising" : "drawn");
            }
            empty(element.kind().model(), attributes);
        }
        element(Timing.ELEMENT, scenario.timing());
        if (scenario.timing().steady().isPresent()) {
            element(Steady.ELEMENT, scenario.timing().steady().get());
        }
        element(Budget.ELEMENT, scenario.budget());
        element(ServiceJvm.ELEMENT, scenario.serviceJvm());
        element(TestNodeJvm.ELEMENT, scenario.testNodeJvm());
        element(StoreElement.ELEMENT, scenario.workload());
        element(Limits.ELEMENT, scenario.limits());
        for (Expect expect : scenario.expectations()) {
            empty(Expect.NAME, expect.attributes());
        }
        out.writeCharacters("\n");
        out.writeEndElement();
    }

    private <T> void element(Element<T> element, T value) throws XMLStreamException {
        Map<String, String> attributes = element.write(value);
        if (!attributes.isEmpty()) {
            empty(element.name(), attributes);
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
}
