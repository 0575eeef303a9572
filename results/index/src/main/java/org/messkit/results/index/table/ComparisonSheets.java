// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.table;

import java.util.ArrayList;
import java.util.List;
import org.messkit.results.index.compare.Comparison;
import org.messkit.results.index.compare.Pair;
import org.messkit.results.log.Rules;

/** Comparisons as tables for people. */
public final class ComparisonSheets {
    private ComparisonSheets() {}

    /** Pairs, geometric means, ranks and warnings of each comparison. */
    public static List<Sheet> of(List<Comparison> comparisons) {
        List<Sheet> sheets = new ArrayList<>();
        for (Comparison c : comparisons) {
            if (!c.warnings().isEmpty()) {
                sheets.add(new Sheet(
                        "Conditions that differ: " + c.title(),
                        "A ratio is of these and of the service together.",
                        List.of("What differs"),
                        c.warnings().stream().map(List::of).toList()));
            }
            sheets.add(pairs(c));
            if (!c.means().isEmpty()) {
                sheets.add(means(c));
            }
            NormalisedSheets.of(c).ifPresent(sheets::add);
        }
        return sheets;
    }

    private static Sheet pairs(Comparison c) {
        return new Sheet(
                "Compared: " + c.title(),
                "TPS is the geometric mean over forks; the ratio has its own 95 % interval. The words hold for the table as a whole (Holm, 5 % for faster and slower,"
                        + " 2.5 % for equal); a difference below " + Rules.MARGIN.text()
                        + " counts as none. Rank: one more than those proven faster in the cell, so that"
                        + " ranks tie." + tooFew(c),
                List.of(
                        "One",
                        "Other",
                        "#Payload (bytes)",
                        "#CR",
                        "#TPS",
                        "#Other's TPS",
                        "#Ratio",
                        "#95 % interval",
                        "One is",
                        "#Rank",
                        "#Other's rank"),
                c.pairs().stream().map(p -> row(c, p)).toList());
    }

    /** What a reader must know of a comparison whose services have too few forks to be ranked; empty where they have enough. */
    private static String tooFew(Comparison c) {
        int least = c.pairs().stream()
                .mapToInt(p -> Math.min(p.one().forks(), p.other().forks()))
                .min()
                .orElse(Rules.USEFUL_FORKS.count());
        return least >= Rules.USEFUL_FORKS.count()
                ? ""
                : " A ranking needs " + Rules.USEFUL_FORKS.text() + " forks or more of each service: fewer tell next to"
                        + " nothing of how much forks differ.";
    }

    private static List<String> row(Comparison c, Pair p) {
        boolean ranked = p.judgement().isPresent();
        return List.of(
                Words.name(p.one().name(), p.payload()),
                Words.name(p.other().name(), p.payload()),
                Words.payload(p, c.pairs()),
                Numbers.whole(p.concurrency()),
                Numbers.figure(p.one().tps()),
                Numbers.figure(p.other().tps()),
                Numbers.figure(p.ratio()),
                p.judgement().map(j -> Words.text(j.ratio().interval())).orElse(Sheet.NONE),
                p.words(),
                ranked ? Numbers.whole(c.rank(p.one().name(), p)) : Sheet.NONE,
                ranked ? Numbers.whole(c.rank(p.other().name(), p)) : Sheet.NONE);
    }

    private static Sheet means(Comparison c) {
        return new Sheet(
                "Geometric means: " + c.title(),
                "Of the ratios above, which are its parts. What forks share does not average out over cells.",
                List.of("One", "Other", "#Cells", "#Ratio", "#95 % interval"),
                c.means().stream()
                        .map(m -> List.of(
                                m.one(),
                                m.other(),
                                Numbers.whole(m.cells()),
                                Numbers.figure(m.ratio()),
                                m.interval().map(r -> Words.text(r.interval())).orElse(Sheet.NONE)))
                        .toList());
    }
}
