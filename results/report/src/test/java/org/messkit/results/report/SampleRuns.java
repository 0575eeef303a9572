// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.messkit.loads.ClosedLoad;
import org.messkit.loads.Load;
import org.messkit.loads.OpenLoad;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Environment;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunInfo;

/** Made-up runs whose figures follow simple laws, so that a reader of the report sees at once whether it draws them right. */
final class SampleRuns {
    static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    static final String HOSTILE = "</script><script>alert('x')</script>{{data}} \"&\"";

    private SampleRuns() {}

    /** Three services and the ceiling, three payloads, five levels, two forks, some cells failed. */
    static Run full(Path folder) {
        return run(
                folder,
                "quick",
                "Which parser for a part-ordering service\nat 5 kB, 100 kB and 500 kB?",
                true,
                cells(2));
    }

    /** The full one, whose first fork had a tenth of its answers wrong. */
    static Run withErrorsInOneFork(Path folder) {
        List<Cell> cells =
                cells(2).stream().map(c -> c.fork() == 1 ? withErrors(c) : c).toList();
        return run(folder, "errors", "", true, cells);
    }

    private static Cell withErrors(Cell cell) {
        Optional<Cell.Figures> figures = cell.figures()
                .map(f -> new Cell.Figures(
                        f.start(),
                        f.seconds(),
                        f.transactions(),
                        f.transactions() / 10,
                        f.total(),
                        f.serviceTime(),
                        f.outsideClockMeanMicros(),
                        f.requestBytes(),
                        f.responseBytes(),
                        f.wireBytesPerSecond(),
                        f.cpu()));
        return new Cell(
                cell.id(),
                cell.service(),
                cell.payload(),
                cell.load(),
                cell.fork(),
                cell.outcome(),
                cell.reason(),
                figures);
    }

    /** One service at one payload, no ceiling. */
    static Run onePayload(Path folder) {
        List<Cell> few = cells(1).stream()
                .filter(c -> c.service().technology().equals("jaxb"))
                .filter(c -> c.payload().bytes() == 5_000)
                .toList();
        return run(folder, "one payload", "", true, few);
    }

    /** The same, and beside it one cell of open load with the number 99, whose service stalled. */
    static Run withOpenLoad(Path folder) {
        List<Cell> cells = new ArrayList<>(onePayload(folder).cells());
        Cell closed = cells.get(0);
        Cell.Figures f = closed.figures().orElseThrow();
        Cell.Times response = new Cell.Times(0.3, 20.5, 1.75, Optional.of(700.0), Optional.of(970.0), 1001);
        Cell.Figures figures = new Cell.Figures(
                f.start(),
                30,
                15_000,
                0,
                new Cell.Totals(15_500, 0, 0, 15_500),
                new Cell.Times(0.25, 2.5, 1.5, Optional.of(9.5), Optional.of(12.5), 1000),
                f.outsideClockMeanMicros(),
                f.requestBytes(),
                f.responseBytes(),
                f.wireBytesPerSecond(),
                f.cpu(),
                Optional.of(new Cell.Arrivals(response, 15_000, 15_000, 0, 480, 470)),
                Optional.empty());
        Load load = OpenLoad.at(500.0, OpenLoad.Arrivals.POISSON, 64);
        cells.add(
                new Cell(99, closed.service(), closed.payload(), load, 1, Outcome.MEASURED, "", Optional.of(figures)));
        return run(folder, "one payload", "", true, cells);
    }

    /** Nothing was run. */
    static Run empty(Path folder) {
        return run(folder, "empty", "A goal", false, List.of());
    }

    /** No cell was measured. */
    static Run allFailed(Path folder) {
        List<Cell> failed = cells(1).stream()
                .map(c -> with(c, c.service().name(), Outcome.SERVICE_FAILED, "the service ended with code 137"))
                .toList();
        return run(folder, "all failed", "A goal", true, failed);
    }

    /** Names, goals and reasons that are markup. */
    static Run hostile(Path folder) {
        List<Cell> cells = cells(1).stream()
                .map(c -> with(c, c.service().name() + HOSTILE, c.outcome(), c.reason() + HOSTILE))
                .toList();
        return run(folder, HOSTILE, HOSTILE, true, cells);
    }

    private static Run run(Path folder, String name, String goal, boolean complete, List<Cell> cells) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("service cores", name.equals(HOSTILE) ? HOSTILE : "1 (pinned to 1)");
        settings.put("heap", "512 MB");
        settings.put("timing", "warm-up 15 s, settle 1 s, window 3 s");
        RunInfo info = new RunInfo(
                "sample-20261123T100000Z",
                name,
                goal,
                START,
                42,
                cells.size(),
                List.of(
                        "steadiness not tested",
                        name.equals(HOSTILE) ? HOSTILE : "service and consumer share one machine"),
                settings);
        Environment environment = new Environment(List.of(
                new Environment.Group(
                        "machine",
                        List.of(
                                new Environment.Fact("processor", "2 × Example 2.50 GHz"),
                                new Environment.Fact("memory", "8 GB"))),
                new Environment.Group(
                        "service JVM tv-dinner/jaxb@soap11",
                        List.of(new Environment.Fact("flags", "-Xms512m -Xmx512m -XX:+UseParallelGC")))));
        return new Run(folder, info, complete ? Optional.of("complete") : Optional.empty(), environment, cells);
    }

    private static List<Cell> cells(int forks) {
        Map<Cell.Service, Double> microsPerKilobyte = new LinkedHashMap<>();
        microsPerKilobyte.put(new Cell.Service("tv-dinner/jaxb@soap11", "tv-dinner", "jaxb", "", "soap11"), 38.0);
        microsPerKilobyte.put(new Cell.Service("sushi-boats/stax@soap11", "sushi-boats", "stax", "", "soap11"), 21.0);
        microsPerKilobyte.put(new Cell.Service("buffet/dom@soap11", "buffet", "dom", "", "soap11"), 64.0);
        microsPerKilobyte.put(new Cell.Service("null/baseline@soap11", "null", "baseline", "", "soap11"), 2.0);
        List<Cell> cells = new ArrayList<>();
        for (int fork = 1; fork <= forks; fork++) {
            for (Map.Entry<Cell.Service, Double> service : microsPerKilobyte.entrySet()) {
                for (int bytes : new int[] {5_000, 100_000, 500_000}) {
                    for (int level : new int[] {1, 2, 4, 8, 16}) {
                        cells.add(cell(cells.size() + 1, service.getKey(), service.getValue(), bytes, level, fork));
                    }
                }
            }
        }
        return cells;
    }

    /** Throughput by the universal scalability law: rises, has a top, falls a little. */
    private static Cell cell(int id, Cell.Service service, double micros, int bytes, int level, int fork) {
        double alone = 1e6 / (120 + micros * bytes / 1000 + (micros > 60 ? bytes / 50.0 : 0));
        double tps = alone * level / (1 + 0.4 * (level - 1) + 0.012 * level * (level - 1)) * (1 + 0.06 * (fork - 1));
        double millis = level / tps * 1000 * 0.97;
        long transactions = Math.round(tps * 3);
        Cell.Figures figures = new Cell.Figures(
                START.plusSeconds(20L * id),
                3,
                transactions,
                0,
                new Cell.Totals(transactions + 40, 0, 0, transactions + 40),
                new Cell.Times(
                        millis * 0.4,
                        millis,
                        millis * 0.9,
                        transactions >= 1000 ? Optional.of(millis * 2.7) : Optional.empty(),
                        Optional.empty(),
                        millis * 6),
                18,
                bytes + 240,
                812,
                tps * (bytes + 1400),
                new Cell.Cpu(0.95, 1.0, 0.31));
        Cell cell = new Cell(
                id,
                service,
                new Cell.Payload(bytes, bytes / 43, 8),
                new ClosedLoad(level),
                fork,
                Outcome.MEASURED,
                "",
                Optional.of(figures));
        return failed(cell);
    }

    private static Cell failed(Cell cell) {
        int level = cell.load().concurrency();
        int bytes = cell.payload().bytes();
        String technology = cell.service().technology();
        if (technology.equals("dom") && bytes == 500_000 && level >= 8) {
            return level == 8
                    ? with(cell, cell.service().name(), Outcome.ERRORS, "12 of 480 answers were wrong")
                    : skipped(cell);
        }
        if (technology.equals("stax") && bytes == 5_000 && level == 4) {
            return with(cell, cell.service().name(), Outcome.CONSUMER_LIMITED, "the TestNode used 0.98 of 1 core");
        }
        return cell;
    }

    private static Cell skipped(Cell c) {
        return new Cell(
                c.id(),
                c.service(),
                c.payload(),
                c.load(),
                c.fork(),
                Outcome.SKIPPED,
                "the level below failed",
                Optional.empty());
    }

    private static Cell with(Cell c, String name, Outcome outcome, String reason) {
        Cell.Service s = c.service();
        return new Cell(
                c.id(),
                new Cell.Service(name, s.useCase(), s.technology(), s.variant(), s.binding()),
                c.payload(),
                c.load(),
                c.fork(),
                outcome,
                reason,
                c.figures());
    }
}
