// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;

/**
 * One point of a line: one service, payload and level over all forks. Figures are means over the measured cells.
 *
 * @param cells at least one, measured or not
 */
record Point(Grid.Service service, Grid.Panel panel, int concurrency, List<Cell> cells) {
    Point {
        cells = List.copyOf(cells);
    }

    /** The figures of the measured cells: no other has one that may be shown as a result. */
    List<Cell.Figures> measured() {
        return cells.stream()
                .filter(c -> c.outcome() == Outcome.MEASURED)
                .flatMap(c -> c.figures().stream())
                .toList();
    }

    boolean isMeasured() {
        return !measured().isEmpty();
    }

    /** TPS of each measured cell. */
    List<Double> forks() {
        return measured().stream().map(Cell.Figures::tps).toList();
    }

    OptionalDouble tps() {
        return measured().stream().mapToDouble(Cell.Figures::tps).average();
    }

    /** Mean service time, weighed by exchanges, as if all forks were one run. */
    OptionalDouble meanMillis() {
        double exchanges = measured().stream()
                .mapToDouble(f -> f.transactions() + f.errors())
                .sum();
        double millis = measured().stream()
                .mapToDouble(
                        f -> (f.transactions() + f.errors()) * f.serviceTime().meanMillis())
                .sum();
        return exchanges > 0 ? OptionalDouble.of(millis / exchanges) : OptionalDouble.empty();
    }

    /** Mean of the forks' 99th percentiles, if every measured one has it. */
    OptionalDouble p99Millis() {
        Function<Cell.Figures, Optional<Double>> p99 = f -> f.serviceTime().p99Millis();
        return measured().stream().map(p99).allMatch(Optional::isPresent)
                ? measured().stream()
                        .mapToDouble(f -> p99.apply(f).orElseThrow())
                        .average()
                : OptionalDouble.empty();
    }
}
