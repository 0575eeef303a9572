// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.profile;

import java.util.ArrayList;
import java.util.Collections;
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
    private static final String TIME_NOTE =
            "Share of the samples on a processor while it was profiled; what the JDK does counts for who called it. GC and JIT ran on other"
                    + " threads; a profiler that does not see them says 0 %.";
    private static final String ALLOCATION_NOTE =
            "Share of the bytes allocated, by samples; what the JDK allocates counts for who called it.";

    /** What was sampled. */
    private record Part(String label, int bytes, List<Stack> stacks) {}

    private ProfileSheets() {}

    /** Cost per operation, and where time and memory go by layer. */
    public static List<Sheet> summary(ProfileIndex index) {
        List<Part> parts = index.subjects().stream()
                .map(m -> new Part(m.label(), m.subject().bytes(), m.stacks()))
                .toList();
        return List.of(
                cost(index),
                layers(parts, Stack.Kind.TIME, "Time by layer", TIME_NOTE),
                layers(parts, Stack.Kind.ALLOCATION, "Allocation by layer", ALLOCATION_NOTE),
                waits(parts));
    }

    /** Services under load; empty if there are none. */
    public static List<Sheet> underLoad(ProfileIndex index) {
        if (index.loads().isEmpty()) {
            return List.of();
        }
        List<Part> parts = index.loads().stream()
                .filter(l -> l.load().isValid())
                .map(l -> new Part(l.name(), l.load().bytes(), l.stacks()))
                .toList();
        return List.of(
                fromWhiteToBlack(index),
                layers(parts, Stack.Kind.TIME, "Time by layer, under load", TIME_NOTE),
                layers(parts, Stack.Kind.ALLOCATION, "Allocation by layer, under load", ALLOCATION_NOTE),
                waits(parts));
    }

    /** The operations of a subject or service: time, allocation, and locks where there were any. */
    public static List<Sheet> operations(List<Stack> stacks) {
        return Stream.of(Stack.Kind.TIME, Stack.Kind.ALLOCATION, Stack.Kind.LOCK)
                .map(kind -> HotSpots.of(stacks, kind))
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

    private static Sheet layers(List<Part> parts, Stack.Kind kind, String title, String note) {
        List<HotSpots> spots =
                parts.stream().map(part -> HotSpots.of(part.stacks(), kind)).toList();
        List<Layer> seen = Stream.of(Layer.values())
                .filter(layer -> spots.stream().anyMatch(s -> s.layers().containsKey(layer)))
                .toList();
        List<String> heads = new ArrayList<>(List.of("Handler", "#Payload (bytes)"));
        seen.forEach(layer -> heads.add("#" + layer.label()));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Map<Layer, Long> layers = spots.get(i).layers();
            long total = spots.get(i).total();
            List<String> row = new ArrayList<>(
                    List.of(parts.get(i).label(), Numbers.whole(parts.get(i).bytes())));
            seen.forEach(layer -> row.add(
                    total == 0 ? Sheet.NONE : Numbers.percent((double) layers.getOrDefault(layer, 0L) / total)));
            rows.add(row);
        }
        return new Sheet(title, note, heads, rows);
    }

    private static Sheet waits(List<Part> parts) {
        return new Sheet(
                "Waiting",
                "While it was profiled, all threads together. Locked: for a monitor or lock that another thread held. Parked: for anything else,"
                        + " mostly for want of work.",
                List.of("Handler", "#Payload (bytes)", "#Locked (ms)", "#Parked (ms)"),
                parts.stream()
                        .map(part -> List.of(
                                part.label(),
                                Numbers.whole(part.bytes()),
                                millis(part, Stack.Kind.LOCK),
                                millis(part, Stack.Kind.PARK)))
                        .toList());
    }

    private static String millis(Part part, Stack.Kind kind) {
        return Numbers.figure(HotSpots.of(part.stacks(), kind).total() / 1e6);
    }

    private static Sheet fromWhiteToBlack(ProfileIndex index) {
        return new Sheet(
                "From white to black",
                "What of a transaction's processor time is the handler's: by samples in the service process in which the technology was at work, called"
                        + " by the host. TPS is of cells without the profiler, to compare with those under it, and no figure of a run. Each cell that counts held every proof"
                        + " of a measured one; why others did not, the last column says. In process: what the same handler costs without HTTP, on an"
                        + " otherwise idle machine.",
                List.of(
                        "Service",
                        "#Payload (bytes)",
                        "#CR",
                        "#TPS of cells",
                        "#Processor µs per transaction",
                        "#Handler's share",
                        "#Handler µs",
                        "#In process (µs)",
                        "#Slower while profiled",
                        "#95 % interval",
                        "Not valid"),
                index.loads().stream().map(l -> row(index, l)).toList());
    }

    private static List<String> row(ProfileIndex index, ProfileIndex.Loaded loaded) {
        Profile.Loaded load = loaded.load();
        List<String> row =
                new ArrayList<>(List.of(loaded.name(), Numbers.whole(load.bytes()), Numbers.whole(load.concurrency())));
        if (load.isValid()) {
            row.addAll(List.of(
                    Numbers.figure(load.tps()),
                    Numbers.figure(load.processorMicros()),
                    Numbers.percent(loaded.handlerShare()),
                    Numbers.figure(load.processorMicros() * loaded.handlerShare()),
                    inProcess(index, load),
                    Numbers.percent(load.slower().estimate()),
                    Numbers.percent(load.slower().low()) + " to "
                            + Numbers.percent(load.slower().high())));
        } else {
            row.addAll(Collections.nCopies(7, Sheet.NONE));
        }
        row.add(load.trouble());
        return row;
    }

    private static String inProcess(ProfileIndex index, Profile.Loaded load) {
        return index.subjects().stream()
                .filter(m -> m.subject().name().equals(load.service())
                        && m.subject().bytes() == load.bytes()
                        && (load.jvm().isEmpty() || m.subject().jvm().equals(load.jvm())))
                .findFirst()
                .map(m -> Numbers.figure(MICROS / m.speed()))
                .orElse(Sheet.NONE);
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
