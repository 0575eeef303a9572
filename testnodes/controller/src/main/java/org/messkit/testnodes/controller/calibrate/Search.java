// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.calibrate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.messkit.results.index.curve.Curve;
import org.messkit.results.index.law.Law;
import org.messkit.results.index.law.LawFit;
import org.messkit.results.index.law.Laws;
import org.messkit.results.index.law.Level;

/**
 * Finds the levels that show where TPS stops to rise, by short probes: doubling until it has, then closer around the top and around the
 * knee. The top is looked for by the levels as they were seen and by the Universal Scalability Law through them, the knee by the levels
 * and by that law or the hard cap, whichever is likelier. Where these disagree of the knee, two more levels are measured. Used once, by
 * one thread.
 */
final class Search {
    /** A probe that beats the best by less is no gain. */
    private static final double GAIN = 1.02;

    private static final int DROPS = 2;
    private static final int REFINEMENTS = 3;
    private static final double NARROW = 1.25;
    private static final int LEAST_FOR_LAW = 5;
    /** Beyond so many times the other's knee the two models disagree. */
    private static final double DISAGREE = 1.25;

    /** Drives a level for a moment. */
    @FunctionalInterface
    interface Probe {
        /**
         * Drives it.
         *
         * @return TPS, more than 0; empty if so much cannot be driven: answers fail, or the TestNode is the limit
         */
        OptionalDouble tps(int concurrency) throws IOException;
    }

    /**
     * The knee by both models.
     *
     * @param seen between the levels as they were seen
     * @param law where the likelier law reaches the same share of its greatest TPS
     */
    record Knees(double seen, double law) {
        boolean disagree() {
            return Math.max(seen, law) > DISAGREE * Math.min(seen, law);
        }
    }

    private final Probe probe;
    private int most;
    /** Probes of each level. */
    private final TreeMap<Integer, List<Double>> seen = new TreeMap<>();

    /**
     * Makes one.
     *
     * @param most highest level to be driven, 1 or more
     */
    Search(int most, Probe probe) {
        this.most = most;
        this.probe = probe;
    }

    /**
     * Searches.
     *
     * @return levels to be measured, rising: alone, two below the knee, at it, in between, at the top, and beyond it
     * @throws IOException if not even the lowest level can be driven, or as the probe throws
     */
    List<Integer> levels() throws IOException {
        doubling();
        for (int i = 0; i < REFINEMENTS; i++) {
            Optional<Integer> next = nearTop();
            if (next.isEmpty() || !drive(next.get())) {
                break;
            }
        }
        knee();
        // Short probes err: what decides is looked at again, and if it decides otherwise, so is what follows from it.
        int below = belowKnee();
        drive(below);
        Optional<Integer> above = above(below);
        if (above.isPresent()) {
            drive(above.get());
        }
        if (belowKnee() != below) {
            knee();
        }
        return chosen();
    }

    /** What was seen: the mean of each level's probes. */
    Map<Integer, Double> seen() {
        Map<Integer, Double> means = new TreeMap<>();
        seen.keySet().forEach(level -> means.put(level, tps(level)));
        return means;
    }

    private void doubling() throws IOException {
        double best = 0;
        int drops = 0;
        for (int level = 1; level <= most && drops < DROPS; level *= 2) {
            if (!drive(level)) {
                limit(level / 2, level);
                return;
            }
            drops = tps(level) > GAIN * best ? 0 : drops + 1;
            best = Math.max(best, tps(level));
        }
    }

    /** Narrows the gap between what can be driven and what cannot. */
    private void limit(int driven, int notDriven) throws IOException {
        int low = driven;
        int high = notDriven;
        while (low > 0 && high - low > 1 && (double) high / low > NARROW) {
            int middle = (low + high) / 2;
            if (drive(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        most = Math.max(1, low);
    }

    /**
     * Probes a level, seen before or not. One that cannot be driven is forgotten, with all above it.
     *
     * @return whether it could be driven
     * @throws IOException if no level is left, or as the probe throws
     */
    private boolean drive(int level) throws IOException {
        OptionalDouble tps = probe.tps(level);
        if (tps.isEmpty()) {
            most = Math.min(most, Math.max(1, level - 1));
            seen.tailMap(level).clear();
            if (seen.isEmpty()) {
                throw new IOException("not even one request at a time can be driven");
            }
            return false;
        }
        seen.computeIfAbsent(level, l -> new ArrayList<>()).add(tps.getAsDouble());
        return true;
    }

    /** By the law if it has a peak between the neighbours of the highest level, else in the middle of the wider gap beside it. */
    private Optional<Integer> nearTop() {
        int highest = highest();
        int left = Optional.ofNullable(seen.lowerKey(highest)).orElse(highest);
        int right = Optional.ofNullable(seen.higherKey(highest)).orElse(highest);
        Optional<Integer> law = lawPeak().filter(n -> n > left && n < right && !seen.containsKey(n));
        if (law.isPresent()) {
            return law;
        }
        boolean up = (double) right / highest >= (double) highest / left;
        return middle(up ? highest : left, up ? right : highest)
                .or(() -> middle(up ? left : highest, up ? highest : right));
    }

    private Optional<Integer> lawPeak() {
        OptionalDouble peak =
                universal().map(fit -> fit.law().peakConcurrency()).orElse(OptionalDouble.empty());
        return peak.isPresent() ? Optional.of((int) Math.round(Math.min(peak.getAsDouble(), most))) : Optional.empty();
    }

    /** The Universal Scalability Law; empty where the levels are too few, or it does not fit: then they must do as they were seen. */
    private Optional<LawFit> universal() {
        if (seen.size() < LEAST_FOR_LAW) {
            return Optional.empty();
        }
        try {
            return Optional.of(Laws.universal(probed()));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /**
     * The likelier of that and the hard cap. The two are not held against each other: they put the knee of the same levels more than 25 %
     * apart whichever is true, and the criterion tells which is.
     */
    private Optional<Law> likelier() {
        return seen.size() < Laws.LEAST_LEVELS
                ? Optional.empty()
                : Stream.concat(universal().stream(), Stream.of(Laws.hardCap(probed())))
                        .min(Comparator.comparingDouble(LawFit::aicc))
                        .map(LawFit::law);
    }

    private List<Level> probed() {
        return seen.keySet().stream().map(level -> new Level(level, tps(level))).toList();
    }

    /** The knee by both models, after the search; empty where there is no law, or no level above the knee. Nothing is said of levels beyond those probed. */
    Optional<Knees> knees() {
        Optional<Law> law = likelier();
        int below = belowKnee();
        Optional<Integer> above = above(below);
        if (law.isEmpty() || above.isEmpty()) {
            return Optional.empty();
        }
        double greatest = IntStream.rangeClosed(1, seen.lastKey())
                .mapToDouble(n -> law.get().tps(n))
                .max()
                .orElseThrow();
        int byLaw = IntStream.rangeClosed(1, seen.lastKey())
                .filter(n -> law.get().tps(n) >= Curve.REACHES * greatest)
                .findFirst()
                .orElseThrow();
        double wanted = Curve.REACHES * top();
        double rise = tps(above.get()) - tps(below);
        double share = rise > 0 ? Math.max(0, Math.min(1, (wanted - tps(below)) / rise)) : 0;
        return Optional.of(new Knees(below * Math.pow((double) above.get() / below, share), byLaw));
    }

    /** Narrows the gap in which the knee lies. */
    private void knee() throws IOException {
        for (int i = 0; i < REFINEMENTS; i++) {
            int below = belowKnee();
            Optional<Integer> above = above(below);
            if (above.isEmpty() || (double) above.get() / below <= NARROW) {
                return;
            }
            Optional<Integer> middle = middle(below, above.get());
            if (middle.isEmpty() || !drive(middle.get())) {
                return;
            }
        }
    }

    /** The highest level, up to the top, that does not reach it; the lowest of all where each does. */
    private int belowKnee() {
        double wanted = Curve.REACHES * top();
        return seen.headMap(highest(), true).keySet().stream()
                .filter(level -> tps(level) < wanted)
                .reduce((first, second) -> second)
                .orElse(seen.firstKey());
    }

    private Optional<Integer> above(int level) {
        return Optional.ofNullable(seen.higherKey(level));
    }

    private List<Integer> chosen() {
        int highest = highest();
        int left = Optional.ofNullable(seen.lowerKey(highest)).orElse(highest);
        int right = Optional.ofNullable(seen.higherKey(highest)).orElse(highest);
        int top = lawPeak().filter(n -> n >= left && n <= right).orElse(highest);
        int below = belowKnee();
        // Lower than the one below the knee, too: where that turns out to reach the top, the range would begin at 1.
        int lower = Math.max(1, below * 2 / 3);
        TreeSet<Integer> levels =
                new TreeSet<>(List.of(1, lower, below, top, Math.min(most, Math.max(2 * top, top + 1))));
        above(below).ifPresent(knee -> {
            levels.add(knee);
            middle(Math.min(knee, top), top).ifPresent(levels::add);
        });
        knees().filter(Knees::disagree).ifPresent(knees -> {
            levels.add((int) Math.round(knees.law()));
            levels.add((int) Math.round(Math.sqrt(knees.law() * knees.seen())));
        });
        return List.copyOf(levels);
    }

    /** The level in the geometric middle of two, if there is one that was not seen. */
    private Optional<Integer> middle(int low, int high) {
        int middle = (int) Math.round(Math.sqrt((double) low * high));
        return middle > low && middle < high && !seen.containsKey(middle) ? Optional.of(middle) : Optional.empty();
    }

    private int highest() {
        return seen.keySet().stream()
                .max((a, b) -> Double.compare(tps(a), tps(b)))
                .orElseThrow();
    }

    /** As the index has it for a single fork: two that are alike make the top together. */
    private double top() {
        List<Double> falling = seen.keySet().stream()
                .map(this::tps)
                .sorted((a, b) -> Double.compare(b, a))
                .toList();
        boolean alike = falling.size() > 1 && falling.get(1) >= Curve.REACHES * falling.get(0);
        return alike ? (falling.get(0) + falling.get(1)) / 2 : falling.get(0);
    }

    private double tps(int level) {
        return seen.get(level).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }
}
