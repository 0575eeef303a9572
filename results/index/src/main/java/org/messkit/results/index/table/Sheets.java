// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.messkit.results.index.Cost;
import org.messkit.results.index.CurveIndex;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.Unmeasured;
import org.messkit.results.index.compare.Technologies;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.index.curve.View;
import org.messkit.results.index.verdict.Finding;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Rules;

/** The judgement of a run as tables for people. */
public final class Sheets {
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
        OperationSheet.steps(index.run()).ifPresent(sheets::add);
        DriftSheet.of(index.run()).ifPresent(sheets::add);
        NormalisedSheets.of(index).ifPresent(sheets::add);
        sheets.add(LevelSheets.closed(index));
        LevelSheets.open(index).ifPresent(sheets::add);
        sheets.addAll(ComparisonSheets.of(Technologies.of(index)));
        return sheets;
    }

    private static Sheet range(RunIndex index) {
        return new Sheet(
                "Range and peak",
                "View A is under-driven, B the range to compare services at, C over-driven. The knee is where TPS reaches "
                        + Rules.REACHES.text() + " of"
                        + " the top; without one the top was not reached, and max-TPS is only the most that was seen. Where the lowest"
                        + " level is at the top already, the knee is there or below, and lower levels must tell B from C. The interval"
                        + " is the 95 % one over forks. Max-TPS is withheld where the first cell of a process and its repetition differ by"
                        + " more than " + Rules.ANCHOR.text() + " (see Drift).",
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
                        "B or C",
                        "View C"),
                rows(
                        index,
                        c -> List.of(
                                c.headline().map(p -> Numbers.figure(p.tps())).orElse("withheld"),
                                c.headline()
                                        .flatMap(CurvePoint::interval)
                                        .map(Words::text)
                                        .orElse(Sheet.NONE),
                                Numbers.whole(c.max().concurrency()),
                                Words.knee(c.curve()),
                                c.curve().overdrive().isPresent()
                                        ? Numbers.whole(c.curve().overdrive().getAsInt())
                                        : Sheet.NONE,
                                view(c, View.A),
                                view(c, View.B),
                                view(c, View.B_OR_C),
                                view(c, View.C))));
    }

    private static Sheet verdict(RunIndex index) {
        List<List<String>> rows = new ArrayList<>(rows(index, c -> words(c.verdict())));
        for (Unmeasured none : index.unmeasured()) {
            List<String> row = names(index, none.service(), none.payload());
            row.addAll(words(none.finding()));
            rows.add(row);
        }
        return new Sheet(
                "What limits it",
                "Each verdict with its rule, its numbers and what to do next. Undecided means that what was recorded does not tell.",
                List.of("Service", "#Payload (bytes)", "Verdict", "Rule", "Numbers", "Next"),
                rows);
    }

    static List<String> words(Finding f) {
        return List.of(f.verdict().label(), f.rule(), f.numbers(), f.next());
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
                    List<String> row = names(index, c.service(), c.payload());
                    row.addAll(fields.apply(c));
                    return List.copyOf(row);
                })
                .toList();
    }

    /** The first two fields of a row; the payload's shape is in it where the run has another of that size. */
    static List<String> names(RunIndex index, Cell.Service service, Cell.Payload payload) {
        return new ArrayList<>(List.of(
                Words.name(service, payload),
                PayloadNames.of(index.run().cells()).of(service, payload)));
    }

    private static String view(CurveIndex c, View view) {
        List<Integer> levels = c.curve().levels(view);
        return levels.isEmpty()
                ? Sheet.NONE
                : levels.stream().map(Numbers::whole).collect(Collectors.joining(" "));
    }
}
