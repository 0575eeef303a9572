// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.files;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.messkit.results.index.Assumptions;
import org.messkit.results.index.CurveIndex;
import org.messkit.results.index.Unmeasured;
import org.messkit.results.index.cells.Drift;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.index.curve.View;
import org.messkit.results.index.law.Coefficient;
import org.messkit.results.index.law.LawFit;
import org.messkit.results.index.law.Laws;
import org.messkit.results.index.law.UniversalScalability;
import org.messkit.results.log.Cell;
import org.messkit.results.series.Interval;

/**
 * One column of {@code index.csv} and {@code index.json}.
 *
 * @param name with its unit
 * @param value of a curve, by what the reader assumes: a String, Integer, Long or BigDecimal; empty where there is no figure
 * @param unmeasured of a service and payload without a curve, likewise: names and verdict alone
 */
record IndexColumn(
        String name,
        BiFunction<Assumptions, CurveIndex, Optional<?>> value,
        Function<Unmeasured, Optional<?>> unmeasured) {
    private static final int SIGNIFICANT = 6;

    /** All columns, in their order. */
    static final List<IndexColumn> ALL = List.of(
            both("service", c -> c.service().name(), n -> n.service().name()),
            both("use_case", c -> c.service().useCase(), n -> n.service().useCase()),
            both("technology", c -> c.service().technology(), n -> n.service().technology()),
            both("variant", c -> c.service().variant(), n -> n.service().variant()),
            both("binding", c -> c.service().binding(), n -> n.service().binding()),
            both("payload_bytes", c -> c.payload().bytes(), n -> n.payload().bytes()),
            both("elements", c -> c.payload().elements(), n -> n.payload().elements()),
            both("depth", c -> c.payload().depth(), n -> n.payload().depth()),
            both("levels", c -> c.curve().points().size(), n -> 0),
            of("forks", c -> c.max().forks()),
            optional("max_tps", c -> c.headline().map(CurvePoint::tps)),
            optional(
                    "max_tps_low",
                    c -> c.headline().flatMap(CurvePoint::interval).map(Interval::low)),
            optional(
                    "max_tps_high",
                    c -> c.headline().flatMap(CurvePoint::interval).map(Interval::high)),
            of("max_tps_concurrency", c -> c.max().concurrency()),
            number("top_tps", c -> c.curve().top()),
            optional("knee_concurrency", c -> boxed(c.curve().knee())),
            plain(
                    "overdrive_concurrency",
                    c -> c.curve().overdrive().stream().boxed().findFirst()),
            of("view_a", c -> levels(c, View.A)),
            of("view_b", c -> levels(c, View.B)),
            of("view_c", c -> levels(c, View.C)),
            optional("critical_tps", c -> boxed(c.answerTimes().criticalTps())),
            plain("law", c -> best(c).map(f -> f.law().label())),
            plain("law_also_possible", IndexColumn::rivals),
            plain("law_refused", c -> c.law() instanceof Laws.Refused r ? Optional.of(r.reason()) : Optional.empty()),
            coefficient("lambda", Coefficient::value, ""),
            coefficient("lambda", Coefficient::low, "_low"),
            coefficient("lambda", Coefficient::high, "_high"),
            coefficient("sigma", Coefficient::value, ""),
            coefficient("sigma", Coefficient::low, "_low"),
            coefficient("sigma", Coefficient::high, "_high"),
            coefficient("kappa", Coefficient::value, ""),
            coefficient("kappa", Coefficient::low, "_low"),
            coefficient("kappa", Coefficient::high, "_high"),
            optional("law_peak_concurrency", c -> universal(c).flatMap(f -> boxed(c.peakConcurrency(f.law())))),
            optional(
                    "law_peak_concurrency_low", c -> chosen(c).map(l -> l.peak().low())),
            optional("law_peak_concurrency_high", c -> chosen(c)
                    .map(l -> l.peak().high())),
            optional("law_peak_tps", c -> universal(c).flatMap(f -> boxed(c.greatestTps(f.law())))),
            optional("law_peak_tps_low", c -> chosen(c).map(l -> l.peakTps().low())),
            optional("law_peak_tps_high", c -> chosen(c).map(l -> l.peakTps().high())),
            assumed("sigma_times", (a, c) -> Optional.of(a.sigmaTimes())),
            assumed("kappa_times", (a, c) -> Optional.of(a.kappaTimes())),
            assumed("law_peak_tps_other_sigma", (a, c) -> greatest(c, a.sigmaTimes(), 1)),
            assumed("law_peak_tps_other_kappa", (a, c) -> greatest(c, 1, a.kappaTimes())),
            assumed("law_peak_tps_other_both", (a, c) -> greatest(c, a.sigmaTimes(), a.kappaTimes())),
            both("verdict", c -> c.verdict().verdict().label(), n -> n.finding()
                    .verdict()
                    .label()),
            both("rule", c -> c.verdict().rule(), n -> n.finding().rule()),
            both("numbers", c -> c.verdict().numbers(), n -> n.finding().numbers()),
            both("next", c -> c.verdict().next(), n -> n.finding().next()),
            number("server_cpu_s_per_1000", c -> c.cost().serverSeconds()),
            number("consumer_cpu_s_per_1000", c -> c.cost().consumerSeconds()),
            assumed("target_tps", (a, c) -> Optional.of(a.targetTps())),
            assumed("cores_for_target", (a, c) -> Optional.of(c.cost().coresFor(a.targetTps()))),
            curve("services_for_target", (a, c) -> Optional.of(c.cost().servicesFor(a.targetTps()))),
            both("answer", c -> c.payload().answer(), n -> n.payload().answer()),
            optional("performance_index", c -> boxed(c.performanceIndex())),
            optional("normalised_max_tps", c -> boxed(c.normalisedTps())),
            plain("knee_at_most", c -> c.curve().kneeAtMost().stream().boxed().findFirst()),
            of("view_b_or_c", c -> levels(c, View.B_OR_C)),
            plain("max_tps_withheld", c -> c.withheld().map(Drift::remark)),
            share("share", Cell.Payload::share),
            share("invalid_share", Cell.Payload::invalid));

    /** Of a curve alone. */
    private static IndexColumn curve(String name, BiFunction<Assumptions, CurveIndex, Optional<?>> value) {
        return new IndexColumn(name, value, none -> Optional.empty());
    }

    private static IndexColumn both(
            String name, Function<CurveIndex, Object> value, Function<Unmeasured, Object> unmeasured) {
        return new IndexColumn(
                name, (assumed, curve) -> Optional.of(value.apply(curve)), none -> Optional.of(unmeasured.apply(none)));
    }

    private static IndexColumn share(String name, Function<Cell.Payload, Optional<Double>> asked) {
        return new IndexColumn(
                name, (assumed, curve) -> share(curve.payload(), asked), none -> share(none.payload(), asked));
    }

    /** As it was asked for, not rounded. */
    static Optional<BigDecimal> share(Cell.Payload payload, Function<Cell.Payload, Optional<Double>> asked) {
        return asked.apply(payload).map(Cell.Payload::digits);
    }

    private static IndexColumn plain(String name, Function<CurveIndex, Optional<?>> value) {
        return curve(name, (assumed, curve) -> value.apply(curve));
    }

    private static IndexColumn of(String name, Function<CurveIndex, Object> value) {
        return plain(name, curve -> Optional.of(value.apply(curve)));
    }

    private static IndexColumn number(String name, Function<CurveIndex, Double> value) {
        return optional(name, curve -> Optional.of(value.apply(curve)));
    }

    private static IndexColumn optional(String name, Function<CurveIndex, Optional<Double>> value) {
        return assumed(name, (assumed, curve) -> value.apply(curve));
    }

    private static IndexColumn assumed(String name, BiFunction<Assumptions, CurveIndex, Optional<Double>> value) {
        return curve(name, (a, curve) -> value.apply(a, curve).flatMap(IndexColumn::rounded));
    }

    /** Of the Universal Scalability Law, chosen or not. */
    private static IndexColumn coefficient(String name, Function<Coefficient, Double> part, String ending) {
        return optional(name + ending, c -> universal(c).map(f -> part.apply(f.coefficient(name))));
    }

    private static Optional<Laws.Chosen> chosen(CurveIndex c) {
        return c.law() instanceof Laws.Chosen chosen ? Optional.of(chosen) : Optional.empty();
    }

    private static Optional<LawFit> best(CurveIndex c) {
        return chosen(c).map(Laws.Chosen::best);
    }

    private static Optional<LawFit> universal(CurveIndex c) {
        return chosen(c).map(Laws.Chosen::universal);
    }

    private static Optional<Double> greatest(CurveIndex c, double timesSigma, double timesKappa) {
        return universal(c)
                .filter(f -> c.greatestTps(f.law()).isPresent())
                .flatMap(f -> ((UniversalScalability) f.law()).with(timesSigma, timesKappa))
                .map(UniversalScalability::greatestTps);
    }

    private static Optional<String> rivals(CurveIndex c) {
        return c.law() instanceof Laws.Chosen chosen && !chosen.rivals().isEmpty()
                ? Optional.of(chosen.rivals().stream().map(f -> f.law().label()).collect(Collectors.joining(", ")))
                : Optional.empty();
    }

    /** Levels with a space between. */
    static String levels(CurveIndex c, View view) {
        return c.curve().levels(view).stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static Optional<Double> boxed(OptionalDouble number) {
        return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }

    /** The number with six significant digits, or nothing where it is none or unbounded. */
    static Optional<BigDecimal> rounded(double number) {
        if (!Double.isFinite(number)) {
            return Optional.empty();
        }
        BigDecimal exact = BigDecimal.valueOf(number);
        int places = SIGNIFICANT - exact.precision() + exact.scale();
        return Optional.of(exact.setScale(Math.max(0, places), RoundingMode.HALF_UP));
    }
}
