// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.messkit.results.index.table.Numbers;
import org.messkit.results.index.table.Sheet;
import org.messkit.results.series.Interval;

/** A profile as tables for people. */
public final class ProfileSheets {
    private static final double MICROS = 1e6;
    private static final int MOST_ROWS = 15;

    private ProfileSheets() {}

    /** Cost per operation, and where time and memory go by layer. */
    public static List<Sheet> summary(ProfileIndex index) {
        return List.of(
                cost(index),
                layers(
                        index,
                        Stack.Kind.TIME,
                        "Time by layer",
                        "Share of the samples on a processor, of the fork that was profiled; what the JDK does counts for who called it."
                                + " GC and JIT ran on other threads; a profiler that does not see them says 0 %."),
                layers(
                        index,
                        Stack.Kind.ALLOCATION,
                        "Allocation by layer",
                        "Share of the bytes allocated, by samples; what the JDK allocates counts for who called it."),
                waits(index));
    }

    /** The operations of one subject: time, allocation, and locks where there were any. */
    public static List<Sheet> operations(ProfileIndex.Measured subject) {
        return Stream.of(Stack.Kind.TIME, Stack.Kind.ALLOCATION, Stack.Kind.LOCK)
                .map(kind -> HotSpots.of(subject.stacks(), kind))
                .filter(spots -> spots.total() > 0)
                .map(ProfileSheets::operations)
                .toList();
    }

    private static Sheet cost(ProfileIndex index) {
        return new Sheet(
                "Cost of an operation",
                "One message read, worked on and answered, without HTTP. Means and 95 % intervals over forks in which nothing but allocation was"
                        + " counted; percentiles from a fork that timed single operations. The last column is of the fork that was profiled, whose"
                        + " speed is no figure.",
                List.of(
                        "Handler",
                        "#Payload (bytes)",
                        "#µs per operation",
                        "#95 % interval",
                        "#ms per MB",
                        "#p50 (µs)",
                        "#p99 (µs)",
                        "#Bytes allocated",
                        "#per message byte",
                        "#Slower while profiled"),
                index.subjects().stream().map(ProfileSheets::cost).toList());
    }

    private static List<String> cost(ProfileIndex.Measured m) {
        double micros = MICROS / m.speed();
        return List.of(
                m.label() + (m.subject().floor() ? " (floor)" : ""),
                Numbers.whole(m.subject().bytes()),
                Numbers.figure(micros),
                m.interval().map(mean -> interval(mean.tps())).orElse(Sheet.NONE),
                Numbers.figure(micros / 1000 / m.subject().bytes() * 1e6),
                percentile(m, 50),
                percentile(m, 99),
                text(m.allocated()),
                text(m.allocatedPerByte()),
                Numbers.percent(m.slower()));
    }

    private static String interval(Interval speed) {
        return Numbers.figure(MICROS / speed.high()) + "–" + Numbers.figure(MICROS / speed.low());
    }

    private static String percentile(ProfileIndex.Measured m, double percent) {
        Double seconds = m.percentiles().get(percent);
        return seconds == null ? Sheet.NONE : Numbers.figure(seconds * MICROS);
    }

    private static String text(OptionalDouble number) {
        return number.isPresent() ? Numbers.figure(number.getAsDouble()) : Sheet.NONE;
    }

    private static Sheet layers(ProfileIndex index, Stack.Kind kind, String title, String note) {
        List<Map<Layer, Long>> shares = new ArrayList<>();
        List<Long> totals = new ArrayList<>();
        for (ProfileIndex.Measured m : index.subjects()) {
            HotSpots spots = HotSpots.of(m.stacks(), kind);
            shares.add(spots.layers());
            totals.add(spots.total());
        }
        List<Layer> seen = Stream.of(Layer.values())
                .filter(layer -> shares.stream().anyMatch(s -> s.containsKey(layer)))
                .toList();
        List<String> heads = new ArrayList<>(List.of("Handler", "#Payload (bytes)"));
        seen.forEach(layer -> heads.add("#" + layer.label()));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < index.subjects().size(); i++) {
            ProfileIndex.Measured m = index.subjects().get(i);
            List<String> row =
                    new ArrayList<>(List.of(m.label(), Numbers.whole(m.subject().bytes())));
            for (Layer layer : seen) {
                row.add(
                        totals.get(i) == 0
                                ? Sheet.NONE
                                : Numbers.percent((double) shares.get(i).getOrDefault(layer, 0L) / totals.get(i)));
            }
            rows.add(row);
        }
        return new Sheet(title, note, heads, rows);
    }

    private static Sheet waits(ProfileIndex index) {
        return new Sheet(
                "Waiting",
                "In the fork that was profiled, all threads together, its measured seconds. Locked: for a monitor or lock that another thread"
                        + " held. Parked: for anything else, mostly for want of work.",
                List.of("Handler", "#Payload (bytes)", "#Locked (ms)", "#Parked (ms)"),
                index.subjects().stream()
                        .map(m -> List.of(
                                m.label(),
                                Numbers.whole(m.subject().bytes()),
                                millis(m, Stack.Kind.LOCK),
                                millis(m, Stack.Kind.PARK)))
                        .toList());
    }

    private static String millis(ProfileIndex.Measured m, Stack.Kind kind) {
        return Numbers.figure(HotSpots.of(m.stacks(), kind).total() / 1e6);
    }

    private static Sheet operations(HotSpots spots) {
        String what =
                switch (spots.kind()) {
                    case TIME -> "Mostly in";
                    case ALLOCATION -> "Mostly of";
                    case LOCK, PARK -> "For";
                };
        return new Sheet(
                "Operations by " + spots.kind().label(),
                "The innermost methods that are not the JDK's, the heaviest first, at most " + MOST_ROWS
                        + "; what the JDK does counts for them.",
                List.of("Operation", "Layer", what, "#Share"),
                spots.operations().stream()
                        .limit(MOST_ROWS)
                        .map(o -> List.of(
                                o.name(),
                                o.layer().label(),
                                o.what(),
                                Numbers.percent((double) o.weight() / spots.total())))
                        .toList());
    }
}
