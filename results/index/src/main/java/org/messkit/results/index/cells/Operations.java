// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.cells;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.messkit.loads.Load;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;

/**
 * Service times of one operation at one level, over the measured cells of all forks.
 *
 * @param transactions validated ones, all forks together
 * @param tps of the operation alone, mean over the measured cells, also those that it did not occur in
 * @param meanMillis over all transactions
 * @param p50Millis mean over the cells that it occurred in; empty where one of them has fewer than 20 of its transactions
 * @param p99Millis likewise; empty where one of them has fewer than 1,000 of its transactions
 */
public record Operations(
        Cell.Service service,
        Cell.Payload payload,
        Load load,
        String operation,
        long transactions,
        double tps,
        double meanMillis,
        Optional<Double> p50Millis,
        Optional<Double> p99Millis) {

    private record Key(Level level, String operation) {}

    private record Level(Cell.Service service, Cell.Payload payload, Load load) {}

    /** All of a run's measured cells, in the order of their first; empty where no use case has several operations. */
    public static List<Operations> of(List<Cell> cells) {
        return of(cells, Cell.Figures::operations);
    }

    /** The same of the steps of transactions with several exchanges: each exchange of a step stands for a transaction of an operation. */
    public static List<Operations> steps(List<Cell> cells) {
        return of(cells, figures -> figures.exchanges().stream()
                .flatMap(exchanges -> exchanges.steps().stream())
                .map(step -> new Cell.Operation(step.name(), step.exchanges(), step.time()))
                .toList());
    }

    private static List<Operations> of(List<Cell> cells, Function<Cell.Figures, List<Cell.Operation>> parts) {
        Map<Key, List<Cell.Operation>> seen = new LinkedHashMap<>();
        Map<Key, Double> inWindows = new HashMap<>();
        Map<Level, Double> seconds = new HashMap<>();
        for (Cell cell : cells) {
            if (cell.outcome() == Outcome.MEASURED) {
                Cell.Figures figures = cell.figures().orElseThrow();
                Level level = new Level(cell.service(), cell.payload(), cell.load());
                seconds.merge(level, figures.seconds(), Double::sum);
                // TPS have no edges of the window in them; the counts by operation do.
                double each = figures.tps() * figures.seconds() / Math.max(1, figures.transactions());
                for (Cell.Operation operation : parts.apply(figures)) {
                    Key key = new Key(level, operation.name());
                    seen.computeIfAbsent(key, k -> new ArrayList<>()).add(operation);
                    inWindows.merge(key, each * operation.transactions(), Double::sum);
                }
            }
        }
        List<Operations> all = new ArrayList<>();
        seen.forEach((key, forks) -> all.add(of(key, forks, inWindows.get(key) / seconds.get(key.level()))));
        return all;
    }

    private static Operations of(Key key, List<Cell.Operation> forks, double tps) {
        long transactions = 0;
        double millis = 0;
        Optional<Double> p50 = Optional.of(0.0);
        Optional<Double> p99 = Optional.of(0.0);
        for (Cell.Operation fork : forks) {
            long count = fork.transactions();
            Cell.Times times = fork.serviceTime();
            transactions += count;
            millis += count * times.meanMillis();
            p50 = p50.flatMap(sum -> times.p50Millis().map(one -> sum + one / forks.size()));
            p99 = p99.flatMap(sum -> times.p99Millis().map(one -> sum + one / forks.size()));
        }
        return new Operations(
                key.level().service(),
                key.level().payload(),
                key.level().load(),
                key.operation(),
                transactions,
                tps,
                transactions == 0 ? 0 : millis / transactions,
                p50,
                p99);
    }
}
