// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.messkit.results.index.cells.Drift;
import org.messkit.results.index.curve.AnswerTimes;
import org.messkit.results.index.curve.Curve;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.index.law.Law;
import org.messkit.results.index.law.Laws;
import org.messkit.results.index.verdict.Finding;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Rules;

/**
 * The Scalability Index of one service and payload.
 *
 * @param service what was measured
 * @param payload what it was asked
 * @param curve TPS over concurrent requests
 * @param law what the curve follows, or why none is shown
 * @param verdict on the curve
 * @param levels the verdict on each measured level, in the curve's order
 * @param limited levels above or between them at which the TestNode was the limit, rising
 * @param answerTimes TPS within limits on p99
 * @param cost at the level of most TPS
 * @param performanceIndex of the machine; empty where it was not measured
 * @param withheld what one of its processes changed by, where that is too much for a max-TPS; else empty
 */
public record CurveIndex(
        Cell.Service service,
        Cell.Payload payload,
        Curve curve,
        Laws.Result law,
        Finding verdict,
        List<Finding> levels,
        List<Limited> limited,
        AnswerTimes answerTimes,
        Cost cost,
        OptionalDouble performanceIndex,
        Optional<Drift> withheld) {
    /** Copies. */
    public CurveIndex {
        levels = List.copyOf(levels);
        limited = List.copyOf(limited);
    }

    /** The level of most TPS. */
    public CurvePoint max() {
        return curve.highest();
    }

    /** Max-TPS; empty where a process of the service changed too much to have one. */
    public Optional<CurvePoint> headline() {
        return withheld.isPresent() ? Optional.empty() : Optional.of(max());
    }

    /** The most TPS that a law allows; empty where that is more than twice the most that was measured, for nobody saw it. */
    public OptionalDouble greatestTps(Law ofCurve) {
        return read(ofCurve.greatestTps(), farthestTps());
    }

    /** Where a law has the most TPS; empty where that is beyond twice the highest level, or nowhere. */
    public OptionalDouble peakConcurrency(Law ofCurve) {
        return read(ofCurve.peakConcurrency().orElse(Double.POSITIVE_INFINITY), farthestConcurrency());
    }

    /** TPS beyond which no law is read. */
    public double farthestTps() {
        return Rules.EXTRAPOLATED.value() * max().tps();
    }

    /** Concurrency beyond which no law is read. */
    public double farthestConcurrency() {
        return Rules.EXTRAPOLATED.value()
                * curve.points().get(curve.points().size() - 1).concurrency();
    }

    private static OptionalDouble read(double figure, double farthest) {
        return figure <= farthest ? OptionalDouble.of(figure) : OptionalDouble.empty();
    }

    /** Max-TPS as a machine of Performance Index 100 would have it, as far as a core's speed is what counts. */
    public OptionalDouble normalisedTps() {
        return performanceIndex.isPresent() && withheld.isEmpty()
                ? OptionalDouble.of(max().tps() * PerformanceIndex.REFERENCE / performanceIndex.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Whether the service does no work of its own, so that its TPS is the rig's ceiling. */
    public boolean ceiling() {
        return service.isCeiling();
    }
}
