// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.messkit.results.index.Cost;
import org.messkit.results.index.CurveIndex;
import org.messkit.results.index.Limited;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.Unmeasured;
import org.messkit.results.index.compare.Technologies;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.index.curve.View;
import org.messkit.results.index.verdict.Finding;
import org.messkit.results.log.Cell;

/** The judgement of a run as tables for people. */
public final class Sheets {
    private static final List<String> NO_FIGURES = Collections.nCopies(4, Sheet.NONE);

    private Sheets() {}

    /** All tables, in the order of reading. */
    public static List<Sheet> of(RunIndex index) {
        List<Sheet> sheets = new ArrayList<>();
        ExpectationSheet.of(index).ifPresent(sheets::add);
        sheets.addAll(List.of(
                range(index),
                verdict(index),
                LawSheet.of(index),
                cost(index),
                AnswerTimesSheet.of(index),
                PayloadSheet.of(index)));
        OperationSheet.of(index.run()).ifPresent(sheets::add);
        DriftSheet.of(index.run()).ifPresent(sheets::add);
        NormalisedSheets.of(index).ifPresent(sheets::add);
        sheets.add(levels(index));
        sheets.addAll(ComparisonSheets.of(Technologies.of(index)));
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
                                c.max().interval().map(Words::text).orElse(Sheet.NONE),
                                Numbers.whole(c.max().concurrency()),
                                Words.text(c.curve().knee()),
                                c.curve().overdrive().isPresent()
                                        ? Numbers.whole(c.curve().overdrive().getAsInt())
                                        : Sheet.NONE,
                                view(c, View.A),
                                view(c, View.B),
                                view(c, View.C))));
    }

    private static Sheet verdict(RunIndex index) {
        List<List<String>> rows = new ArrayList<>(rows(index, c -> words(c.verdict())));
        for (Unmeasured none : index.unmeasured()) {
            List<String> row = new ArrayList<>(List.of(
                    Words.name(none.service(), none.payload()),
                    Words.payload(
                            none.payload(),
                            index.unmeasured().stream()
                                    .filter(other -> other.service().equals(none.service()))
                                    .map(Unmeasured::payload))));
            row.addAll(words(none.finding()));
            rows.add(row);
        }
        return new Sheet(
                "What limits it",
                "Each verdict with its rule, its numbers and what to do next. Undecided means that what was recorded does not tell.",
                List.of("Service", "#Payload (bytes)", "Verdict", "Rule", "Numbers", "Next"),
                rows);
    }

    private static List<String> words(Finding f) {
        return List.of(f.verdict().label(), f.rule(), f.numbers(), f.next());
    }

    private static Sheet levels(RunIndex index) {
        List<List<String>> rows = new ArrayList<>();
        for (CurveIndex c : index.curves()) {
            Map<Integer, List<String>> levels = new TreeMap<>();
            for (int i = 0; i < c.levels().size(); i++) {
                CurvePoint p = c.curve().points().get(i);
                levels.put(
                        p.concurrency(),
                        level(
                                index,
                                c,
                                p.concurrency(),
                                List.of(
                                        Numbers.figure(p.tps()),
                                        p.interval().map(Words::text).orElse(Sheet.NONE),
                                        Numbers.percent(p.tps() / c.curve().perfectTps(p.concurrency())),
                                        c.curve().view(p.concurrency()).label()),
                                c.levels().get(i)));
            }
            for (Limited l : c.limited()) {
                int concurrency = l.point().concurrency();
                levels.put(concurrency, level(index, c, concurrency, NO_FIGURES, l.finding()));
            }
            rows.addAll(levels.values());
        }
        return new Sheet(
                "Each level",
                "Of the perfect line: TPS as a share of what a service would do that kept the speed of its lowest level. A level"
                        + " without TPS is one at which the TestNode was the limit.",
                List.of(
                        "Service",
                        "#Payload (bytes)",
                        "#CR",
                        "#TPS",
                        "#95 % interval",
                        "#Of the perfect line",
                        "View",
                        "Verdict",
                        "Rule",
                        "Numbers",
                        "Next"),
                rows);
    }

    private static List<String> level(
            RunIndex index, CurveIndex c, int concurrency, List<String> figures, Finding finding) {
        List<String> row = new ArrayList<>(
                List.of(Words.name(c), Words.payload(c.payload(), payloads(index, c)), Numbers.whole(concurrency)));
        row.addAll(figures);
        row.addAll(words(finding));
        return List.copyOf(row);
    }

    private static Sheet cost(RunIndex index) {
        double targetTps = index.assumed().targetTps();
        String target = Numbers.figure(targetTps);
        return new Sheet(
                "Cost",
                "At the level of max-TPS. Services of this kind: on cores like those of this run, nothing to spare.",
                List.of(
                        "Service",
                        "#Payload (bytes)",
                        "#Server CPU-s per 1,000 transactions",
                        "#TestNode CPU-s per 1,000 transactions",
                        "#Server cores for " + target + " TPS",
                        "#Services for " + target + " TPS"),
                rows(index, c -> {
                    Cost cost = c.cost();
                    return List.of(
                            Words.finite(cost.serverSeconds()),
                            Words.finite(cost.consumerSeconds()),
                            Words.finite(cost.coresFor(targetTps)),
                            Numbers.whole(cost.servicesFor(targetTps)));
                }));
    }

    /** A row per curve: its service and payload, then the fields. */
    static List<List<String>> rows(RunIndex index, Function<CurveIndex, List<String>> fields) {
        return index.curves().stream()
                .map(c -> {
                    List<String> row =
                            new ArrayList<>(List.of(Words.name(c), Words.payload(c.payload(), payloads(index, c))));
                    row.addAll(fields.apply(c));
                    return List.copyOf(row);
                })
                .toList();
    }

    /** Those of the same service. */
    private static Stream<Cell.Payload> payloads(RunIndex index, CurveIndex of) {
        return index.curves().stream()
                .filter(curve -> curve.service().equals(of.service()))
                .map(CurveIndex::payload);
    }

    private static String view(CurveIndex c, View view) {
        List<Integer> levels = c.curve().levels(view);
        return levels.isEmpty()
                ? Sheet.NONE
                : levels.stream().map(Numbers::whole).collect(Collectors.joining(" "));
    }
}
