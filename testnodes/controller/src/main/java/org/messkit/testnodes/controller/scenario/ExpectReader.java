// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.messkit.results.log.Expectation;
import org.messkit.results.log.Expectation.Figure;

/** Reads the elements {@code <expect>} of a scenario. */
final class ExpectReader {
    /** What such an element may say. */
    static final Set<String> ATTRIBUTES = Set.of(
            "services",
            "bytes",
            "concurrency",
            "rate",
            "tps",
            "mean-ms",
            "p50-ms",
            "p99-ms",
            "p999-ms",
            "max-ms",
            "errors",
            "ratio",
            "baseline",
            "abort");

    private static final double LARGEST = 1e9;

    private final Scenario scenario;
    private final Values values;
    private final Node node;

    /**
     * Makes one.
     *
     * @param scenario without its expectations
     */
    ExpectReader(Scenario scenario, Node node, Values values) {
        this.scenario = scenario;
        this.node = node;
        this.values = values;
    }

    /** An expectation for each limit; what is wrong is added to the problems. */
    List<Scenario.Expect> read() {
        List<String> services = Names.matching(scenario.services(), node, values);
        OptionalInt bytes = Names.bytes(scenario.payloads(), node, values);
        OptionalInt concurrency = OptionalInt.empty();
        if (node.attributes.containsKey("concurrency")) {
            int level = values.whole("concurrency", 1, 0);
            concurrency = OptionalInt.of(level);
            if (scenario.services().stream()
                    .flatMap(service -> scenario.payloads().stream().flatMap(p -> scenario.levels(service, p).stream()))
                    .noneMatch(known -> known == level)) {
                values.problem("no closed test case of this scenario has concurrency=\"" + level + "\"");
            }
        }
        OptionalDouble rate = values.number("rate", LARGEST);
        if (rate.isPresent()
                && scenario.loads().elements().stream()
                        .flatMap(element -> element.loads().stream())
                        .flatMap(load -> load.rate().stream())
                        .noneMatch(given -> given == rate.getAsDouble())) {
            values.problem("no open test case of this scenario has rate=\"" + node.attributes.get("rate") + "\"");
        }
        if (concurrency.isPresent() && rate.isPresent()) {
            values.problem("an <expect> is of closed or of open load: it has concurrency or rate, not both");
        }
        boolean abort = values.oneOf("abort", Set.of("true", "false"), "false").equals("true");
        List<Scenario.Expect> expectations = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            OptionalDouble limit = limit(figure);
            if (limit.isPresent()) {
                expectations.add(new Scenario.Expect(
                        new Expectation(services, bytes, concurrency, rate, figure, limit.getAsDouble(), "", abort),
                        Optional.empty()));
            }
        }
        OptionalDouble ratio = values.number("ratio", LARGEST);
        if (ratio.isPresent() != node.attributes.containsKey("baseline")) {
            values.problem("ratio and baseline stand together: a share of the TPS that another run's folder has");
        } else if (ratio.isPresent()) {
            expectations.add(new Scenario.Expect(
                    new Expectation(services, bytes, concurrency, rate, Figure.TPS, ratio.getAsDouble(), "", abort),
                    Optional.of(node.attributes.get("baseline"))));
        }
        if (expectations.isEmpty()) {
            values.problem(
                    "<expect> needs a limit: tps, mean-ms, p50-ms, p99-ms, p999-ms, max-ms, errors, or ratio with"
                            + " baseline");
        }
        return expectations;
    }

    private OptionalDouble limit(Figure figure) {
        if (figure != Figure.ERRORS) {
            return values.number(figure.key(), LARGEST);
        }
        double share = values.share(figure.key(), -1);
        return share < 0 ? OptionalDouble.empty() : OptionalDouble.of(share);
    }
}
