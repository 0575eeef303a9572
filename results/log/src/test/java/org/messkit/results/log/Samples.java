// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.messkit.loads.ClosedLoad;
import org.messkit.loads.OpenLoad;

/** Small records for tests: what can be in a run, one of each. */
final class Samples {
    static final Instant START = Instant.parse("2026-11-23T10:00:00.250Z");

    private Samples() {}

    static RunInfo info() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("service cores", "1 (pinned to 1)");
        settings.put("heap", "512 MB");
        return new RunInfo(
                "quick-20261123T100000Z",
                "quick",
                "Which parser, <at> 5 kB & 100 kB?\nSecond line",
                START,
                42,
                3,
                List.of("steadiness not tested", "one machine for \"both\" sides"),
                settings);
    }

    static Environment environment() {
        return new Environment(List.of(
                new Environment.Group("machine", List.of(new Environment.Fact("processor", "2 × İstanbul 2.50 GHz"))),
                new Environment.Group("service JVM buffet/dom+naive@pox", List.of())));
    }

    /** What a run of these cells was to do. */
    static RunPlan plan(List<Cell> cells) {
        return new RunPlan(0.001, cells.stream().map(PlannedCell::of).toList());
    }

    /** Begins a run of these cells. */
    static RunWriter run(Path folder, List<Cell> cells) throws IOException {
        return RunWriter.create(folder, info(), plan(cells), "<scenario/>".getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a cell with its intervals. */
    static void write(RunWriter run, Cell cell) throws IOException {
        if (cell.figures().isPresent()) {
            Histogram times = new Histogram(3);
            times.recordValueWithCount(382_655, cell.figures().get().transactions());
            times.setStartTimeStamp(cell.figures().get().start().toEpochMilli());
            times.setEndTimeStamp(times.getStartTimeStamp() + 1000);
            run.histogram(cell.id(), "node1.service", times);
        }
        run.cell(cell);
    }

    static Cell measured(int id) {
        Cell.Figures figures = new Cell.Figures(
                START.plusSeconds(19 + id),
                3.0004,
                31_132,
                2,
                new Cell.Totals(41_000, 1, 2, 40_999),
                new Cell.Times(0.0615, 0.3826549, 0.35, Optional.of(1.2344999), Optional.of(4.5), 1234.5),
                12.3456,
                5240.04,
                812,
                61_234_567.8,
                new Cell.Cpu(0.9876, 1.0001, 0.41, 301.5));
        return cell(id, Outcome.MEASURED, "", Optional.of(figures.withCut(250.5)));
    }

    /** Open load. */
    static Cell open(int id) {
        Cell.Figures figures = new Cell.Figures(
                START.plusSeconds(36 + id),
                30,
                15_001,
                0,
                new Cell.Totals(15_500, 0, 0, 15_500),
                new Cell.Times(0.25, 2.5, 1.5, Optional.of(9.5), Optional.of(12.5), 1000.5),
                12.5,
                5240,
                812,
                3_000_000,
                new Cell.Cpu(0.5, 0.75, 0.25),
                Optional.of(new Cell.Arrivals(
                        new Cell.Times(0.3, 20.5, 1.75, Optional.of(700.25), Optional.of(970.5), 1000.75),
                        15_001,
                        14_998,
                        3,
                        480,
                        470)),
                Optional.of(new Cell.Internals(0.0125, 0.25, 0, 0.001)));
        Cell closed = cell(id, Outcome.MEASURED, "", Optional.of(figures));
        return new Cell(
                id,
                closed.service(),
                closed.payload(),
                OpenLoad.at(500.0, OpenLoad.Arrivals.POISSON, 64),
                1,
                Outcome.MEASURED,
                "",
                closed.figures());
    }

    /** A stateful service, asked for two operations. */
    static Cell stateful(int id) {
        Cell plain = measured(id);
        Cell.Times times = new Cell.Times(0.25, 0.5, 0.375, Optional.of(1.5), Optional.empty(), 20.5);
        Cell.Times few = new Cell.Times(2, 2.5, 2.5, Optional.empty(), Optional.empty(), 3);
        return new Cell(
                id,
                plain.service(),
                plain.payload(),
                plain.load(),
                plain.fork(),
                plain.outcome(),
                plain.reason(),
                plain.figures().map(figures -> figures.withStored(
                                new Cell.Stored(200, 210, 210, -7, -7, 1_000_000, 1_100_000))
                        .withOperations(List.of(
                                new Cell.Operation("get", 31_000, times), new Cell.Operation("insert", 132, few)))));
    }

    /** Each transaction has two exchanges. */
    static Cell ofTwoSteps(int id) {
        Cell.Times times = new Cell.Times(0.25, 0.5, 0.375, Optional.of(1.5), Optional.empty(), 20.5);
        return open(id).withLoad(new OpenLoad(
                        Optional.of(33.5),
                        Optional.of(0.8),
                        OpenLoad.Arrivals.UNIFORM,
                        8,
                        100,
                        Duration.ofMillis(250),
                        Optional.empty()))
                .withFigures(open(id).figures()
                        .orElseThrow()
                        .withExchanges(new Cell.Exchanges(
                                30_002,
                                List.of(
                                        new Cell.Step("login", 15_001, times),
                                        new Cell.Step("order", 15_001, times)))));
    }

    /** The window saw no exchange end. */
    static Cell idle(int id) {
        Cell.Figures figures = new Cell.Figures(
                START.plusSeconds(28 + id),
                3,
                0,
                0,
                new Cell.Totals(1, 1, 0, 0),
                new Cell.Times(0, 0, 0, Optional.empty(), Optional.empty(), 0),
                0,
                0,
                0,
                0,
                new Cell.Cpu(0, 0, Double.NaN));
        return cell(id, Outcome.ERRORS, "wrong answer, at <b>line</b> 1, \"quoted\"", Optional.of(figures));
    }

    static Cell skipped(int id) {
        return cell(id, Outcome.SKIPPED, "the budget was spent", Optional.empty());
    }

    private static Cell cell(int id, Outcome outcome, String reason, Optional<Cell.Figures> figures) {
        return new Cell(
                id,
                new Cell.Service("buffet/dom+naive@pox", "buffet", "dom", "naive", "pox"),
                new Cell.Payload(100_000, 2345, 8),
                new ClosedLoad(4),
                1,
                outcome,
                reason,
                figures);
    }

    /** Runs something with another default locale, and puts the old one back. */
    static <T> T in(String languageTag, Callable<T> work) throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(languageTag));
        try {
            return work.call();
        } finally {
            Locale.setDefault(before);
        }
    }
}
