// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.messkit.results.index.forks.Judgement;
import org.messkit.results.index.forks.LogMean;
import org.messkit.results.index.forks.Ratio;

/**
 * Pairs of cells, judged together.
 *
 * @param title what is compared with what
 * @param pairs all of them; one family by Holm
 * @param means a geometric mean for each two sides that have more than one cell in common
 * @param warnings what makes the two sides differ beside what is compared
 * @param speed how many times faster the machine of the first sides is, by the Performance Index; empty where that is not known, or about
 *     the same
 */
public record Comparison(
        String title, List<Pair> pairs, List<Mean> means, List<String> warnings, OptionalDouble speed) {
    /** Copies. */
    public Comparison {
        pairs = List.copyOf(pairs);
        means = List.copyOf(means);
        warnings = List.copyOf(warnings);
    }

    /**
     * The geometric mean of the ratios of two sides; its parts are their pairs.
     *
     * @param cells how many
     * @param ratio geometric mean
     * @param interval with its variance; empty where a cell has a single fork
     */
    public record Mean(String one, String other, int cells, double ratio, Optional<Ratio> interval) {}

    /** Judges pairs as one family. */
    static Comparison of(String title, List<Pair> pairs, List<String> warnings, OptionalDouble speed) {
        List<Pair> judged = new ArrayList<>(pairs);
        List<Integer> family = new ArrayList<>();
        List<Ratio> ratios = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Optional<Ratio> ratio = pairs.get(i).logRatio();
            if (ratio.isPresent()) {
                family.add(i);
                ratios.add(ratio.get());
            }
        }
        List<Judgement> judgements = Judgement.of(ratios);
        for (int i = 0; i < family.size(); i++) {
            judged.set(family.get(i), judged.get(family.get(i)).with(judgements.get(i)));
        }
        Map<List<String>, List<Pair>> sides = new LinkedHashMap<>();
        judged.forEach(
                p -> sides.computeIfAbsent(List.of(p.one().name(), p.other().name()), k -> new ArrayList<>())
                        .add(p));
        return new Comparison(
                title,
                judged,
                sides.values().stream()
                        .filter(s -> s.size() > 1)
                        .map(Comparison::mean)
                        .toList(),
                warnings,
                speed);
    }

    private static Mean mean(List<Pair> pairs) {
        double log =
                pairs.stream().mapToDouble(p -> Math.log(p.ratio())).average().orElseThrow();
        List<LogMean> ones =
                pairs.stream().flatMap(p -> p.one().mean().stream()).toList();
        List<LogMean> others =
                pairs.stream().flatMap(p -> p.other().mean().stream()).toList();
        boolean complete = ones.size() == pairs.size() && others.size() == pairs.size();
        return new Mean(
                pairs.get(0).one().name(),
                pairs.get(0).other().name(),
                pairs.size(),
                Math.exp(log),
                complete ? Optional.of(Ratio.geometricMean(ones, others)) : Optional.empty());
    }

    /**
     * A side's rank in a cell: one more than the sides that are proven faster there, so that ranks tie.
     *
     * @param cell any pair of that cell
     */
    public int rank(String side, Pair cell) {
        return 1
                + (int) pairs.stream()
                        .filter(p -> p.payload().equals(cell.payload()) && p.concurrency() == cell.concurrency())
                        .filter(p -> p.judgement().isPresent())
                        .filter(p -> p.one().name().equals(side)
                                        && p.judgement().get().word() == Judgement.Word.SLOWER
                                || p.other().name().equals(side)
                                        && p.judgement().get().word() == Judgement.Word.FASTER)
                        .count();
    }
}
