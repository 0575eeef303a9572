// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario.element;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.messkit.testnodes.controller.scenario.xml.Values;

/**
 * {@code <limits>}: what a cell may have and still be valid.
 *
 * @param errors largest share of failed transactions, 0 to 1
 * @param otherWork whether other work may keep the TestNode's cores busy
 * @param compilers whether a service's compilers may take its cores
 * @param ceiling whether the null service is measured beside services that do not have it among them, so that it is known how near
 *     they come to what the rig can do
 */
public record Limits(double errors, boolean otherWork, boolean compilers, boolean ceiling) {
    /** Without the element: nothing, and the ceiling is measured. */
    public static final Limits STRICT = new Limits(0, false, false, true);

    /** The element. */
    public static final Element<Limits> ELEMENT = new InScenario();

    private static final class InScenario implements Element<Limits> {
        private static final String ACCEPTED = "accepted";
        private static final String REFUSED = "refused";
        private static final String MEASURED = "measured";
        private static final String NONE = "none";

        @Override
        public String name() {
            return "limits";
        }

        @Override
        public Set<String> attributes() {
            return Set.of("errors", "other-work", "compilers", "ceiling");
        }

        @Override
        public Limits read(Values values) {
            return new Limits(
                    values.share("errors", STRICT.errors),
                    values.oneOf("other-work", Set.of(ACCEPTED, REFUSED), REFUSED)
                            .equals(ACCEPTED),
                    values.oneOf("compilers", Set.of(ACCEPTED, REFUSED), REFUSED)
                            .equals(ACCEPTED),
                    values.oneOf("ceiling", Set.of(MEASURED, NONE), MEASURED).equals(MEASURED));
        }

        @Override
        public Map<String, String> write(Limits limits) {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("errors", Double.toString(limits.errors));
            attributes.put("other-work", limits.otherWork ? ACCEPTED : REFUSED);
            attributes.put("compilers", limits.compilers ? ACCEPTED : REFUSED);
            attributes.put("ceiling", limits.ceiling ? MEASURED : NONE);
            return attributes;
        }

        @Override
        public Map<String, String> facts(Limits limits, Placed placed) {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("errors accepted", limits.errors + " of a cell's transactions");
            if (limits.compilers) {
                facts.put(
                        "compilers accepted",
                        "services may be cold: their figures are lower than those of settled ones");
            }
            return facts;
        }
    }
}
