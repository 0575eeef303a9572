// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The TPS that a service gives within limits on its 99th percentile.
 *
 * @param steps one per limit, rising
 */
public record AnswerTimes(List<Step> steps) {
    /** Limits on p99, in milliseconds, the same for all services so that they can be compared. */
    public static final List<Double> LIMITS = List.of(10.0, 25.0, 50.0, 100.0, 250.0, 500.0);

    /** Copies. */
    public AnswerTimes {
        steps = List.copyOf(steps);
    }

    /**
     * One limit.
     *
     * @param limitMillis on p99
     * @param lastSuccess the highest level before the first failure; empty if the lowest fails
     * @param firstFailure the lowest level that fails; empty if none does
     * @param tps the most up to the last success; empty if there is none
     */
    public record Step(
            double limitMillis, Optional<Integer> lastSuccess, Optional<Integer> firstFailure, OptionalDouble tps) {}

    /** Reads a curve. A level without p99 is left out: it is not known whether it keeps the limit. */
    public static AnswerTimes of(Curve curve, List<Double> limits) {
        List<CurvePoint> known =
                curve.points().stream().filter(p -> p.p99Millis().isPresent()).toList();
        return new AnswerTimes(
                limits.stream().map(limit -> step(curve, known, limit)).toList());
    }

    private static Step step(Curve curve, List<CurvePoint> known, double limit) {
        Optional<Integer> failure = known.stream()
                .filter(p -> p.p99Millis().getAsDouble() > limit)
                .map(CurvePoint::concurrency)
                .findFirst();
        Optional<Integer> failed = curve.failed().stream().min(Integer::compare);
        Optional<Integer> first = java.util.stream.Stream.concat(failure.stream(), failed.stream())
                .min(Integer::compare);
        List<CurvePoint> kept = new ArrayList<>(known);
        kept.removeIf(p -> first.isPresent() && p.concurrency() >= first.get());
        return new Step(
                limit,
                kept.isEmpty()
                        ? Optional.empty()
                        : Optional.of(kept.get(kept.size() - 1).concurrency()),
                first,
                kept.stream().mapToDouble(CurvePoint::tps).max());
    }

    /** Critical-TPS: the geometric mean over all limits; empty where a limit is not kept at the lowest level. */
    public OptionalDouble criticalTps() {
        if (steps.isEmpty() || steps.stream().anyMatch(s -> s.tps().isEmpty())) {
            return OptionalDouble.empty();
        }
        double most =
                steps.stream().mapToDouble(s -> s.tps().getAsDouble()).max().orElseThrow();
        // As shares of the most: where all limits are kept by the same level, exactly its TPS.
        double log = steps.stream()
                .mapToDouble(s -> Math.log(s.tps().getAsDouble() / most))
                .average()
                .orElseThrow();
        return OptionalDouble.of(most * Math.exp(log));
    }
}
