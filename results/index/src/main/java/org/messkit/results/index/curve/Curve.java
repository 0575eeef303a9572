// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.curve;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.messkit.results.index.law.Kneedle;
import org.messkit.results.log.Rules;

/**
 * TPS over concurrent requests, of one service and payload, and its reading.
 *
 * <p>The <em>top</em> is the mean of the two highest levels if their comparison intervals, or for a single fork 5 %, do not tell them
 * apart, else the highest. The <em>knee</em> is the least concurrency that reaches 95 % of the top, between levels linear in TPS
 * and logarithmic in concurrency. The <em>over-drive point</em> is the first level above the highest whose TPS surely falls below 95 %
 * of the top, whose p99 has grown since the knee by more than 1.25 times what concurrency has, or that had errors. A cap alone is no
 * over-drive: by Little's law twice the concurrency is exactly twice the time there. View B is from the knee to below the over-drive
 * point. Where the lowest level reaches the top already, and is more than one request at a time, the knee is not known, and nobody can
 * tell B from C.
 *
 * @param points measured levels, of rising concurrency, 1 or more
 * @param failed levels whose answers were wrong or missing beyond the limit
 */
public record Curve(List<CurvePoint> points, Set<Integer> failed) {
    /** Share of the top at which a level counts as reaching it. */
    public static final double REACHES = Rules.REACHES.value();

    /** Copies, and checks the order. */
    public Curve {
        points = List.copyOf(points);
        failed = Set.copyOf(failed);
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).concurrency() <= points.get(i - 1).concurrency()) {
                throw new IllegalArgumentException("levels must rise, got: " + points);
            }
        }
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a curve needs at least 1 measured level, got: 0");
        }
    }

    /** The level of most TPS; of equal ones the lowest. */
    public CurvePoint highest() {
        // max would give the last of equals.
        return points.stream()
                .min(Comparator.comparingDouble((CurvePoint p) -> -p.tps()).thenComparing(CurvePoint::concurrency))
                .orElseThrow();
    }

    /** The top, TPS. */
    public double top() {
        List<CurvePoint> falling = points.stream()
                .sorted(Comparator.comparingDouble(CurvePoint::tps).reversed())
                .toList();
        if (falling.size() < 2) {
            return falling.get(0).tps();
        }
        CurvePoint first = falling.get(0);
        CurvePoint second = falling.get(1);
        double low = first.comparison().map(i -> i.low()).orElse(REACHES * first.tps());
        return second.tps() >= low ? (first.tps() + second.tps()) / 2 : first.tps();
    }

    /** Whether the levels went as far as the top: at least one more level reaches it, or lies above the highest. */
    public boolean topReached() {
        CurvePoint highest = highest();
        return points.stream().filter(p -> p.tps() >= REACHES * top()).count() > 1
                || points.stream().anyMatch(p -> p.concurrency() > highest.concurrency())
                || failed.stream().anyMatch(n -> n > highest.concurrency());
    }

    /** The knee; empty where the top was not reached, or was reached by the lowest level already. */
    public OptionalDouble knee() {
        if (!topReached() || kneeAtMost().isPresent()) {
            return OptionalDouble.empty();
        }
        double wanted = REACHES * top();
        CurvePoint before = null;
        for (CurvePoint p : points) {
            if (p.tps() >= wanted) {
                return OptionalDouble.of(before == null ? p.concurrency() : between(before, p, wanted));
            }
            before = p;
        }
        throw new IllegalStateException("no level reaches the top: " + points);
    }

    /** The lowest level, where it reaches the top already: the knee is there or below. Nothing is below one request at a time. */
    public OptionalInt kneeAtMost() {
        CurvePoint lowest = points.get(0);
        return topReached() && lowest.concurrency() > 1 && lowest.tps() >= REACHES * top()
                ? OptionalInt.of(lowest.concurrency())
                : OptionalInt.empty();
    }

    /** A second opinion of the knee, by {@link Kneedle} up to the highest level; empty below three levels, or without a knee. */
    public OptionalDouble kneedle() {
        List<CurvePoint> rising = points.subList(0, points.indexOf(highest()) + 1);
        return rising.size() < 3
                ? OptionalDouble.empty()
                : Kneedle.knee(
                        rising.stream().mapToDouble(CurvePoint::concurrency).toArray(),
                        rising.stream().mapToDouble(CurvePoint::tps).toArray());
    }

    /** The over-drive point, always above the highest level; empty where no level shows it. */
    public OptionalInt overdrive() {
        if (!topReached()) {
            return OptionalInt.empty();
        }
        CurvePoint atKnee = points.stream()
                .filter(p -> p.tps() >= REACHES * top())
                .findFirst()
                .orElseThrow();
        int highest = highest().concurrency();
        return IntStream.concat(
                        points.stream()
                                .filter(p -> falls(p) || isTooSlow(atKnee, p))
                                .mapToInt(CurvePoint::concurrency),
                        failed.stream().mapToInt(Integer::intValue))
                .filter(n -> n > highest)
                .min();
    }

    /** Whether a level has surely less TPS than the top. */
    private boolean falls(CurvePoint p) {
        return p.tps() < REACHES * top() && !isAtTop(p);
    }

    /** Whether times have grown since the knee by more than concurrency has. */
    private static boolean isTooSlow(CurvePoint atKnee, CurvePoint p) {
        return slowdown(atKnee, p) > Rules.TOO_SLOW.value() * p.concurrency() / atKnee.concurrency();
    }

    /** Whether a level's TPS is not told apart from the highest: the comparison intervals overlap, or for a single fork it is within 5 %. */
    public boolean isAtTop(CurvePoint p) {
        CurvePoint highest = highest();
        return p.comparison().isPresent() && highest.comparison().isPresent()
                ? p.comparison().get().high() >= highest.comparison().get().low()
                : p.tps() >= REACHES * highest.tps();
    }

    /** Which view a level belongs to. */
    public View view(int concurrency) {
        OptionalInt overdrive = overdrive();
        if (overdrive.isPresent() && concurrency >= overdrive.getAsInt()) {
            return View.C;
        }
        if (kneeAtMost().isPresent()) {
            return View.B_OR_C;
        }
        OptionalDouble knee = knee();
        return knee.isEmpty() || concurrency < knee.getAsDouble() ? View.A : View.B;
    }

    /** The measured levels of a view, rising. */
    public List<Integer> levels(View view) {
        return points.stream()
                .map(CurvePoint::concurrency)
                .filter(n -> view(n) == view)
                .toList();
    }

    /** What a service would do that kept the speed of the lowest level: TPS in proportion to the concurrency. */
    public double perfectTps(int concurrency) {
        return points.get(0).tps() / points.get(0).concurrency() * concurrency;
    }

    /** The measured level. */
    public Optional<CurvePoint> at(int concurrency) {
        return points.stream().filter(p -> p.concurrency() == concurrency).findFirst();
    }

    /** How many times longer transactions take at one level than at another: by p99 if both have it, else by the mean. */
    public static double slowdown(CurvePoint from, CurvePoint to) {
        return from.p99Millis().isPresent() && to.p99Millis().isPresent()
                ? to.p99Millis().getAsDouble() / from.p99Millis().getAsDouble()
                : to.meanMillis() / from.meanMillis();
    }

    private static double between(CurvePoint below, CurvePoint above, double tps) {
        double share = (tps - below.tps()) / (above.tps() - below.tps());
        return below.concurrency() * Math.pow((double) above.concurrency() / below.concurrency(), share);
    }
}
