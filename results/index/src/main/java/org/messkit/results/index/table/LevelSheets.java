// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.messkit.loads.OpenLoad;
import org.messkit.results.index.CurveIndex;
import org.messkit.results.index.LevelIndex;
import org.messkit.results.index.Limited;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.index.verdict.Finding;
import org.messkit.results.log.Cell;

/** The verdict on every level of a run: of closed load in one table, of open load in another. */
final class LevelSheets {
    private static final List<String> NO_FIGURES = Collections.nCopies(4, Sheet.NONE);

    private LevelSheets() {}

    static Sheet closed(RunIndex index) {
        List<List<String>> rows = new ArrayList<>();
        for (CurveIndex c : index.curves()) {
            Map<Integer, List<String>> levels = new TreeMap<>();
            for (int i = 0; i < c.levels().size(); i++) {
                CurvePoint p = c.curve().points().get(i);
                levels.put(
                        p.concurrency(),
                        row(index, c, p.concurrency(), figures(c, p), c.levels().get(i)));
            }
            for (Limited l : c.limited()) {
                int concurrency = l.point().concurrency();
                levels.put(concurrency, row(index, c, concurrency, NO_FIGURES, l.finding()));
            }
            index.others(c.service(), c.payload())
                    .forEach(other -> levels.put(other.load().concurrency(), row(index, other)));
            rows.addAll(levels.values());
        }
        index.unmeasured().stream()
                .flatMap(none -> index.others(none.service(), none.payload()).stream())
                .map(other -> row(index, other))
                .forEach(rows::add);
        return new Sheet(
                "Each level",
                "Of the perfect line: TPS as a share of what a service would do that kept the speed of its lowest level. A level"
                        + " without TPS is one of which no fork was measured: the TestNode was the limit, or it failed, or it was"
                        + " not run.",
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

    private static List<String> figures(CurveIndex c, CurvePoint p) {
        return List.of(
                Numbers.figure(p.tps()),
                p.interval().map(Words::text).orElse(Sheet.NONE),
                Numbers.percent(p.tps() / c.curve().perfectTps(p.concurrency())),
                c.curve().view(p.concurrency()).label());
    }

    private static List<String> row(RunIndex index, LevelIndex other) {
        return row(index, other.service(), other.payload(), other.load().concurrency(), NO_FIGURES, other.finding());
    }

    private static List<String> row(
            RunIndex index, CurveIndex c, int concurrency, List<String> figures, Finding finding) {
        return row(index, c.service(), c.payload(), concurrency, figures, finding);
    }

    private static List<String> row(
            RunIndex index,
            Cell.Service service,
            Cell.Payload payload,
            int concurrency,
            List<String> figures,
            Finding finding) {
        List<String> row = Sheets.names(index, service, payload);
        row.add(Numbers.whole(concurrency));
        row.addAll(figures);
        row.addAll(Sheets.words(finding));
        return List.copyOf(row);
    }

    /** Empty where the run has no open load. */
    static Optional<Sheet> open(RunIndex index) {
        List<List<String>> rows = index.others().stream()
                .filter(other -> other.load() instanceof OpenLoad)
                .map(other -> {
                    List<String> row = Sheets.names(index, other.service(), other.payload());
                    row.add(other.load().rate().map(Numbers::figure).orElse(Sheet.NONE));
                    row.add(other.outcome());
                    row.add(Words.text(other.tps()));
                    row.addAll(Sheets.words(other.finding()));
                    return List.copyOf(row);
                })
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sheet(
                        "Each rate of open load",
                        "TPS of open load is what was asked for: a rate that was kept shows that the service can do as much, not how"
                                + " much it can do.",
                        List.of(
                                "Service",
                                "#Payload (bytes)",
                                "#Rate (1/s)",
                                "Outcome",
                                "#TPS",
                                "Verdict",
                                "Rule",
                                "Numbers",
                                "Next"),
                        rows));
    }
}
