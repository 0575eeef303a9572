// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.walk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Rules;
import org.messkit.testnodes.controller.scenario.Plan;

/** Steps of a visit in whose windows the compilers were at work: they are measured once more, at the end of the visit. */
final class OnceMore {
    private final boolean accepted;
    private final List<Plan.Step> held = new ArrayList<>();
    private final Set<Integer> repeated = new HashSet<>();

    /**
     * Makes one for a visit.
     *
     * @param accepted whether compilers may be at work
     */
    OnceMore(boolean accepted) {
        this.accepted = accepted;
    }

    /** Whether a cell is to be measured again, and so not kept. */
    boolean holds(Plan.Step step, Cell cell) {
        boolean first = isCold(cell) && !repeated.contains(step.id());
        if (first) {
            held.add(step);
        }
        return first;
    }

    /**
     * Whether the held steps must be made before the next one: a repetition is the last, a share is of the peak, and where levels rise each
     * waits for the one below.
     */
    boolean isDueBefore(Plan.Step next, boolean rising) {
        return !held.isEmpty() && (rising || next.repeats() > 0 || next.load().needsPeak());
    }

    /** The held steps, in their order; each is held once alone. */
    List<Plan.Step> again() {
        List<Plan.Step> steps = List.copyOf(held);
        steps.forEach(step -> repeated.add(step.id()));
        held.clear();
        return steps;
    }

    /** The cell, which says so where it is cold also the second time. */
    Cell remarked(Plan.Step step, Cell cell) {
        return isCold(cell) && repeated.contains(step.id())
                ? cell.withOutcome(cell.outcome(), cell.reason() + ", also when it was measured once more")
                : cell;
    }

    private boolean isCold(Cell cell) {
        return !accepted
                && cell.outcome() == Outcome.NOT_STEADY
                && cell.figures()
                        .flatMap(Cell.Figures::internals)
                        .filter(internals -> internals.compiling() > Rules.COMPILED.value())
                        .isPresent();
    }
}
