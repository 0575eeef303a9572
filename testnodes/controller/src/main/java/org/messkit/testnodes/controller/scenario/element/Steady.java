// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario.element;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.messkit.testnodes.controller.scenario.xml.Values;

/**
 * {@code <steady>}: when a service counts as settled.
 *
 * @param tolerance share of the mean that its speed may still differ by
 * @param cap longest wait; a service that has not settled by then is not steady
 */
public record Steady(double tolerance, Duration cap) {
    /** With an element that says nothing. */
    public static final Steady DEFAULT = new Steady(0.02, Duration.ofSeconds(60));

    /** The element. */
    public static final Element<Steady> ELEMENT = new InScenario();

    private static final class InScenario implements Element<Steady> {
        @Override
        public String name() {
            return "steady";
        }

        @Override
        public Set<String> attributes() {
            return Set.of("tolerance", "cap");
        }

        @Override
        public Steady read(Values values) {
            Steady steady = new Steady(
                    values.share("tolerance", DEFAULT.tolerance), values.positiveDuration("cap", DEFAULT.cap));
            if (steady.tolerance == 0) {
                values.problem("tolerance must be above 0");
            }
            return steady;
        }

        @Override
        public Map<String, String> write(Steady steady) {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("tolerance", Text.words(List.of(steady.tolerance)));
            attributes.put("cap", Text.millis(steady.cap));
            return attributes;
        }

        @Override
        public Map<String, String> facts(Steady steady, Placed placed) {
            return Map.of(
                    "steady state",
                    "waited for, at most " + Text.seconds(steady.cap) + ": speed within "
                            + Text.percent(steady.tolerance)
                            + ", nothing compiled or loaded; drift looked for within windows of 1,000 transactions or more");
        }
    }
}
