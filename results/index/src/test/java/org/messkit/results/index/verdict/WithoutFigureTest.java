// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.messkit.loads.ClosedLoad;
import org.messkit.results.index.curve.Curve;
import org.messkit.results.index.curve.Points;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;

class WithoutFigureTest {
    private static final Conditions FOUR_CORES =
            new Conditions(OptionalDouble.of(4), OptionalDouble.of(4), OptionalDouble.empty(), true);

    @ParameterizedTest
    @EnumSource
    void everyOutcomeHasItsRuleNumbersAndNextStep(Outcome outcome) {
        Finding f = closed(Optional.empty(), cell(outcome, "as said"), cell(outcome, "said otherwise"));
        assertEquals(new Verdict.Undecided(), f.verdict());
        assertFalse(f.rule().isEmpty() || f.next().isEmpty(), f.toString());
        assertEquals("2 " + outcome.label() + ": as said", f.numbers());
    }

    @Test
    void failuresOfEachKindReadDifferently() {
        Set<String> rules = new HashSet<>();
        List<Outcome> failures = new ArrayList<>(List.of(Outcome.values()));
        failures.removeAll(List.of(Outcome.MEASURED, Outcome.REPEATED, Outcome.OVERLOADED));
        failures.forEach(
                outcome -> rules.add(closed(Optional.empty(), cell(outcome, "")).rule()));
        assertEquals(failures.size(), rules.size(), rules.toString());
    }

    @Test
    void forksThatFailedInDifferentWaysAreToldApart() {
        Finding f = closed(
                Optional.empty(),
                cell(Outcome.ERRORS, "12 of 300 failed"),
                cell(Outcome.SKIPPED, "the budget is spent"),
                cell(Outcome.NOT_STEADY, ""));
        assertEquals("its forks ended in different ways", f.rule());
        assertEquals("1 errors: 12 of 300 failed; 1 skipped: the budget is spent; 1 not steady", f.numbers());
    }

    @Test
    void errorsAboveTheKneeAreOverDrivenAndBelowItAreNot() {
        // The knee is at 8, the cell at 16.
        Curve over = new Curve(Points.curve(4, 400, 8, 800, 12, 800).points(), Set.of(16));
        assertEquals(
                new Verdict.OverDriven(),
                closed(Optional.of(over), cell(Outcome.ERRORS, "")).verdict());
        Curve under = new Curve(Points.curve(20, 400, 40, 800, 80, 800).points(), Set.of(16));
        assertEquals(
                new Verdict.Undecided(),
                closed(Optional.of(under), cell(Outcome.ERRORS, "")).verdict());
        assertEquals(
                new Verdict.Undecided(),
                closed(Optional.of(over), cell(Outcome.LOST_NODE, "")).verdict());
    }

    private static Finding closed(Optional<Curve> curve, Cell... cells) {
        return WithoutFigure.closed(List.of(cells), curve, Optional.empty(), FOUR_CORES);
    }

    private static Cell cell(Outcome outcome, String reason) {
        return new Cell(
                1,
                new Cell.Service("a/b@pox", "a", "b", "", "pox"),
                new Cell.Payload(5_000, 100, 8),
                new ClosedLoad(16),
                1,
                outcome,
                reason,
                Optional.empty());
    }
}
