// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.messkit.loads.ClosedLoad;
import org.messkit.loads.Kind;
import org.messkit.loads.Load;
import org.messkit.schemas.Schemas;
import org.messkit.testnodes.controller.scenario.element.Element;
import org.messkit.testnodes.controller.scenario.element.Expect;
import org.messkit.testnodes.controller.scenario.element.LoadReader;
import org.messkit.testnodes.controller.scenario.xml.Node;
import org.messkit.testnodes.controller.scenario.xml.Values;
import org.w3c.dom.NodeList;

/**
 * The page of scenario elements says what the schema and the elements say. With the system property {@code messkit.docs.write} the test
 * writes the page.
 */
class ScenarioDocsTest {
    private static final String XS = "http://www.w3.org/2001/XMLSchema";

    /** What elements of each name may say, with the defaults. */
    private final Map<String, Set<String>> known = new LinkedHashMap<>();

    private final Map<String, Map<String, String>> defaults = new LinkedHashMap<>();
    private final org.w3c.dom.Element schema;

    ScenarioDocsTest() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        try (InputStream in = Schemas.url("scenario.xsd").openStream()) {
            schema = factory.newDocumentBuilder().parse(in).getDocumentElement();
        }
        for (Element<?> element : Vocabulary.ELEMENTS) {
            known.put(element.name(), element.attributes());
            defaults.put(element.name(), defaults(element));
        }
        for (Kind kind : Load.kinds()) {
            known.put(kind.model(), LoadReader.attributes(kind));
            defaults.put(kind.model(), defaults(kind));
        }
        known.put(Expect.NAME, Expect.ATTRIBUTES);
        defaults.put(Expect.NAME, Map.of("abort", "false"));
    }

    private static <T> Map<String, String> defaults(Element<T> element) {
        return element.write(element.read(values(new Node(element.name()))));
    }

    private static Map<String, String> defaults(Kind kind) {
        Node least = new Node(kind.model());
        kind.attributes().stream()
                .filter(name -> name.equals("rate") || name.equals("concurrency"))
                .forEach(name -> least.with(name, "1"));
        Map<String, String> all = new LinkedHashMap<>(
                kind.write(kind.read(values(least), new Kind.Beside(java.time.Duration.ofSeconds(3), true))));
        least.attributes().keySet().forEach(all::remove);
        if (kind == ClosedLoad.KIND) {
            all.put("order", "drawn");
        }
        return all;
    }

    private static Values values(Node node) {
        return new Values(node, "none", new ArrayList<>());
    }

    @Test
    void elementsAndSchemaHaveTheSameAttributes() {
        known.forEach((name, attributes) -> assertEquals(
                new TreeSet<>(attributes), new TreeSet<>(attributes(type(name)).keySet()), "<" + name + ">"));
    }

    @Test
    void thePageOfElementsIsWhatTheySayOfThemselves() throws Exception {
        Path page = ScenarioSchemaTest.root().resolve("docs/scenario.md");
        String made = page();
        if (System.getProperty("messkit.docs.write") != null) {
            Files.writeString(page, made);
        }
        assertEquals(
                Files.readString(page), made, "write it anew: mvn test -Dtest=ScenarioDocsTest -Dmesskit.docs.write");
    }

    private String page() {
        StringBuilder page = new StringBuilder("""
                # Elements of a scenario

                A test makes this page from `scenario.xsd` and from the classes of the elements. The elements stand in any order.
                A time is a number with a unit: `500ms`, `30s`, `5m`, `1h`. A share is a number from 0 to 1.

                `<scenario>` has a `name`, which begins the name of each run's folder, and may have a `seed`. `<goal>` is the
                question that the run is to answer. `<services>` names the services, separated by blanks; a `*` stands for any word.
                """);
        known.forEach((name, attributes) -> {
            org.w3c.dom.Element type = type(name);
            page.append("\n## `<")
                    .append(name)
                    .append(">`\n\n")
                    .append(documentation(type))
                    .append("\n\n");
            page.append("| attribute | default | meaning |\n|---|---|---|\n");
            attributes(type).forEach((attribute, element) -> page.append("| `")
                    .append(attribute)
                    .append("` | ")
                    .append(shown(defaults.get(name).get(attribute), element))
                    .append(" | ")
                    .append(documentation(element).replace("|", "\\|"))
                    .append(" |\n"));
        });
        return page.toString();
    }

    private static String shown(String value, org.w3c.dom.Element attribute) {
        if (attribute.getAttribute("use").equals("required")) {
            return "must be given";
        }
        String declared =
                value == null && attribute.hasAttribute("default") ? attribute.getAttribute("default") : value;
        return declared == null || declared.isEmpty() ? "" : "`" + declared.replaceAll("^(\\d+)000ms$", "$1s") + "`";
    }

    /** The type of an element of the root. */
    private org.w3c.dom.Element type(String name) {
        String wanted = all(schema, "element").stream()
                .filter(element -> element.getAttribute("name").equals(name))
                .map(element -> element.getAttribute("type"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the schema has no <" + name + ">"));
        return all(schema, "complexType").stream()
                .filter(type -> type.getAttribute("name").equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, org.w3c.dom.Element> attributes(org.w3c.dom.Element type) {
        Map<String, org.w3c.dom.Element> attributes = new LinkedHashMap<>();
        all(type, "attribute").forEach(attribute -> attributes.put(attribute.getAttribute("name"), attribute));
        return attributes;
    }

    private static String documentation(org.w3c.dom.Element of) {
        return all(of, "documentation").get(0).getTextContent().strip().replaceAll("\\s+", " ");
    }

    private static List<org.w3c.dom.Element> all(org.w3c.dom.Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS(XS, name);
        List<org.w3c.dom.Element> all = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            all.add((org.w3c.dom.Element) found.item(i));
        }
        return all;
    }
}
