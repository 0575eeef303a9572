// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.messkit.results.index.Cost;
import org.messkit.results.index.CurveIndex;
import org.messkit.results.index.PayloadIndex;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.compare.Technologies;
import org.messkit.results.index.curve.AnswerTimes;
import org.messkit.results.index.curve.PayloadCurve;
import org.messkit.results.index.curve.View;
import org.messkit.results.index.law.Coefficient;
import org.messkit.results.index.law.LawFit;
import org.messkit.results.index.law.Laws;
import org.messkit.results.index.verdict.Finding;
import org.messkit.results.series.Interval;

/** The judgement of a run as tables for people. */
public final class Sheets {
    private static final double TARGET = 1_000;

    private Sheets() {}

    /** All tables, in the order of reading. */
    public static List<Sheet> of(RunIndex index) {
        List<Sheet> sheets = new ArrayList<>(
                List.of(range(index), verdict(index), law(index), cost(index), answerTimes(index), payload(index)));
        sheets.addAll(ComparisonTables.sheets(Technologies.of(index)));
        return sheets;
    }

    private static Sheet range(RunIndex index) {
        return new Sheet(
                "Range and peak",
                "View A is under-driven, B the range to compare services at, C over-driven. The knee is where TPS reaches 95 % of"
                        + " the top; without one the top was not reached, and max-TPS is only the most that was seen. The interval"
                        + " is the 95 % one over forks.",
                List.of(
                        "Service",
                        "#Payload (bytes)",
                        "#max-TPS",
                        "#95 % interval",
                        "#at CR",
                        "#Knee (CR)",
                        "#Over-driven from (CR)",
                        "View A",
                        "View B",
                        "View C"),
                rows(
                        index,
                        c -> List.of(
                                Numbers.figure(c.max().tps()),
                                c.max().interval().map(Sheets::text).orElse(Sheet.NONE),
                                Numbers.whole(c.max().concurrency()),
                                text(c.curve().knee()),
                                c.curve().overdrive().isPresent()
                                        ? Numbers.whole(c.curve().overdrive().getAsInt())
                                        : Sheet.NONE,
                                view(c, View.A),
                                view(c, View.B),
                                view(c, View.C))));
    }

    private static Sheet verdict(RunIndex index) {
        return new Sheet(
                "What limits it",
                "Each verdict with its rule, its numbers and what to do next. Undecided means that what was recorded does not tell.",
                List.of("Service", "#Payload (bytes)", "Verdict", "Rule", "Numbers", "Next"),
                rows(index, c -> {
                    Finding f = c.verdict();
                    return List.of(f.verdict().label(), f.rule(), f.numbers(), f.next());
                }));
    }

    private static Sheet law(RunIndex index) {
        return new Sheet(
                "Law",
                "The law of least AICc among the Universal Scalability Law, Amdahl's law and a hard cap, all levels of equal"
                        + " weight. σ (contention), κ (coherency) and the peak are the Universal Scalability Law's, with 95 %"
                        + " intervals by t and, for the peak, by bootstrap.",
                List.of(
                        "Service",
                        "#Payload (bytes)",
                        "Law",
                        "Also possible",
                        "#σ",
                        "#σ interval",
                        "#κ",
                        "#κ interval",
                        "#Peak (CR)",
                        "#Peak interval"),
                rows(index, Sheets::law));
    }

    private static List<String> law(CurveIndex c) {
        if (!(c.law() instanceof Laws.Chosen chosen)) {
            String reason = ((Laws.Refused) c.law()).reason();
            return List.of(reason, Sheet.NONE, Sheet.NONE, Sheet.NONE, Sheet.NONE, Sheet.NONE, Sheet.NONE, Sheet.NONE);
        }
        Coefficient sigma = chosen.universal().coefficient("sigma");
        Coefficient kappa = chosen.universal().coefficient("kappa");
        String rivals =
                chosen.rivals().stream().map(LawFit::law).map(l -> l.label()).collect(Collectors.joining(", "));
        return List.of(
                chosen.best().law().label(),
                rivals.isEmpty() ? Sheet.NONE : rivals,
                small(sigma.value()),
                small(sigma.low()) + "–" + small(sigma.high()),
                small(kappa.value()),
                small(kappa.low()) + "–" + small(kappa.high()),
                text(chosen.universal().law().peakConcurrency()),
                chosen.peak()
                        .map(p -> bound(p.concurrencyLow()) + "–" + bound(p.concurrencyHigh()))
                        .orElse(Sheet.NONE));
    }

    private static Sheet cost(RunIndex index) {
        return new Sheet(
                "Cost",
                "At the level of max-TPS. Services of this kind: on cores like those of this run, nothing to spare.",
                List.of(
                        "Service",
                        "#Payload (bytes)",
                        "#Server CPU-s per 1,000 transactions",
                        "#TestNode CPU-s per 1,000 transactions",
                        "#Server cores for 1,000 TPS",
                        "#Services for 1,000 TPS"),
                rows(index, c -> {
                    Cost cost = c.cost();
                    return List.of(
                            finite(cost.serverSeconds()),
                            finite(cost.consumerSeconds()),
                            finite(cost.coresFor(TARGET)),
                            Numbers.whole(cost.servicesFor(TARGET)));
                }));
    }

    private static Sheet answerTimes(RunIndex index) {
        List<String> heads = new ArrayList<>(List.of("Service", "#Payload (bytes)"));
        AnswerTimes.LIMITS.forEach(limit -> heads.add("#p99 ≤ " + Numbers.whole(Math.round(limit)) + " ms"));
        heads.add("#critical-TPS");
        return new Sheet(
                "TPS within answer times",
                "The most TPS whose p99 service time keeps each limit, and in brackets the last level that did and the first that"
                        + " did not. Critical-TPS is their geometric mean; without a level that keeps each limit, or without p99"
                        + " (from 1,000 transactions up), there is none. In closed load p99 hides stalls.",
                heads,
                rows(index, c -> {
                    List<String> row = new ArrayList<>();
                    c.answerTimes().steps().forEach(step -> row.add(text(step)));
                    row.add(text(c.answerTimes().criticalTps()));
                    return row;
                }));
    }

    private static Sheet payload(RunIndex index) {
        return new Sheet(
                "TPS over payload",
                "At the highest level that was measured with all payloads. TPS should fall in proportion to the bytes; beyond"
                        + " proportion 1 × is none. The extra drop is the step that falls furthest beyond its growth.",
                List.of(
                        "Service",
                        "#CR",
                        "#From (bytes)",
                        "#To (bytes)",
                        "#Data ×",
                        "#TPS less ×",
                        "#Beyond proportion ×",
                        "Reading",
                        "Extra drop"),
                index.payloads().stream().map(Sheets::payload).toList());
    }

    private static List<String> payload(PayloadIndex p) {
        PayloadCurve.Step whole = p.curve().whole().orElseThrow();
        return List.of(
                p.service().name(),
                Numbers.whole(p.curve().concurrency()),
                Numbers.whole(whole.fromBytes()),
                Numbers.whole(whole.toBytes()),
                Numbers.figure(whole.data()),
                Numbers.figure(whole.drop()),
                Numbers.figure(whole.excess()),
                whole.reading().label(),
                p.curve()
                        .extraDrop()
                        .map(s -> "from " + Numbers.whole(s.fromBytes()) + " to " + Numbers.whole(s.toBytes())
                                + " bytes: " + Numbers.figure(s.drop()) + " × less for " + Numbers.figure(s.data())
                                + " × the data")
                        .orElse(Sheet.NONE));
    }

    private static List<List<String>> rows(
            RunIndex index, java.util.function.Function<CurveIndex, List<String>> fields) {
        return index.curves().stream()
                .map(c -> {
                    List<String> row = new ArrayList<>(List.of(
                            c.service().name() + (c.ceiling() ? " (rig ceiling)" : ""),
                            Numbers.whole(c.payload().bytes())));
                    row.addAll(fields.apply(c));
                    return List.copyOf(row);
                })
                .toList();
    }

    private static String view(CurveIndex c, View view) {
        List<Integer> levels = c.curve().levels(view);
        return levels.isEmpty()
                ? Sheet.NONE
                : levels.stream().map(Numbers::whole).collect(Collectors.joining(" "));
    }

    private static String text(Interval interval) {
        return Numbers.figure(interval.low()) + "–" + Numbers.figure(interval.high());
    }

    private static String text(OptionalDouble number) {
        return number.isPresent() ? Numbers.figure(number.getAsDouble()) : Sheet.NONE;
    }

    private static String text(AnswerTimes.Step step) {
        if (step.tps().isEmpty()) {
            return Sheet.NONE;
        }
        return Numbers.figure(step.tps().getAsDouble()) + " (" + level(step.lastSuccess()) + "/"
                + level(step.firstFailure()) + ")";
    }

    private static String level(Optional<Integer> level) {
        return level.map(Numbers::whole).orElse(Sheet.NONE);
    }

    private static String finite(double number) {
        return Double.isFinite(number) ? Numbers.figure(number) : Sheet.NONE;
    }

    private static String bound(double number) {
        return Double.isInfinite(number) ? "∞" : Numbers.figure(number);
    }

    /** Coefficients are small: three significant digits, whatever their size. */
    private static String small(double number) {
        return Double.isInfinite(number)
                ? "∞"
                : number == 0 ? "0" : String.format(java.util.Locale.ROOT, "%.3g", number);
    }
}
