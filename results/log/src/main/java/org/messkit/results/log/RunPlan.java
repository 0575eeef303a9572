// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.util.List;
import java.util.Optional;

/**
 * What a run was to do, as {@code plan.xml} has it.
 *
 * @param acceptedErrors share of a cell's transactions that may fail, from 0 to 1
 * @param cells in the order of execution
 */
public record RunPlan(double acceptedErrors, List<PlannedCell> cells) {
    /** Copies. */
    public RunPlan {
        cells = List.copyOf(cells);
    }

    /** Why a cell is none of the plan; empty where it is. */
    Optional<String> fault(Cell cell) {
        Optional<PlannedCell> planned =
                cells.stream().filter(other -> other.id() == cell.id()).findFirst();
        if (planned.isEmpty()) {
            return Optional.of("is none of the plan, which has " + cells.size() + " cells");
        }
        return planned.get().isOf(cell)
                ? Optional.empty()
                : Optional.of("is none of the plan: cell " + cell.id() + " was to be "
                        + planned.get().service().name() + ", "
                        + payload(planned.get().payload()) + ", "
                        + planned.get().load().label() + ", fork "
                        + planned.get().fork());
    }

    private static String payload(Cell.Payload payload) {
        return payload.bytes() + " B" + (payload.shares().isEmpty() ? "" : ", " + payload.shares());
    }
}
