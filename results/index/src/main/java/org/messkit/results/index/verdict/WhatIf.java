// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.verdict;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.messkit.results.index.curve.Curve;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.index.curve.View;
import org.messkit.results.index.verdict.Verdict.ConsumerBound;
import org.messkit.results.index.verdict.Verdict.OverDriven;
import org.messkit.results.index.verdict.Verdict.ProbablyStateful;
import org.messkit.results.index.verdict.Verdict.ServerBound;
import org.messkit.results.index.verdict.Verdict.Undecided;
import org.messkit.results.index.verdict.Verdict.UnderDriven;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Rules;

/**
 * Draws the conclusions of the what-if chart. Levels are compared with their neighbour below: TPS rises or falls by more than 5 %,
 * or is about equal; where comparison intervals are known and overlap, a rise or fall is not taken for one. A rise that may err across a
 * threshold between two verdicts is undecided.
 */
public final class WhatIf {
    /** The square root of what CR rises by: twice the CR, not 41 % more TPS. */
    private static final double LITTLE = Rules.LITTLE.value();
    /** The fourth root: twice the CR, not 19 % more TPS. */
    private static final double BURSTS = Rules.BURSTS.value();

    private final Curve curve;
    private final Conditions conditions;

    /** Of one curve, driven under the given conditions. */
    public WhatIf(Curve curve, Conditions conditions) {
        this.curve = curve;
        this.conditions = conditions;
    }

    /**
     * The verdict on one measured level.
     *
     * @throws IllegalArgumentException if the level was not measured
     */
    public Finding at(int concurrency) {
        CurvePoint point = curve.at(concurrency)
                .orElseThrow(() -> new IllegalArgumentException("no measured level at CR " + concurrency));
        int index = curve.points().indexOf(point);
        if (curve.points().size() == 1) {
            return new Finding(
                    new Undecided(), "a single level shows no trend", numbers(point), "measure at least two levels");
        }
        CurvePoint below = curve.points().get(Math.max(0, index - 1));
        CurvePoint above = curve.points().get(Math.min(curve.points().size() - 1, index + 1));
        View view = curve.view(concurrency);
        if (view == View.C) {
            return overDriven(below, point);
        }
        if (view != View.A) {
            boolean more = index > 0 && curve.view(below.concurrency()) == View.B;
            return view == View.B_OR_C
                    ? AboutEqual.fromTheLowest(Limiter.of(point, conditions))
                    : more ? AboutEqual.aboveTheKnee(Limiter.of(point, conditions)) : Limiter.of(point, conditions);
        }
        return index == 0 ? underDriven(point, above, point) : underDriven(below, point, point);
    }

    /**
     * The verdict on the curve: on its top if that was reached; else on the first level above it at which the TestNode was the limit,
     * for then the curve says nothing of the service's own top; else on its last. Of the levels that are not told apart from the highest
     * the lowest decides that shows a limit: which of them has the most TPS is chance, and a pool shows itself only where requests wait
     * for it.
     *
     * @param limited levels at which the TestNode was the limit, rising, with why
     */
    public Finding ofCurve(Map<CurvePoint, String> limited) {
        int last = curve.points().get(curve.points().size() - 1).concurrency();
        if (!curve.topReached()) {
            return limited.entrySet().stream()
                    .filter(e -> e.getKey().concurrency() > last)
                    .findFirst()
                    .map(e -> beyond(e.getKey(), e.getValue()))
                    .orElseGet(() -> at(last));
        }
        CurvePoint highest = curve.highest();
        Finding limit = limitOfTop();
        boolean falls =
                highest.equals(curve.points().get(0)) && curve.overdrive().isPresent();
        if (limit.verdict() instanceof Undecided && falls) {
            return overDriven(highest, curve.points().get(1));
        }
        return curve.kneeAtMost().isPresent() ? AboutEqual.fromTheLowest(limit) : limit;
    }

    /** By the lowest level of the top that shows a limit; but collection is part of what keeps the processors busy, wherever it is seen. */
    private Finding limitOfTop() {
        List<Finding> limits = curve.points().stream()
                .filter(p -> curve.view(p.concurrency()) != View.A && curve.isAtTop(p))
                .map(p -> Limiter.of(p, conditions))
                .filter(limit -> !(limit.verdict() instanceof Undecided))
                .toList();
        if (limits.isEmpty()) {
            return Limiter.of(curve.highest(), conditions);
        }
        Finding lowest = limits.get(0);
        return lowest.verdict().equals(new ServerBound(Verdict.Resource.CPU))
                ? limits.stream()
                        .filter(limit -> limit.verdict().equals(new ServerBound(Verdict.Resource.GC)))
                        .findFirst()
                        .orElse(lowest)
                : lowest;
    }

    /**
     * The verdict on a level at which the TestNode was the limit, by the measured level below it.
     *
     * @param point what was seen at that level
     * @param reason why it was not measured
     */
    public Finding limited(CurvePoint point, String reason) {
        return curve.points().stream()
                .filter(p -> p.concurrency() < point.concurrency())
                .reduce((first, second) -> second)
                .map(below -> limited(below, point, reason))
                .orElseGet(() -> limited(point, reason, conditions));
    }

    private Finding limited(CurvePoint below, CurvePoint point, String reason) {
        return isChoked(below, point) ? consumerFull(below, point) : limited(point, reason, conditions);
    }

    private boolean isChoked(CurvePoint below, CurvePoint point) {
        return Trend.of(below, point) == Trend.DOWN
                && Shares.atLeast(Shares.of(point, conditions).consumer(), Rules.FULL);
    }

    /** The first limited level above a curve that ends before its top. Two levels or more show that TPS rose up to there. */
    private Finding beyond(CurvePoint point, String reason) {
        CurvePoint last = curve.points().get(curve.points().size() - 1);
        Finding limit = limited(last, point, reason);
        return curve.points().size() < 2 || isChoked(last, point)
                ? limit
                : new Finding(
                        limit.verdict(),
                        "TPS still rises, and at the next level " + limit.rule(),
                        limit.numbers(),
                        limit.next());
    }

    /** Where other work had the TestNode's cores, and the TestNode itself little use for them, it may have been the service all the same. */
    static Finding limited(CurvePoint point, String reason, Conditions conditions) {
        String numbers = numbers(point, conditions) + "; " + reason;
        OptionalDouble own = Shares.of(point, conditions).consumer();
        if (Shares.above(own, Rules.NETWORK_CONSUMER) && Shares.atMost(own, Rules.NODE_BUSY)) {
            return new Finding(
                    new ConsumerBound(),
                    "other work left the TestNode too little of its cores",
                    numbers,
                    "measure again while nothing else runs");
        }
        return Shares.atMost(own, Rules.NETWORK_CONSUMER)
                ? new Finding(
                        new Undecided(),
                        "other work had the TestNode's cores, of which it used " + Rules.NETWORK_CONSUMER.text()
                                + " or less",
                        numbers,
                        "measure again while nothing else runs")
                : new Finding(
                        new ConsumerBound(),
                        "the TestNode was the limit",
                        numbers,
                        "add TestNodes, or give this one more cores");
    }

    /**
     * The verdict on a service of which no level was measured: if the TestNode was the limit, on the lowest such level.
     *
     * @param cells of the service and payload, 1 or more
     * @param limited levels at which the TestNode was the limit, rising, with why
     */
    public static Finding ofNoCurve(List<Cell> cells, Map<CurvePoint, String> limited, Conditions conditions) {
        boolean everywhere = cells.stream()
                .map(Cell::outcome)
                .filter(outcome -> outcome != Outcome.SKIPPED)
                .allMatch(outcome -> outcome == Outcome.CONSUMER_LIMITED);
        if (everywhere && !limited.isEmpty()) {
            Map.Entry<CurvePoint, String> lowest = limited.entrySet().iterator().next();
            Finding limit = limited(lowest.getKey(), lowest.getValue(), conditions);
            return new Finding(
                    limit.verdict(),
                    "no level was measured: at the lowest " + limit.rule(),
                    limit.numbers(),
                    limit.next());
        }
        String outcomes = cells.stream()
                .collect(Collectors.groupingBy(c -> c.outcome().label(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
        return new Finding(
                new Undecided(),
                "no level was measured",
                outcomes,
                "see why in the table of all cells, and measure again");
    }

    /** Rows "CR up, TPS up" and "server CPU full and TPS still rises". */
    private Finding underDriven(CurvePoint below, CurvePoint above, CurvePoint judged) {
        Trend trend = Trend.of(below, above);
        if (trend == Trend.UNSURE) {
            return unsure(below, above);
        }
        Optional<Finding> consumer = consumer(above);
        if (consumer.isPresent()) {
            return consumer.get();
        }
        if (trend != Trend.UP) {
            // Below the knee and yet no rise: the curve has a dent.
            return new Finding(
                    new Undecided(),
                    "below the top of the curve, yet TPS does not rise with CR",
                    numbers(below, above),
                    "measure these levels again, with more forks");
        }
        Rise rise = Rise.of(below, above);
        Finding finding = rising(below, above, judged, rise.power());
        boolean sure = Stream.of(rise.low(), rise.high())
                .allMatch(end -> rising(below, above, judged, end).verdict().equals(finding.verdict()));
        return sure
                ? finding
                : new Finding(
                        new Undecided(),
                        "TPS rises by nearly the root of what CR does (square or fourth) that parts one verdict from another, and the rise"
                                + " may err by more than lies between",
                        numbers(below, above),
                        "measure the next level, or these again with more forks");
    }

    /** As if the rise were by this power of what CR rises by. */
    private Finding rising(CurvePoint below, CurvePoint above, CurvePoint judged, double power) {
        boolean last = judged.equals(above);
        Optional<Finding> limit = last ? limitBeforeTheTop(below, above, power) : Optional.empty();
        if (limit.isPresent()) {
            return limit.get();
        }
        if (isFull(below, above) && power >= LITTLE) {
            return stateful(below, above);
        }
        if (last && power < BURSTS) {
            return new Finding(
                    new Undecided(),
                    "TPS rises by less than the fourth root of what CR does, and nothing that was recorded is at its limit",
                    numbers(below, above),
                    "near its top: measure the next level, or these again with more forks");
        }
        return new Finding(
                new UnderDriven(),
                "CR up, TPS up",
                numbers(below, above),
                "not driven hard enough: calibrate higher CR and payload levels");
    }

    /**
     * What the service runs out of although TPS still rises: what it queues for, where more CR buys little more TPS (a full processor
     * does a little more when requests come in bursts), and the collector, where the processors have nothing left to give.
     */
    private Optional<Finding> limitBeforeTheTop(CurvePoint below, CurvePoint above, double power) {
        Finding limit = Limiter.of(above, conditions);
        boolean little = power < LITTLE;
        boolean processor = limit.verdict().equals(new ServerBound(Verdict.Resource.CPU)) && isFull(below, above);
        if (processor && little && power > BURSTS) {
            return Optional.of(new Finding(
                    new Undecided(),
                    "server CPU is full at both levels, and TPS rises by more than a processor gains from bursts and by less than a"
                            + " cache would show",
                    numbers(below, above),
                    "measure the next level, or these again with more forks"));
        }
        boolean collector = limit.verdict().equals(new ServerBound(Verdict.Resource.GC)) && isFull(below, above);
        if (!collector && !(limit.verdict() instanceof ServerBound && little)) {
            return Optional.empty();
        }
        String rise = little
                ? "TPS rises by less than the square root of what CR does, which counts as its top: "
                : "TPS rises and server CPU is full, but not for a cache: ";
        return Optional.of(new Finding(limit.verdict(), rise + limit.rule(), numbers(below, above), limit.next()));
    }

    private boolean isFull(CurvePoint below, CurvePoint above) {
        return serverAtLeast(Rules.SERVER_FULL, below) && serverAtLeast(Rules.FULL, above);
    }

    private Finding stateful(CurvePoint below, CurvePoint above) {
        String rule = "server CPU at " + Rules.FULL.text() + " or more, at " + Rules.SERVER_FULL.text()
                + " or more the level before, and TPS still rises with CR";
        if (!conditions.settled()) {
            return new Finding(
                    new Undecided(),
                    rule + "; but steadiness was not tested: the service may still be warming up",
                    numbers(below, above),
                    "warm up longer and measure again; if TPS still rises, the service is probably stateful");
        }
        return new Finding(new ProbablyStateful(), rule, numbers(below, above), "find this service's own index");
    }

    /** Rows "CR up, TPS down", "consumer CPU full and TPS falls" and "CR up, TPS about equal". */
    private Finding overDriven(CurvePoint below, CurvePoint point) {
        Trend trend = Trend.of(below, point);
        if (trend == Trend.DOWN) {
            double consumer = Shares.of(point, conditions).consumer().orElse(0);
            if (consumer >= Rules.FULL.value()) {
                return consumerFull(below, point);
            }
            Optional<Finding> limited = consumer(point);
            return limited.orElseGet(() -> new Finding(
                    new OverDriven(),
                    "CR up, TPS down: answer times rose",
                    numbers(below, point),
                    "plot answer time over CR; find the least acceptable time and work back"));
        }
        if (trend == Trend.UNSURE) {
            return unsure(below, point);
        }
        Finding limit = Limiter.of(point, conditions);
        if (limit.verdict() instanceof Undecided || limit.verdict() instanceof ServerBound) {
            String stateless = limit.verdict() instanceof ServerBound
                    ? ", " + limit.verdict().label()
                    : "";
            return new Finding(
                    new OverDriven(),
                    "CR up, TPS about equal: CR too high" + stateless,
                    numbers(below, point),
                    AboutEqual.HALVE);
        }
        return limit;
    }

    private Finding consumerFull(CurvePoint below, CurvePoint point) {
        return new Finding(
                new ConsumerBound(),
                "consumer CPU at " + Rules.FULL.text() + " or more, and TPS falls as CR rises",
                numbers(below, point),
                "too many CR per TestNode: add TestNodes");
    }

    private Optional<Finding> consumer(CurvePoint point) {
        Finding limit = Limiter.of(point, conditions);
        return limit.verdict() instanceof ConsumerBound ? Optional.of(limit) : Optional.empty();
    }

    private Finding unsure(CurvePoint below, CurvePoint above) {
        if (Trend.isOfTheCores(below, above)) {
            return new Finding(
                    new Undecided(),
                    "the same work took the service's cores longer at one level than at the other, and without that difference TPS"
                            + " would have another trend: neighbours of this machine may be the cause",
                    String.format(
                            Locale.ROOT,
                            "%s; a piece of work took %.2f times as long at CR %d as at CR %d",
                            numbers(below, above),
                            Trend.pace(below, above),
                            above.concurrency(),
                            below.concurrency()),
                    "measure again on a machine of its own, or with more forks");
        }
        return new Finding(
                new Undecided(),
                "the intervals of the two levels overlap: no trend is sure",
                numbers(below, above),
                "more forks");
    }

    private boolean serverAtLeast(Rules share, CurvePoint point) {
        return Shares.atLeast(Shares.of(point, conditions).server(), share);
    }

    private String numbers(CurvePoint below, CurvePoint above) {
        return below.equals(above) ? numbers(above) : numbers(below) + "; " + numbers(above);
    }

    private String numbers(CurvePoint p) {
        return numbers(p, conditions);
    }

    private static String numbers(CurvePoint p, Conditions conditions) {
        String shares = Shares.of(p, conditions).text();
        return String.format(
                        Locale.ROOT,
                        "CR %d: %s TPS, mean %s ms",
                        p.concurrency(),
                        figure(p.tps()),
                        figure(p.meanMillis()))
                + (shares.isEmpty() ? "" : ", " + shares);
    }

    static String figure(double number) {
        return String.format(Locale.ROOT, number >= 100 ? "%,.0f" : "%.3g", number);
    }
}
