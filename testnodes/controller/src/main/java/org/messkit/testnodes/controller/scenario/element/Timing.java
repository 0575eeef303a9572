// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario.element;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.messkit.loads.Window;
import org.messkit.testnodes.controller.scenario.xml.Values;

/**
 * {@code <timing>}: how long, and how often.
 *
 * @param warmup full load per fresh service process before its first cell, over all payloads
 * @param steady what follows it until the service has settled; empty where the warm-up alone must do
 * @param settle load per cell before its window
 * @param window what is measured
 * @param forks fresh service processes per service, 1 or more
 * @param anchored whether the first cell of each process is repeated as its last
 */
public record Timing(
        Duration warmup, Optional<Steady> steady, Duration settle, Duration window, int forks, boolean anchored) {
    /** Without the element. */
    public static final Timing DEFAULT = new Timing(
            Duration.ofSeconds(15), Optional.empty(), Duration.ofSeconds(1), Duration.ofSeconds(3), 1, false);

    /** The element; what is said of the steady state is another's. */
    public static final Element<Timing> ELEMENT = new InScenario();

    /** The same with a wait for the steady state. */
    public Timing with(Optional<Steady> wait) {
        return new Timing(warmup, wait, settle, window, forks, anchored);
    }

    private static final class InScenario implements Element<Timing> {
        private static final String REPEATED = "repeated";
        private static final String NONE = "none";

        @Override
        public String name() {
            return "timing";
        }

        @Override
        public Set<String> attributes() {
            return Set.of("warmup", "settle", "window", "forks", "anchor");
        }

        @Override
        public Timing read(Values values) {
            return new Timing(
                    values.duration("warmup", DEFAULT.warmup),
                    Optional.empty(),
                    values.duration("settle", DEFAULT.settle),
                    Window.length(values, DEFAULT.window),
                    values.whole("forks", 1, DEFAULT.forks),
                    values.oneOf("anchor", Set.of(NONE, REPEATED), NONE).equals(REPEATED));
        }

        @Override
        public Map<String, String> write(Timing timing) {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("warmup", Text.millis(timing.warmup));
            attributes.put("settle", Text.millis(timing.settle));
            attributes.put("window", Text.millis(timing.window));
            attributes.put("forks", Integer.toString(timing.forks));
            attributes.put("anchor", timing.anchored ? REPEATED : NONE);
            return attributes;
        }

        @Override
        public Map<String, String> facts(Timing timing, Placed placed) {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put(
                    "warm-up",
                    Text.seconds(timing.warmup) + " per service process, over all payloads"
                            + (placed.service().pinned() ? ", on any core; pinned afterwards" : ""));
            timing.steady.ifPresent(wait -> facts.putAll(Steady.ELEMENT.facts(wait, placed)));
            facts.put("settle", Text.seconds(timing.settle) + " per cell");
            facts.put("window", Text.seconds(timing.window) + " per cell");
            facts.put("forks", Integer.toString(timing.forks));
            return facts;
        }
    }
}
