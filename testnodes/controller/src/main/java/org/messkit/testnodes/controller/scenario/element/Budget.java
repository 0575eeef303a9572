// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario.element;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.messkit.testnodes.controller.scenario.xml.Values;

/**
 * {@code <budget>}: where a run may end early. Forks are then the most that a service gets.
 *
 * @param time that the whole run may take; empty for as long as it takes
 * @param precision half width of the 95 % interval, as a share of TPS, that is good enough; empty for all forks
 */
public record Budget(Optional<Duration> time, OptionalDouble precision) {
    /** Without the element: all of the plan. */
    public static final Budget NONE = new Budget(Optional.empty(), OptionalDouble.empty());

    /** The element. */
    public static final Element<Budget> ELEMENT = new InScenario();

    private static final class InScenario implements Element<Budget> {
        @Override
        public String name() {
            return "budget";
        }

        @Override
        public Set<String> attributes() {
            return Set.of("time", "precision");
        }

        @Override
        public Budget read(Values values) {
            if (!values.has("time") && !values.has("precision")) {
                values.problem("<budget> needs time, precision or both");
            }
            double precision = values.share("precision", -1);
            if (precision == 0) {
                values.problem("precision must be above 0");
            }
            return new Budget(
                    values.has("time")
                            ? Optional.of(values.positiveDuration("time", Duration.ofHours(1)))
                            : Optional.empty(),
                    precision < 0 ? OptionalDouble.empty() : OptionalDouble.of(precision));
        }

        @Override
        public Map<String, String> write(Budget budget) {
            Map<String, String> attributes = new LinkedHashMap<>();
            budget.time.ifPresent(time -> attributes.put("time", Text.millis(time)));
            budget.precision.ifPresent(share -> attributes.put("precision", Text.words(List.of(share))));
            return attributes;
        }

        @Override
        public Map<String, String> facts(Budget budget, Placed placed) {
            Map<String, String> facts = new LinkedHashMap<>();
            budget.time.ifPresent(whole -> facts.put("budget", "at most " + Text.seconds(whole)));
            budget.precision.ifPresent(share ->
                    facts.put("precision asked for", Text.percent(share) + " half width; then no further fork"));
            return facts;
        }
    }
}
