// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.messkit.loads.ClosedLoad;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Environment;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.PlannedCell;
import org.messkit.results.log.RunInfo;
import org.messkit.results.log.RunPlan;
import org.messkit.results.log.RunWriter;

/** A run's folder with figures that pass every proof, and of which no two are the same. */
final class SampleFolder {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private SampleFolder() {}

    /**
     * The cells: two services, two levels, two forks.
     *
     * @param about transactions of the first; those of the others follow
     */
    static List<Cell> cells(int about) {
        List<Cell> cells = new ArrayList<>();
        for (int fork = 1; fork <= 2; fork++) {
            for (String technology : List.of("dom", "stax")) {
                for (int level : List.of(1, 2)) {
                    int id = cells.size() + 1;
                    cells.add(cell(id, technology, level, fork, about + 137 * id + 11 * about * (level - 1) / 10));
                }
            }
        }
        return cells;
    }

    /** Writes a run with all files that a run has; its name is in each of those that are not of a cell. */
    static void write(Path folder, String name, List<Cell> cells, boolean finished) throws IOException {
        RunInfo info = new RunInfo(name, "s", "", START, 7, cells.size(), List.of("a note"), Map.of("heap", "512m"));
        RunPlan plan = new RunPlan(
                name.length() / 100.0, cells.stream().map(PlannedCell::of).toList());
        String scenario = "<scenario xmlns=\"urn:messkit:scenario:1\" name=\"" + name + "\"/>\n";
        try (RunWriter run = RunWriter.create(folder, info, plan, scenario.getBytes(StandardCharsets.UTF_8))) {
            Environment.Fact cores = new Environment.Fact("host", name);
            run.environment(new Environment(List.of(new Environment.Group("machine", List.of(cores)))));
            for (Cell cell : cells) {
                run.histogram(cell.id(), "node1.service", times(cell));
                run.monitor(cell.id(), List.of(List.of("second", "server"), List.of("1", cell.id() + name)));
                run.cell(cell);
            }
            if (finished) {
                run.finish("complete");
            }
        }
    }

    private static Histogram times(Cell cell) {
        Histogram times = new Histogram(3);
        times.recordValueWithCount(100_000, cell.figures().orElseThrow().transactions());
        times.setStartTimeStamp(START.toEpochMilli() + 1000L * cell.id());
        times.setEndTimeStamp(times.getStartTimeStamp() + 1000);
        return times;
    }

    private static Cell cell(int id, String technology, int level, int fork, int transactions) {
        double mean = 1000.0 * level / transactions - 0.001;
        Cell.Figures figures = new Cell.Figures(
                START.plusSeconds(id),
                1,
                transactions,
                0,
                new Cell.Totals(transactions + 50, 0, 0, transactions + 50),
                new Cell.Times(mean / 2, mean, mean, Optional.of(mean * 2), Optional.empty(), 9),
                1,
                5200,
                300,
                1e6,
                new Cell.Cpu(0.9, 1, 0.2));
        return new Cell(
                id,
                new Cell.Service("buffet/" + technology + "@pox", "buffet", technology, "", "pox"),
                new Cell.Payload(5000, 100, 8),
                new ClosedLoad(level),
                fork,
                Outcome.MEASURED,
                "",
                Optional.of(figures.withCut(0)));
    }
}
