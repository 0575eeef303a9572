// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.messkit.loads.ClosedLoad;
import org.messkit.loads.Load;
import org.messkit.loads.OpenLoad;
import org.messkit.results.index.cells.Points;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.index.verdict.Conditions;
import org.messkit.results.index.verdict.Finding;
import org.messkit.results.index.verdict.OpenWhatIf;
import org.messkit.results.index.verdict.WithoutFigure;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Rules;

/** Judges the levels of a run that are in none of its curves. */
final class OtherLevels {
    private static final double NEAR = 1 + Rules.SAME_TPS.value();

    private final List<CurveIndex> curves;
    private final Conditions conditions;

    /** Beside these curves of the same run. */
    OtherLevels(List<CurveIndex> curves, Conditions conditions) {
        this.curves = curves;
        this.conditions = conditions;
    }

    /** In the order of curves, then rising. */
    List<LevelIndex> of(Collection<Cell> cells) {
        Map<List<Object>, List<Cell>> levels = new LinkedHashMap<>();
        cells.stream()
                .filter(c -> c.outcome() == Outcome.MEASURED || !c.outcome().isValid())
                .sorted(Comparator.comparing(c -> c.load().rate().orElse(0.0)))
                .forEach(c -> levels.computeIfAbsent(
                                List.of(c.service(), c.payload(), load(c, levels.values())), k -> new ArrayList<>())
                        .add(c));
        List<LevelIndex> others = new ArrayList<>();
        for (List<Cell> level : levels.values()) {
            Optional<CurveIndex> curve = curve(level.get(0));
            if (level.get(0).load() instanceof OpenLoad) {
                others.add(index(level, open(level, levels.values(), curve)));
            } else if (level.get(0).load() instanceof ClosedLoad closed
                    && curve.filter(c -> has(c, closed.concurrency())).isEmpty()) {
                others.add(index(
                        level,
                        WithoutFigure.closed(level, curve.map(CurveIndex::curve), Points.seen(level), conditions)));
            }
        }
        others.sort(RunIndex.order(LevelIndex::service, LevelIndex::payload)
                .thenComparing(level -> level.load().model())
                .thenComparing(level -> level.load().rate().orElse(Double.MAX_VALUE))
                .thenComparing(level -> level.load().concurrency()));
        return others;
    }

    /**
     * The load that a cell's level is known by. A share of the peak is a rate of its own in each fork: near rates of two forks are one
     * level, known by the lowest.
     */
    private static Load load(Cell cell, Collection<List<Cell>> levels) {
        return levels.stream()
                .filter(level -> level.get(0).service().equals(cell.service())
                        && level.get(0).payload().equals(cell.payload())
                        && level.stream().noneMatch(other -> other.fork() == cell.fork()))
                .map(level -> level.get(0).load())
                .filter(load -> near(load, cell.load()))
                .findFirst()
                .orElse(cell.load());
    }

    private static boolean near(Load lower, Load load) {
        return lower instanceof OpenLoad below
                && load instanceof OpenLoad open
                && below.arrivals() == open.arrivals()
                && below.rate().isPresent()
                && open.rate().isPresent()
                && open.rate().get() <= NEAR * below.rate().get();
    }

    private Optional<CurveIndex> curve(Cell cell) {
        return curves.stream()
                .filter(c -> c.service().equals(cell.service()) && c.payload().equals(cell.payload()))
                .findFirst();
    }

    private static boolean has(CurveIndex curve, int concurrency) {
        return curve.curve().at(concurrency).isPresent()
                || curve.limited().stream().anyMatch(l -> l.point().concurrency() == concurrency);
    }

    private Finding open(List<Cell> level, Collection<List<Cell>> all, Optional<CurveIndex> curve) {
        List<Cell> measured = measured(level);
        return new OpenWhatIf(
                        level,
                        Points.seen(measured.isEmpty() ? level : measured),
                        keptRate(level.get(0), all),
                        curve.map(CurveIndex::max),
                        conditions)
                .find();
    }

    /** The highest rate of the same service and payload whose forks all kept it. */
    private static OptionalDouble keptRate(Cell cell, Collection<List<Cell>> all) {
        return all.stream()
                .filter(level -> level.get(0).service().equals(cell.service())
                        && level.get(0).payload().equals(cell.payload())
                        && sameArrivals(level.get(0).load(), cell.load()))
                .filter(level -> measured(level).size() == level.size())
                .flatMap(level -> level.get(0).load().rate().stream())
                .mapToDouble(Double::doubleValue)
                .max();
    }

    private static boolean sameArrivals(Load one, Load other) {
        return one instanceof OpenLoad a && other instanceof OpenLoad b && a.arrivals() == b.arrivals();
    }

    private static List<Cell> measured(List<Cell> level) {
        return level.stream().filter(c -> c.outcome() == Outcome.MEASURED).toList();
    }

    private static LevelIndex index(List<Cell> level, Finding finding) {
        Map<String, Long> outcomes = level.stream()
                .collect(Collectors.groupingBy(c -> c.outcome().label(), TreeMap::new, Collectors.counting()));
        Optional<CurvePoint> measured = Points.seen(measured(level));
        Cell first = level.get(0);
        return new LevelIndex(
                first.service(),
                first.payload(),
                first.load(),
                outcomes.size() == 1
                        ? first.outcome().label()
                        : outcomes.entrySet().stream()
                                .map(e -> e.getValue() + " " + e.getKey())
                                .collect(Collectors.joining(", ")),
                measured.isPresent() ? OptionalDouble.of(measured.get().tps()) : OptionalDouble.empty(),
                finding);
    }
}
