// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario.element;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.messkit.testnodes.controller.scenario.xml.Values;

/**
 * {@code <testnode>}: the JVM of the TestNode, and its way to the services.
 *
 * @param heap smallest and largest
 * @param cores processors, 0 for the default split
 * @param linkMegabits what the link carries in a direction, per second; 0 where nobody says
 */
public record TestNodeJvm(String heap, int cores, int linkMegabits) {
    /** Without the element. */
    public static final TestNodeJvm DEFAULT = new TestNodeJvm("512m", 0);

    /** The element. */
    public static final Element<TestNodeJvm> ELEMENT = new InScenario();

    /** Of a link nothing is known. */
    public TestNodeJvm(String heap, int cores) {
        this(heap, cores, 0);
    }

    private static final class InScenario implements Element<TestNodeJvm> {
        @Override
        public String name() {
            return "testnode";
        }

        @Override
        public Set<String> attributes() {
            return Set.of("heap", "cores", "link-mbit");
        }

        @Override
        public TestNodeJvm read(Values values) {
            return new TestNodeJvm(
                    JvmValues.heap(values, DEFAULT.heap),
                    values.whole("cores", 1, DEFAULT.cores),
                    values.whole("link-mbit", 1, DEFAULT.linkMegabits));
        }

        @Override
        public Map<String, String> write(TestNodeJvm node) {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("heap", node.heap);
            if (node.cores > 0) {
                attributes.put("cores", Integer.toString(node.cores));
            }
            if (node.linkMegabits > 0) {
                attributes.put("link-mbit", Integer.toString(node.linkMegabits));
            }
            return attributes;
        }

        @Override
        public Map<String, String> facts(TestNodeJvm jvm, Placed placed) {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("TestNode cores", placed.node().facts().get("cores"));
            facts.put("TestNode heap", placed.node().facts().get("heap"));
            facts.put("TestNode collector", placed.node().gc());
            if (jvm.linkMegabits > 0) {
                facts.put("link", jvm.linkMegabits + " Mbit/s, as the scenario says");
            }
            return facts;
        }
    }
}
