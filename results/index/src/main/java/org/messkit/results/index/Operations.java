// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;

/**
 * Service times of one operation at one level, over the measured cells of all forks.
 *
 * @param transactions validated ones, all forks together
 * @param tps of the operation alone, mean over the forks
 * @param meanMillis over all transactions
 * @param p50Millis mean over the forks
 * @param p99Millis mean over the forks; empty where one of them has fewer than 1,000 transactions
 */
public record Operations(
        Cell.Service service,
        Cell.Payload payload,
        Cell.Load load,
        String operation,
        long transactions,
        double tps,
        double meanMillis,
        double p50Millis,
        Optional<Double> p99Millis) {

    private record Key(Cell.Service service, Cell.Payload payload, Cell.Load load, String operation) {}

    private record Seen(double seconds, Cell.Operation operation) {}

    /** All of a run's measured cells, in the order of their first; empty where no use case has several operations. */
    public static List<Operations> of(List<Cell> cells) {
        Map<Key, List<Seen>> seen = new LinkedHashMap<>();
        for (Cell cell : cells) {
            if (cell.outcome() == Outcome.MEASURED) {
                Cell.Figures figures = cell.figures().orElseThrow();
                for (Cell.Operation operation : figures.operations()) {
                    Key key = new Key(cell.service(), cell.payload(), cell.load(), operation.name());
                    seen.computeIfAbsent(key, k -> new ArrayList<>()).add(new Seen(figures.seconds(), operation));
                }
            }
        }
        List<Operations> all = new ArrayList<>();
        seen.forEach((key, forks) -> all.add(of(key, forks)));
        return all;
    }

    private static Operations of(Key key, List<Seen> forks) {
        long transactions = 0;
        double millis = 0;
        double tps = 0;
        double p50 = 0;
        Optional<Double> p99 = Optional.of(0.0);
        for (Seen fork : forks) {
            long count = fork.operation().transactions();
            Cell.Times times = fork.operation().serviceTime();
            transactions += count;
            millis += count * times.meanMillis();
            tps += count / fork.seconds() / forks.size();
            p50 += times.p50Millis() / forks.size();
            p99 = p99.flatMap(sum -> times.p99Millis().map(one -> sum + one / forks.size()));
        }
        return new Operations(
                key.service(),
                key.payload(),
                key.load(),
                key.operation(),
                transactions,
                tps,
                transactions == 0 ? 0 : millis / transactions,
                p50,
                p99);
    }
}
