// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.messkit.loads.OpenLoad.Arrivals;

/** The element {@code <open>}: rates, shares of the peak, or both, each a load. */
final class OpenElement implements Kind {
    private static final double LARGEST_RATE = 1_000_000;
    private static final double LARGEST_SHARE = 10;

    @Override
    public String model() {
        return "open";
    }

    @Override
    public Class<OpenLoad> type() {
        return OpenLoad.class;
    }

    @Override
    public Set<String> attributes() {
        return Set.of("rate", "peak-share", "arrivals", "connections", "backlog", "ramp", "window");
    }

    @Override
    public List<Load> read(Attributes attributes, Beside beside) {
        List<Double> rates = attributes.numbers("rate", LARGEST_RATE);
        List<Double> shares = attributes.numbers("peak-share", LARGEST_SHARE);
        if (rates.isEmpty() && shares.isEmpty()) {
            attributes.problem("<open> needs rate, peak-share or both");
        }
        if (!shares.isEmpty() && !beside.closed()) {
            attributes.problem("peak-share needs <closed>, whose cells show the peak");
        }
        Arrivals arrivals = arrivals(attributes);
        int connections = attributes.whole("connections", 1, OpenLoad.DEFAULT_CONNECTIONS);
        int backlog = attributes.whole("backlog", 1, OpenLoad.DEFAULT_BACKLOG);
        Duration ramp = attributes.duration("ramp", Duration.ZERO);
        Optional<Duration> own = Optional.of(Window.length(attributes, beside.window()));
        List<Load> loads = new ArrayList<>();
        for (double rate : rates) {
            loads.add(new OpenLoad(Optional.of(rate), Optional.empty(), arrivals, connections, backlog, ramp, own));
        }
        for (double share : shares) {
            loads.add(new OpenLoad(Optional.empty(), Optional.of(share), arrivals, connections, backlog, ramp, own));
        }
        return loads;
    }

    @Override
    public boolean standsAlone(Attributes attributes) {
        return attributes.has("rate");
    }

    @Override
    public Map<String, String> write(List<? extends Load> loads) {
        Map<String, String> attributes = new LinkedHashMap<>();
        put(attributes, "rate", open(loads).flatMap(load -> load.rate().stream()));
        put(attributes, "peak-share", open(loads).flatMap(load -> load.peakShare().stream()));
        OpenLoad first = open(loads).findFirst().orElseThrow();
        attributes.put("arrivals", first.arrivals().label());
        attributes.put("connections", Integer.toString(first.connections()));
        attributes.put("backlog", Integer.toString(first.backlog()));
        attributes.put("ramp", first.ramp().toMillis() + "ms");
        first.window().ifPresent(window -> attributes.put("window", window.toMillis() + "ms"));
        return attributes;
    }

    private static Stream<OpenLoad> open(List<? extends Load> loads) {
        return loads.stream().map(OpenLoad.class::cast);
    }

    private static void put(Map<String, String> attributes, String name, Stream<Double> numbers) {
        String words = numbers.map(OpenElement::plain).collect(Collectors.joining(" "));
        if (!words.isEmpty()) {
            attributes.put(name, words);
        }
    }

    @Override
    public String describe(List<? extends Load> loads) {
        OpenLoad first = open(loads).findFirst().orElseThrow();
        return first.arrivals().words() + " arrivals over at most " + first.connections() + " connections, "
                + first.backlog() + " may wait; "
                + (first.ramp().isZero() ? "" : "ramp " + seconds(first.ramp()) + ", ")
                + "window " + seconds(first.window().orElse(Duration.ZERO));
    }

    @Override
    public Load recorded(Attributes attributes) {
        return new OpenLoad(
                attributes.numbers("rate", Double.MAX_VALUE).stream().findFirst(),
                attributes.numbers("peak-share", Double.MAX_VALUE).stream().findFirst(),
                arrivals(attributes),
                attributes.whole("concurrency", 1, 1),
                attributes.whole("backlog", 0, 0),
                Duration.ofMillis(attributes.whole("ramp-ms", 0, 0)),
                Optional.empty());
    }

    private static Arrivals arrivals(Attributes attributes) {
        Set<String> known = new TreeSet<>();
        Stream.of(Arrivals.values()).forEach(arrivals -> known.add(arrivals.label()));
        String label = attributes.oneOf("arrivals", known, Arrivals.POISSON.label());
        return Stream.of(Arrivals.values())
                .filter(arrivals -> arrivals.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
