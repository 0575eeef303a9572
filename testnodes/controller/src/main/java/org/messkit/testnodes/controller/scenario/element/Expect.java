// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario.element;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.messkit.results.log.Expectation;
import org.messkit.results.log.Expectation.Figure;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.scenario.xml.Values;
import org.messkit.usecases.Payload;

/**
 * {@code <expect>}: an expectation, or one that a baseline makes: then its limit is a share of the baseline's TPS, level by level.
 *
 * @param expectation as it is, but for the limit
 * @param baseline the folder of a run; empty where the limit is absolute
 */
public record Expect(Expectation expectation, Optional<String> baseline) {
    /** Its name. */
    public static final String NAME = "expect";

    /** What it may say. */
    public static final Set<String> ATTRIBUTES = Set.of(
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

    /**
     * Reads one: an expectation for each limit; what is wrong is told to the values.
     *
     * @param services of the scenario
     * @param payloads of the scenario
     * @param loads of the scenario
     */
    public static List<Expect> read(List<ServiceName> services, List<Payload> payloads, Loads loads, Values values) {
        List<String> names = Names.matching(services, values);
        OptionalInt bytes = Names.bytes(payloads, values);
        OptionalInt concurrency = concurrency(services, payloads, loads, values);
        OptionalDouble rate = values.number("rate", LARGEST);
        if (rate.isPresent()
                && loads.elements().stream()
                        .flatMap(element -> element.loads().stream())
                        .flatMap(load -> load.rate().stream())
                        .noneMatch(given -> given == rate.getAsDouble())) {
            values.problem("no open test case of this scenario has rate=\"" + values.text("rate", "") + "\"");
        }
        if (concurrency.isPresent() && rate.isPresent()) {
            values.problem("an <expect> is of closed or of open load: it has concurrency or rate, not both");
        }
        boolean abort = values.oneOf("abort", Set.of("true", "false"), "false").equals("true");
        List<Expect> expectations = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            OptionalDouble limit = limit(figure, values);
            if (limit.isPresent()) {
                expectations.add(new Expect(
                        new Expectation(names, bytes, concurrency, rate, figure, limit.getAsDouble(), "", abort),
                        Optional.empty()));
            }
        }
        OptionalDouble ratio = values.number("ratio", LARGEST);
        if (ratio.isPresent() != values.has("baseline")) {
            values.problem("ratio and baseline stand together: a share of the TPS that another run's folder has");
        } else if (ratio.isPresent()) {
            expectations.add(new Expect(
                    new Expectation(names, bytes, concurrency, rate, Figure.TPS, ratio.getAsDouble(), "", abort),
                    Optional.of(values.raw("baseline"))));
        }
        if (expectations.isEmpty()) {
            values.problem(
                    "<expect> needs a limit: tps, mean-ms, p50-ms, p99-ms, p999-ms, max-ms, errors, or ratio with"
                            + " baseline");
        }
        return expectations;
    }

    private static OptionalInt concurrency(
            List<ServiceName> services, List<Payload> payloads, Loads loads, Values values) {
        if (!values.has("concurrency")) {
            return OptionalInt.empty();
        }
        int level = values.whole("concurrency", 1, 0);
        if (services.stream()
                .flatMap(service -> payloads.stream().flatMap(payload -> loads.levels(service, payload).stream()))
                .noneMatch(known -> known == level)) {
            values.problem("no closed test case of this scenario has concurrency=\"" + level + "\"");
        }
        return OptionalInt.of(level);
    }

    private static OptionalDouble limit(Figure figure, Values values) {
        if (figure != Figure.ERRORS) {
            return values.number(figure.key(), LARGEST);
        }
        double share = values.share(figure.key(), -1);
        return share < 0 ? OptionalDouble.empty() : OptionalDouble.of(share);
    }

    /** All its attributes. */
    public Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("services", String.join(" ", expectation.services()));
        expectation.bytes().ifPresent(bytes -> attributes.put("bytes", Integer.toString(bytes)));
        expectation.concurrency().ifPresent(level -> attributes.put("concurrency", Integer.toString(level)));
        expectation.rate().ifPresent(rate -> attributes.put("rate", Text.words(List.of(rate))));
        attributes.put(
                baseline.isPresent() ? "ratio" : expectation.figure().key(), Text.words(List.of(expectation.limit())));
        baseline.ifPresent(folder -> attributes.put("baseline", folder));
        attributes.put("abort", Boolean.toString(expectation.abort()));
        return attributes;
    }
}
