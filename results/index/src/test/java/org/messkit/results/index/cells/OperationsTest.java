// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.results.index.SampleRun;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;

class OperationsTest {
    @TempDir
    private Path folder;

    @Test
    void forksOfALevelAreOneRow() {
        // Ten seconds each.
        Cell first = cell(
                1,
                Outcome.MEASURED,
                operation("get", 3000, 2, Optional.of(8.0)),
                operation("insert", 10, 5, Optional.empty()));
        Cell second = cell(2, Outcome.MEASURED, operation("get", 1000, 4, Optional.of(16.0)));
        Cell failed = cell(3, Outcome.INCONSISTENT, operation("get", 9000, 100, Optional.of(900.0)));
        List<Operations> operations = Operations.of(List.of(first, second, failed));
        assertEquals(2, operations.size());
        Operations get = operations.get(0);
        assertEquals("get", get.operation());
        assertEquals(4000, get.transactions());
        assertEquals(200, get.tps(), 1e-9);
        assertEquals(2.5, get.meanMillis(), 1e-9, "weighed by transactions");
        assertEquals(3, get.p50Millis().orElseThrow(), 1e-9);
        assertEquals(12, get.p99Millis().orElseThrow(), 1e-9);
        assertEquals(Optional.empty(), operations.get(1).p99Millis());
        assertEquals(0.5, operations.get(1).tps(), 1e-9, "none in the second fork");
    }

    @Test
    void stepsOfForksAreOneRowEach() {
        Cell.Times times = new Cell.Times(1, 2, 2, Optional.of(8.0), Optional.empty(), 99);
        Cell plain = cell(1, Outcome.MEASURED);
        Cell stepped = plain.withFigures(plain.figures()
                .orElseThrow()
                .withExchanges(new Cell.Exchanges(
                        2000, List.of(new Cell.Step("login", 1000, times), new Cell.Step("order", 1000, times)))));
        assertEquals(List.of(), Operations.steps(List.of(plain)));
        assertEquals(List.of(), Operations.of(List.of(stepped)));
        assertEquals(
                List.of("login", "order"),
                Operations.steps(List.of(stepped)).stream()
                        .map(Operations::operation)
                        .toList());
        assertEquals(1000, Operations.steps(List.of(stepped)).get(0).transactions());
    }

    private static Cell.Operation operation(String name, long transactions, double millis, Optional<Double> p99) {
        return new Cell.Operation(
                name, transactions, new Cell.Times(millis / 2, millis, millis, p99, Optional.empty(), 99));
    }

    private Cell cell(int fork, Outcome outcome, Cell.Operation... operations) {
        Cell sample = SampleRun.of(folder, "sample", 1, 1).cells().get(0);
        return new Cell(
                fork,
                sample.service(),
                sample.payload(),
                sample.load(),
                fork,
                outcome,
                "",
                sample.figures().map(figures -> figures.withOperations(List.of(operations))));
    }
}
