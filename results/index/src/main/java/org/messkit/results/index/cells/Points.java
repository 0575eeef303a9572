// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.cells;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.messkit.results.index.curve.Curve;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.index.forks.ForkModel;
import org.messkit.results.index.forks.LogMean;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Rules;
import org.messkit.results.series.Interval;

/** A run's cells as levels of curves. */
public final class Points {
    /** The model of load whose cells make curves. */
    public static final String CLOSED = "closed";

    private final ForkModel forks;

    /** Of a run whose forks differ so. */
    public Points(ForkModel forks) {
        this.forks = forks;
    }

    /** What a run's cells tell of the variance between forks. */
    public static ForkModel forks(Collection<Cell> cells) {
        return ForkModel.of(cells.stream()
                .filter(Points::counts)
                .map(c -> new ForkModel.Observation(
                        c.service().name(),
                        key(c.payload(), c.load().concurrency()),
                        c.fork(),
                        c.figures().orElseThrow().tps()))
                .toList());
    }

    /** Whether a cell has a figure that may stand for its service. */
    static boolean counts(Cell cell) {
        return cell.outcome() == Outcome.MEASURED
                && cell.load().model().equals(CLOSED)
                && cell.figures().isPresent()
                && cell.figures().get().transactions() > 0;
    }

    /** The curve of cells that share service and payload; empty if no level was measured. */
    public Optional<Curve> curve(Collection<Cell> cells) {
        Map<Integer, List<Cell>> levels =
                new TreeMap<>(cells.stream().filter(Points::counts).collect(Collectors.groupingBy(c -> c.load()
                        .concurrency())));
        Set<Integer> failed = cells.stream()
                .filter(c -> c.outcome() == Outcome.ERRORS)
                .map(c -> c.load().concurrency())
                .collect(Collectors.toSet());
        List<CurvePoint> points = new ArrayList<>();
        levels.forEach((n, level) -> points.add(point(n, level)));
        return points.isEmpty() ? Optional.empty() : Optional.of(new Curve(points, failed));
    }

    /** Levels of which no fork was measured since the TestNode was the limit, rising, with why. */
    public Map<CurvePoint, String> limited(Collection<Cell> cells) {
        Set<Integer> measured = cells.stream()
                .filter(Points::counts)
                .map(c -> c.load().concurrency())
                .collect(Collectors.toSet());
        Map<Integer, List<Cell>> levels = new TreeMap<>(cells.stream()
                .filter(c -> c.outcome() == Outcome.CONSUMER_LIMITED)
                .filter(c -> !measured.contains(c.load().concurrency()))
                .filter(c -> c.figures().filter(f -> f.transactions() > 0).isPresent())
                .collect(Collectors.groupingBy(c -> c.load().concurrency())));
        Map<CurvePoint, String> points = new LinkedHashMap<>();
        levels.forEach((n, level) -> points.put(point(n, level), level.get(0).reason()));
        return points;
    }

    /** What cells of one level in no curve show together; empty where none has a valid transaction. It has no interval. */
    public static Optional<CurvePoint> seen(Collection<Cell> level) {
        List<Cell> some = level.stream()
                .filter(c -> c.figures()
                        .filter(f -> f.transactions() > 0 && f.tps() > 0)
                        .isPresent())
                .toList();
        return some.isEmpty()
                ? Optional.empty()
                : Optional.of(point(some.get(0).load().concurrency(), some, Optional.empty()));
    }

    private CurvePoint point(int concurrency, List<Cell> level) {
        return point(
                concurrency,
                level,
                forks.mean(level.get(0).service().name(), key(level.get(0).payload(), concurrency)));
    }

    private static CurvePoint point(int concurrency, List<Cell> level, Optional<LogMean> mean) {
        List<Cell.Figures> figures =
                level.stream().map(c -> c.figures().orElseThrow()).toList();
        double tps = mean(figures, Cell.Figures::tps);
        double transactions =
                figures.stream().mapToDouble(Cell.Figures::transactions).sum();
        double millis = figures.stream()
                .mapToDouble(f -> f.transactions() * f.serviceTime().meanMillis())
                .sum();
        // A lower bound is no time to judge by.
        boolean p99 = figures.stream()
                .map(Cell.Figures::serviceTime)
                .allMatch(t -> t.p99Millis().isPresent() && !t.isAtLeast(99));
        double least = ofWindows(figures);
        return new CurvePoint(
                concurrency,
                tps,
                known(mean.map(LogMean::halfWidth), least).map(half -> around(tps, half)),
                known(mean.flatMap(m -> m.comparisonHalfWidth().stream().boxed().findFirst()), least)
                        .map(half -> around(tps, half)),
                level.size(),
                millis / transactions,
                p99
                        ? OptionalDouble.of(
                                mean(figures, f -> f.serviceTime().p99Millis().orElseThrow()))
                        : OptionalDouble.empty(),
                new CurvePoint.Use(
                        mean(figures, f -> f.cpu().serverCores()),
                        mean(figures, f -> f.cpu().consumerCores()),
                        mean(figures, Points::busierDirection),
                        mean(figures, f -> f.cpu().coreWorkMicros())),
                internals(figures));
    }

    /** Half width, on the scale of ln TPS, that the windows' own transactions leave to the mean of some forks. */
    private static double ofWindows(List<Cell.Figures> figures) {
        double squares = figures.stream()
                .flatMap(f -> f.throughput().stream())
                .mapToDouble(t -> t.halfWidth() * t.halfWidth())
                .sum();
        return Math.sqrt(squares) / figures.size();
    }

    /**
     * What is known of a mean: no less than its windows leave open, which forks that agree by chance do not show. Of a single fork that
     * is said where it is more than cells differ by anyway.
     */
    private static Optional<Double> known(Optional<Double> ofForks, double ofWindows) {
        return ofForks.isPresent()
                ? ofForks.map(half -> Math.max(half, ofWindows))
                : Optional.of(ofWindows).filter(half -> half > Rules.SAME_TPS.value());
    }

    /** Known where every fork was looked into. */
    private static CurvePoint.Internals internals(List<Cell.Figures> figures) {
        if (figures.stream().anyMatch(f -> f.internals().isEmpty())) {
            return CurvePoint.Internals.NONE;
        }
        return new CurvePoint.Internals(
                internal(figures, Cell.Internals::collecting),
                internal(figures, Cell.Internals::lockWait),
                internal(figures, Cell.Internals::poolWait),
                internal(figures, Cell.Internals::diskBusy));
    }

    private static OptionalDouble internal(List<Cell.Figures> figures, ToDoubleFunction<Cell.Internals> share) {
        double mean = mean(figures, f -> share.applyAsDouble(f.internals().orElseThrow()));
        return Double.isNaN(mean) ? OptionalDouble.empty() : OptionalDouble.of(mean);
    }

    /** Links carry as much in each direction: heads are shared out as bodies are. */
    private static double busierDirection(Cell.Figures f) {
        double both = f.requestBytes() + f.responseBytes();
        return both == 0 ? 0 : f.wireBytesPerSecond() * Math.max(f.requestBytes(), f.responseBytes()) / both;
    }

    /** The model is of logarithms; the figure that a reader sees is the plain mean, and the interval is laid around it. */
    private static Interval around(double tps, double logHalfWidth) {
        return new Interval(tps, tps * Math.exp(-logHalfWidth), tps * Math.exp(logHalfWidth));
    }

    private static double mean(List<Cell.Figures> figures, ToDoubleFunction<Cell.Figures> value) {
        return figures.stream().mapToDouble(value).average().orElseThrow();
    }

    /** What names a cell within its service, over forks. */
    public static String key(Cell.Payload payload, int concurrency) {
        return payload + " " + concurrency;
    }
}
