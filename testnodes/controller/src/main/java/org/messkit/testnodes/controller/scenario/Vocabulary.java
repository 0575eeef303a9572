// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.messkit.loads.Load;
import org.messkit.testnodes.controller.scenario.element.Budget;
import org.messkit.testnodes.controller.scenario.element.Element;
import org.messkit.testnodes.controller.scenario.element.Expect;
import org.messkit.testnodes.controller.scenario.element.Limits;
import org.messkit.testnodes.controller.scenario.element.LoadReader;
import org.messkit.testnodes.controller.scenario.element.PayloadElement;
import org.messkit.testnodes.controller.scenario.element.ServiceJvm;
import org.messkit.testnodes.controller.scenario.element.Steady;
import org.messkit.testnodes.controller.scenario.element.StoreElement;
import org.messkit.testnodes.controller.scenario.element.TestNodeJvm;
import org.messkit.testnodes.controller.scenario.element.Timing;
import org.messkit.testnodes.controller.scenario.xml.Node;
import org.messkit.testnodes.controller.scenario.xml.Problem;
import org.messkit.testnodes.controller.scenario.xml.Values;

/** The elements and attributes that a scenario may have. */
final class Vocabulary {
    /** Elements that have text. */
    private static final Set<String> WORDS = Set.of("goal", "services");

    /** Elements that have attributes alone and are no loads, in the order of the docs. */
    static final List<Element<?>> ELEMENTS = List.of(
            PayloadElement.ELEMENT,
            Timing.ELEMENT,
            Steady.ELEMENT,
            Budget.ELEMENT,
            ServiceJvm.ELEMENT,
            TestNodeJvm.ELEMENT,
            StoreElement.ELEMENT,
            Limits.ELEMENT);

    /** Elements that may stand in a scenario, and the attributes of each. */
    private static final Map<String, Set<String>> KNOWN = known();

    private final String file;
    private final List<Problem> problems;

    Vocabulary(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Adds what is unknown to the problems. */
    void check(Node root) {
        attributes(root, Set.of("name", "seed"));
        text(root);
        for (Node child : root.children()) {
            Set<String> known = KNOWN.get(child.name());
            if (known == null) {
                problem(child, "unknown element <" + child.name() + ">, known are " + KNOWN.keySet());
                continue;
            }
            attributes(child, known);
            text(child);
            child.children()
                    .forEach(inner ->
                            problem(inner, "unknown element <" + inner.name() + "> in <" + child.name() + ">"));
        }
    }

    private static Map<String, Set<String>> known() {
        Map<String, Set<String>> known = new TreeMap<>();
        WORDS.forEach(name -> known.put(name, Set.of()));
        ELEMENTS.forEach(element -> known.put(element.name(), element.attributes()));
        Load.kinds().forEach(kind -> known.put(kind.model(), LoadReader.attributes(kind)));
        known.put(Expect.NAME, Expect.ATTRIBUTES);
        return known;
    }

    private void text(Node node) {
        if (!WORDS.contains(node.name()) && !node.text().isBlank()) {
            problem(
                    node,
                    "<" + node.name() + "> has no text, got: "
                            + node.text().strip().replaceAll("\\s+", " "));
        }
    }

    private void attributes(Node node, Set<String> known) {
        for (String attribute : node.attributes().keySet()) {
            if (!known.contains(attribute)) {
                problem(
                        node,
                        "unknown attribute '" + attribute + "' of <" + node.name() + ">, known are "
                                + new TreeSet<>(known));
            }
        }
    }

    private void problem(Node node, String message) {
        new Values(node, file, problems).problem(message);
    }
}
