// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.messkit.loads.ClosedLoad;
import org.messkit.results.index.cells.Drift;
import org.messkit.results.index.cells.LevelNoise;
import org.messkit.results.index.cells.Points;
import org.messkit.results.index.cells.Shapes;
import org.messkit.results.index.curve.AnswerTimes;
import org.messkit.results.index.curve.Curve;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.index.curve.PayloadCurve;
import org.messkit.results.index.curve.View;
import org.messkit.results.index.forks.ForkModel;
import org.messkit.results.index.forks.LogMean;
import org.messkit.results.index.law.Laws;
import org.messkit.results.index.law.Level;
import org.messkit.results.index.verdict.Conditions;
import org.messkit.results.index.verdict.Finding;
import org.messkit.results.index.verdict.Limiter;
import org.messkit.results.index.verdict.WhatIf;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Run;

/**
 * The judgement of a whole run. Same run, same index.
 *
 * @param run what was judged
 * @param curves per service and payload that has a measured level: by bytes, then by service, the rig's ceiling last
 * @param unmeasured service and payload in closed load that has none, in the order of the run
 * @param others levels in none of the curves: open load, and closed load that no fork measured; in the same order, then rising
 * @param payloads per service and kind of answer, at the highest level that was measured with all of its payloads and is over-driven with none;
 *     only of services with two or more sizes
 * @param forks the variance between forks
 * @param assumed what the reader assumes
 */
public record RunIndex(
        Run run,
        List<CurveIndex> curves,
        List<Unmeasured> unmeasured,
        List<LevelIndex> others,
        List<PayloadIndex> payloads,
        ForkModel forks,
        Assumptions assumed) {
    /** Copies. */
    public RunIndex {
        curves = List.copyOf(curves);
        unmeasured = List.copyOf(unmeasured);
        others = List.copyOf(others);
        payloads = List.copyOf(payloads);
    }

    /** Judges a run, as {@link Assumptions#DEFAULT} has it. */
    public static RunIndex of(Run run) {
        return of(run, Assumptions.DEFAULT);
    }

    /** Judges a run. */
    public static RunIndex of(Run asRead, Assumptions assumed) {
        Run run = Shapes.known(asRead);
        ForkModel forks = Points.forks(run.cells());
        Points points = new Points(forks);
        Conditions conditions = Conditions.of(run.info());
        Map<List<Object>, List<Cell>> lines = new LinkedHashMap<>();
        run.cells().stream().filter(c -> c.load().model().equals(Points.CLOSED)).forEach(c -> lines.computeIfAbsent(
                        List.of(c.service(), c.payload()), k -> new ArrayList<>())
                .add(c));
        List<CurveIndex> curves = new ArrayList<>();
        List<Unmeasured> unmeasured = new ArrayList<>();
        for (List<Cell> cells : lines.values()) {
            Map<CurvePoint, String> limited = points.limited(cells);
            points.curve(cells)
                    .ifPresentOrElse(
                            curve -> curves.add(index(cells, curve, limited, conditions, run, forks)),
                            () -> unmeasured.add(new Unmeasured(
                                    cells.get(0).service(),
                                    cells.get(0).payload(),
                                    WhatIf.ofNoCurve(cells, limited, conditions))));
        }
        curves.sort(order(CurveIndex::service, CurveIndex::payload));
        List<LevelIndex> others = new OtherLevels(curves, conditions).of(run.cells());
        return new RunIndex(run, curves, unmeasured, others, payloads(curves, conditions), forks, assumed);
    }

    /** By bytes, then by service, the rig's ceiling last, then by shape, answer and shares. */
    static <T> Comparator<T> order(Function<T, Cell.Service> service, Function<T, Cell.Payload> payload) {
        return Comparator.comparing((T t) -> payload.apply(t).bytes())
                .thenComparing(t -> service.apply(t).isCeiling())
                .thenComparing(t -> service.apply(t).name())
                .thenComparing(t -> payload.apply(t).depth())
                .thenComparing(t -> payload.apply(t).elements())
                .thenComparing(t -> payload.apply(t).inFull())
                .thenComparing(payload, Cell.Payload.BY_SHARES);
    }

    /** Those of the levels in no curve that are of a service and payload in closed load, rising. */
    public List<LevelIndex> others(Cell.Service service, Cell.Payload payload) {
        return others.stream()
                .filter(level -> level.load() instanceof ClosedLoad
                        && level.service().equals(service)
                        && level.payload().equals(payload))
                .toList();
    }

    /** A measured level's mean of ln TPS over forks; empty for a single fork. */
    public Optional<LogMean> mean(CurveIndex curve, int concurrency) {
        return forks.mean(curve.service().name(), Points.key(curve.payload(), concurrency));
    }

    private static CurveIndex index(
            List<Cell> cells,
            Curve curve,
            Map<CurvePoint, String> limited,
            Conditions conditions,
            Run run,
            ForkModel forks) {
        WhatIf whatIf = new WhatIf(curve, conditions);
        List<Level> levels = curve.points().stream()
                .map(p -> new Level(p.concurrency(), p.tps()))
                .toList();
        List<Finding> findings =
                curve.points().stream().map(p -> whatIf.at(p.concurrency())).toList();
        Cell.Service service = cells.get(0).service();
        Cell.Payload payload = cells.get(0).payload();
        return new CurveIndex(
                service,
                payload,
                curve,
                Laws.fit(levels, LevelNoise.of(forks, service, payload, curve)),
                whatIf.ofCurve(limited),
                findings,
                limited.entrySet().stream()
                        .map(e -> new Limited(e.getKey(), whatIf.limited(e.getKey(), e.getValue())))
                        .toList(),
                AnswerTimes.of(curve, AnswerTimes.LIMITS),
                Cost.at(curve.highest()),
                PerformanceIndex.of(run),
                Drift.tooFar(run.cells(), service));
    }

    private static List<PayloadIndex> payloads(List<CurveIndex> curves, Conditions conditions) {
        Map<String, List<CurveIndex>> services = new TreeMap<>();
        curves.forEach(c -> services.computeIfAbsent(
                        c.service().name() + " " + c.payload().answer(), n -> new ArrayList<>())
                .add(c));
        List<PayloadIndex> payloads = new ArrayList<>();
        for (List<CurveIndex> service : services.values()) {
            long sizes =
                    service.stream().map(c -> c.payload().bytes()).distinct().count();
            long shares =
                    service.stream().map(c -> c.payload().shares()).distinct().count();
            // Payloads of one size in several shapes, or of several shares, are no axis of bytes.
            if (sizes >= 2 && sizes == service.size() && shares == 1) {
                commonLevel(service).ifPresent(n -> payloads.add(over(service, n, conditions)));
            }
        }
        return payloads;
    }

    /** The highest level that was measured with all payloads and is over-driven with none; where there is none the lowest of all. */
    private static Optional<Integer> commonLevel(List<CurveIndex> service) {
        List<Integer> common = service.get(0).curve().points().stream()
                .map(CurvePoint::concurrency)
                .filter(n -> service.stream().allMatch(c -> c.curve().at(n).isPresent()))
                .toList();
        return common.stream()
                .filter(n -> service.stream().noneMatch(c -> c.curve().view(n) == View.C))
                .max(Integer::compare)
                .or(() -> common.stream().findFirst());
    }

    private static PayloadIndex over(List<CurveIndex> service, int concurrency, Conditions conditions) {
        return new PayloadIndex(
                service.get(0).service(),
                service.get(0).payload().answer(),
                new PayloadCurve(
                        concurrency,
                        service.stream()
                                .map(c -> new PayloadCurve.Point(
                                        c.payload().bytes(),
                                        c.curve().at(concurrency).orElseThrow().tps(),
                                        elsewhere(c, concurrency, conditions)))
                                .toList()));
    }

    private static Optional<String> elsewhere(CurveIndex curve, int concurrency, Conditions conditions) {
        String at = " at " + curve.payload().bytes() + " bytes: ";
        return Limiter.outside(curve.curve().at(concurrency).orElseThrow(), conditions)
                .map(limit -> limit.verdict().label() + at + limit.next())
                .or(() -> curve.curve().view(concurrency) == View.C
                        ? Optional.of(View.C.label() + at + "measure at a lower level")
                        : Optional.empty());
    }
}
