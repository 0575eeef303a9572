// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.messkit.results.index.forks.Judgement;
import org.messkit.results.index.forks.LogMean;
import org.messkit.results.index.forks.Ratio;
import org.messkit.results.index.table.Numbers;
import org.messkit.results.index.table.Sheet;
import org.messkit.results.series.Interval;

/**
 * A profile against another, as before and after a change. Ratios are judged as those of runs are: one family, Holm, 5 % counts as
 * none.
 *
 * @param title what is compared with what
 * @param pairs what both have: the same handler at the same payload, on the same JVM unless each has one alone
 */
public record ProfileComparison(String title, List<Pair> pairs) {
    private static final double MICROS = 1e6;
    private static final int MOST_ROWS = 15;

    /** Copies. */
    public ProfileComparison {
        pairs = List.copyOf(pairs);
    }

    /**
     * One handler in both.
     *
     * @param judgement empty where either has a single fork
     */
    public record Pair(ProfileIndex.Measured now, ProfileIndex.Measured before, Optional<Judgement> judgement) {
        /** Speed now over speed before. */
        public double ratio() {
            return now.speed() / before.speed();
        }
    }

    /**
     * Compares.
     *
     * @throws IllegalArgumentException in one line for the user, if the two have nothing in common
     */
    public static ProfileComparison of(ProfileIndex baseline, ProfileIndex index) {
        boolean jvmsCount = jvms(baseline) > 1 || jvms(index) > 1;
        List<Pair> pairs = new ArrayList<>();
        List<Ratio> ratios = new ArrayList<>();
        for (ProfileIndex.Measured now : index.subjects()) {
            for (ProfileIndex.Measured before : baseline.subjects()) {
                if (alike(now.subject(), before.subject(), jvmsCount)) {
                    pairs.add(new Pair(now, before, Optional.empty()));
                    ratio(now, before).ifPresent(ratios::add);
                }
            }
        }
        String title = index.profile().id() + " against " + baseline.profile().id();
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException(title + ": nothing to compare, no handler and payload in common");
        }
        List<Judgement> judgements = new ArrayList<>(Judgement.of(ratios));
        pairs.replaceAll(pair -> ratio(pair.now(), pair.before()).isEmpty()
                ? pair
                : new Pair(pair.now(), pair.before(), Optional.of(judgements.remove(0))));
        return new ProfileComparison(title, pairs);
    }

    /** The ratios, and what of their time each operation takes that changed. */
    public List<Sheet> sheets() {
        return Stream.concat(Stream.of(ratios()), pairs.stream().map(ProfileComparison::changes))
                .toList();
    }

    private Sheet ratios() {
        return new Sheet(
                "Compared: " + title,
                "Speed of the one over that of the other, with its 95 % interval over forks; the words hold for the table as a whole (Holm), and a"
                        + " difference below 5 % counts as none.",
                List.of(
                        "Handler",
                        "#Payload (bytes)",
                        "#µs per operation",
                        "#Before (µs)",
                        "#Ratio of speeds",
                        "#95 % interval",
                        "It is",
                        "#Bytes allocated",
                        "#Before (bytes)"),
                pairs.stream().map(ProfileComparison::row).toList());
    }

    private static List<String> row(Pair pair) {
        return List.of(
                pair.now().label(),
                Numbers.whole(pair.now().subject().bytes()),
                Numbers.figure(MICROS / pair.now().speed()),
                Numbers.figure(MICROS / pair.before().speed()),
                Numbers.figure(pair.ratio()),
                pair.judgement()
                        .map(j -> j.ratio().interval())
                        .map(ProfileComparison::text)
                        .orElse(Sheet.NONE),
                pair.judgement().map(j -> j.word().label()).orElse("not judged: a single fork"),
                allocated(pair.now()),
                allocated(pair.before()));
    }

    private static String text(Interval interval) {
        return Numbers.figure(interval.low()) + "–" + Numbers.figure(interval.high());
    }

    private static String allocated(ProfileIndex.Measured m) {
        return m.allocated().isPresent() ? Numbers.figure(m.allocated().getAsDouble()) : Sheet.NONE;
    }

    private static Sheet changes(Pair pair) {
        Map<String, Double> now = micros(pair.now());
        Map<String, Double> before = micros(pair.before());
        Map<String, Double> change = new LinkedHashMap<>();
        now.forEach((name, micros) -> change.put(name, micros - before.getOrDefault(name, 0.0)));
        before.forEach((name, micros) -> change.putIfAbsent(name, -micros));
        return new Sheet(
                "Operations that changed: " + pair.now().label() + ", "
                        + Numbers.bytes(pair.now().subject().bytes()),
                "Share of the samples times the cost of an operation; the greatest changes first, at most " + MOST_ROWS
                        + ". Without an interval: a small change says nothing.",
                List.of("Operation", "#µs", "#Before (µs)", "#Change (µs)"),
                change.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.comparingDouble((Double d) -> Math.abs(d))
                                .reversed()))
                        .limit(MOST_ROWS)
                        .map(e -> List.of(
                                e.getKey(),
                                Numbers.figure(now.getOrDefault(e.getKey(), 0.0)),
                                Numbers.figure(before.getOrDefault(e.getKey(), 0.0)),
                                Numbers.figure(e.getValue())))
                        .toList());
    }

    /** By operation; those of the compilers left out, which are of the fork and not of an operation. */
    private static Map<String, Double> micros(ProfileIndex.Measured m) {
        HotSpots spots = HotSpots.of(m.stacks(), Stack.Kind.TIME);
        List<HotSpots.Operation> operations =
                spots.operations().stream().filter(o -> o.layer() != Layer.JIT).toList();
        double all = operations.stream().mapToLong(HotSpots.Operation::weight).sum();
        Map<String, Double> micros = new LinkedHashMap<>();
        operations.forEach(o -> micros.put(o.name(), o.weight() / all * MICROS / m.speed()));
        return micros;
    }

    private static long jvms(ProfileIndex index) {
        return index.subjects().stream().map(m -> m.subject().jvm()).distinct().count();
    }

    private static boolean alike(Profile.Subject one, Profile.Subject other, boolean jvmsCount) {
        return one.name().equals(other.name())
                && one.bytes() == other.bytes()
                && (!jvmsCount || one.jvm().equals(other.jvm()));
    }

    private static Optional<Ratio> ratio(ProfileIndex.Measured now, ProfileIndex.Measured before) {
        Optional<LogMean> other = before.interval();
        return now.interval().flatMap(one -> other.map(two -> Ratio.of(one, two)));
    }
}
