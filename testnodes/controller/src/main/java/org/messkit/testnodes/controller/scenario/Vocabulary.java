// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.messkit.loads.Load;

/** The elements and attributes that a scenario may have. */
final class Vocabulary {
    /** Elements that have text. */
    private static final Set<String> WORDS = Set.of("goal", "services");

    /** Elements that may stand in a scenario, and the attributes of each. */
    private static final Map<String, Set<String>> KNOWN = Map.ofEntries(
            Map.entry("goal", Set.of()),
            Map.entry("services", Set.of()),
            Map.entry("payload", Set.of("bytes", "elements", "depth", "share", "invalid", "answer")),
            Map.entry("timing", Set.of("warmup", "settle", "window", "forks", "anchor")),
            Map.entry("steady", Set.of("tolerance", "cap")),
            Map.entry("budget", Set.of("time", "precision")),
            Map.entry("service-jvm", Set.of("heap", "gc", "cores", "threads", "properties", "java")),
            Map.entry("testnode", Set.of("heap", "cores", "link-mbit")),
            Map.entry("store", Set.of("orders", "mix")),
            Map.entry("limits", Set.of("errors", "other-work", "ceiling")),
            Map.entry("expect", ExpectReader.ATTRIBUTES));

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
        for (Node child : root.children) {
            Set<String> known = known(child.name);
            if (known == null) {
                problem(child, "unknown element <" + child.name + ">, known are " + names());
                continue;
            }
            attributes(child, known);
            text(child);
            child.children.forEach(
                    inner -> problem(inner, "unknown element <" + inner.name + "> in <" + child.name + ">"));
        }
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(KNOWN.keySet());
        Load.kinds().forEach(kind -> names.add(kind.model()));
        return names;
    }

    /** Null for an element that is not known. */
    private static Set<String> known(String element) {
        return Load.kinds().stream()
                .filter(kind -> kind.model().equals(element))
                .findFirst()
                .map(LoadReader::attributes)
                .orElse(KNOWN.get(element));
    }

    private void text(Node node) {
        if (!WORDS.contains(node.name) && !node.text.toString().isBlank()) {
            problem(
                    node,
                    "<" + node.name + "> has no text, got: "
                            + node.text.toString().strip().replaceAll("\\s+", " "));
        }
    }

    private void attributes(Node node, Set<String> known) {
        for (String attribute : node.attributes.keySet()) {
            if (!known.contains(attribute)) {
                problem(
                        node,
                        "unknown attribute '" + attribute + "' of <" + node.name + ">, known are "
                                + new TreeSet<>(known));
            }
        }
    }

    private void problem(Node node, String message) {
        problems.add(new Problem(message, file, node.line, node.column));
    }
}
