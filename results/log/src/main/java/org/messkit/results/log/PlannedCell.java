// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.util.Map;
import java.util.Objects;
import org.messkit.loads.ClosedLoad;
import org.messkit.loads.Load;

/**
 * A cell as it was planned.
 *
 * @param id number in the order of execution, from 1
 * @param fork which fresh service process, from 1
 * @param service what is measured
 * @param payload what it is asked; 0 where the generator chooses elements or depth
 * @param load how it is driven; without a rate where that is a share of a peak
 */
public record PlannedCell(int id, int fork, Cell.Service service, Cell.Payload payload, Load load) {
    /** What a cell of the plan was planned as, before it ran. */
    public static PlannedCell of(Cell cell) {
        return new PlannedCell(cell.id(), cell.fork(), cell.service(), cell.payload(), cell.load());
    }

    /** Whether a cell is this one, run or left out. */
    boolean isOf(Cell cell) {
        return id == cell.id()
                && fork == cell.fork()
                && service.equals(cell.service())
                && payload.bytes() == cell.payload().bytes()
                && payload.answer().equals(cell.payload().answer())
                && payload.share().equals(cell.payload().share())
                && payload.invalid().equals(cell.payload().invalid())
                && isOpenOr(payload.elements(), cell.payload().elements())
                && isOpenOr(payload.depth(), cell.payload().depth())
                && load.kind() == cell.load().kind()
                && fits(cell.load());
    }

    private static boolean isOpenOr(int planned, int made) {
        return planned == 0 || made == 0 || planned == made;
    }

    /** An open load is driven with no more connections than its rate uses. */
    private boolean fits(Load driven) {
        boolean users = load instanceof ClosedLoad
                ? load.concurrency() == driven.concurrency()
                : load.concurrency() >= driven.concurrency();
        Map<String, Object> as = driven.attributes();
        return users
                && load.attributes().entrySet().stream()
                        .filter(planned -> !planned.getKey().equals("concurrency"))
                        .allMatch(planned -> Objects.equals(planned.getValue(), as.get(planned.getKey())));
    }
}
