// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.cells;

import java.util.List;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Run;

/**
 * Gives cells that did not run the shape of their payload. The generator decides on elements and depth where the scenario leaves them open, so
 * that a cell which never came to it has none; it is the same payload all the same.
 */
public final class Shapes {
    private Shapes() {}

    /** The run with the shapes of all cells of which they can be known. */
    public static Run known(Run run) {
        List<Cell> ran =
                run.cells().stream().filter(cell -> cell.figures().isPresent()).toList();
        List<Cell> cells = run.cells().stream().map(cell -> shaped(cell, ran)).toList();
        return cells.equals(run.cells()) ? run : run.with(cells);
    }

    private static Cell shaped(Cell cell, List<Cell> ran) {
        Cell.Payload own = cell.payload();
        if (cell.figures().isPresent() || own.elements() > 0 && own.depth() > 0) {
            return cell;
        }
        List<Cell.Payload> shapes = ran.stream()
                .filter(other -> other.service().equals(cell.service()))
                .map(Cell::payload)
                .filter(shape -> shape.bytes() == own.bytes()
                        && shape.answer().equals(own.answer())
                        && shape.share().equals(own.share())
                        && shape.invalid().equals(own.invalid())
                        && (own.elements() == 0 || own.elements() == shape.elements())
                        && (own.depth() == 0 || own.depth() == shape.depth()))
                .distinct()
                .toList();
        // Of several none is more the one that was meant.
        return shapes.size() != 1 ? cell : cell.withPayload(shapes.get(0));
    }
}
