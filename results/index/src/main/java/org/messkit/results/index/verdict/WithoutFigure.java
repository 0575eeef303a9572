// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.verdict;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.messkit.results.index.curve.Curve;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.index.curve.View;
import org.messkit.results.index.verdict.Verdict.OverDriven;
import org.messkit.results.index.verdict.Verdict.Undecided;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;

/** The verdict on a level that no fork measured. A failed cell's figures tell little: where its outcome does not decide, nothing does. */
public final class WithoutFigure {
    private WithoutFigure() {}

    /**
     * The verdict on a level of closed load.
     *
     * @param cells of that level, none measured, 1 or more
     * @param curve of their service and payload; empty where no level was measured
     * @param seen what the cells show together; empty where none has a valid transaction
     */
    public static Finding closed(
            List<Cell> cells, Optional<Curve> curve, Optional<CurvePoint> seen, Conditions conditions) {
        Set<Outcome> outcomes = outcomes(cells);
        int concurrency = cells.get(0).load().concurrency();
        if (outcomes.equals(Set.of(Outcome.CONSUMER_LIMITED)) && seen.isPresent()) {
            return WhatIf.limited(seen.get(), reason(cells), conditions);
        }
        boolean over = curve.map(c -> c.view(concurrency) == View.C).orElse(false);
        if (outcomes.equals(Set.of(Outcome.ERRORS)) && over) {
            return new Finding(
                    new OverDriven(),
                    "answers fail above the level of most TPS, which counts as over-driven",
                    numbers(cells),
                    "see why answers fail; run again with half the CR");
        }
        return undecided(cells);
    }

    /** Undecided, by the outcome of all that ran. */
    static Finding undecided(List<Cell> cells) {
        Set<Outcome> outcomes = outcomes(cells);
        if (outcomes.size() > 1) {
            return finding(
                    cells, "its forks ended in different ways", "see why in the table of all cells, and measure again");
        }
        return switch (outcomes.isEmpty()
                ? Outcome.SKIPPED
                : outcomes.iterator().next()) {
            case SKIPPED -> finding(cells, "it was not run", "see what came before, and run it");
            case NOT_STEADY ->
                finding(
                        cells,
                        "the service had not settled by the cap: a figure would be of its warm-up",
                        "raise the cap of <steady>, or look for what goes on changing");
            case DRIFTING ->
                finding(
                        cells,
                        "the service changed within the window: a figure would be of two states",
                        "look for a leak, or for other work on the machine, and measure again");
            case ERRORS ->
                finding(
                        cells,
                        "answers were wrong or failed beyond the limit: a figure would be of other work",
                        "see why answers fail, at one request at a time first");
            case INCONSISTENT ->
                finding(
                        cells,
                        "counts or the cycle law do not agree: a figure could not be believed",
                        "measure again; if it stays so, look for what its numbers name in rig and service");
            case LOST_NODE -> finding(cells, "a TestNode vanished", "see the TestNode's log, and measure again");
            case SERVICE_FAILED ->
                finding(cells, "the service or its store failed", "see the service's log, and measure again");
            case CONSUMER_LIMITED ->
                finding(
                        cells,
                        "the TestNode was the limit, but no transaction shows by what",
                        "measure again while nothing else runs, or with more TestNodes");
            case OVERLOADED, MEASURED, REPEATED, PROFILED -> finding(cells, "nothing was measured", "measure again");
        };
    }

    /** The outcomes of what ran. */
    static Set<Outcome> outcomes(List<Cell> cells) {
        Set<Outcome> outcomes =
                cells.stream().map(Cell::outcome).collect(Collectors.toCollection(() -> EnumSet.noneOf(Outcome.class)));
        outcomes.remove(Outcome.SKIPPED);
        return outcomes;
    }

    /** Of each outcome how many cells, and why the first of them. */
    static String numbers(List<Cell> cells) {
        Map<Outcome, List<Cell>> each =
                cells.stream().collect(Collectors.groupingBy(Cell::outcome, LinkedHashMap::new, Collectors.toList()));
        List<String> words = new ArrayList<>();
        each.forEach((outcome, some) -> {
            String why = reason(some);
            words.add(some.size() + " " + outcome.label() + (why.isEmpty() ? "" : ": " + why));
        });
        return String.join("; ", words);
    }

    static String reason(List<Cell> cells) {
        return cells.get(0).reason();
    }

    private static Finding finding(List<Cell> cells, String rule, String next) {
        return new Finding(new Undecided(), rule, numbers(cells), next);
    }
}
