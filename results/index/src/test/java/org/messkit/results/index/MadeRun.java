// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.messkit.loads.ClosedLoad;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Environment;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.PlannedCell;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunInfo;
import org.messkit.results.log.RunPlan;
import org.messkit.results.log.RunReader;
import org.messkit.results.log.RunWriter;

/** A run that was never measured: cells whose truth a test knows, on a machine with four cores on each side. */
public final class MadeRun {
    /** Cores of each side. */
    public static final int CORES = 4;

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final double SECONDS = 10;

    private final List<Cell> cells = new ArrayList<>();
    private final Map<String, String> settings = new LinkedHashMap<>(
            Map.of("service cores", CORES + " (pinned to 4-7)", "TestNode cores", CORES + " (pinned to 0-3)"));

    /**
     * What a cell used, as shares of what there is.
     *
     * @param server of the service's cores
     * @param consumer of the TestNode's cores
     * @param wire bytes per second, in the direction of requests alone
     * @param p99 over the mean time
     * @param internals empty where nobody looked
     */
    public record Seen(double server, double consumer, double wire, double p99, Optional<Cell.Internals> internals) {
        /** All was looked at, and nothing inside the service waits. */
        public static Seen quiet(double server, double consumer) {
            return inside(server, consumer, new Cell.Internals(0.01, 0.01, 0.01, 0.05));
        }

        /** All was looked at. */
        public static Seen inside(double server, double consumer, Cell.Internals internals) {
            return new Seen(server, consumer, 1e5, 1.5, Optional.of(internals));
        }

        /** The same with as much on the link. */
        public Seen withWire(double bytesPerSecond) {
            return new Seen(server, consumer, bytesPerSecond, p99, internals);
        }

        /** The same with other worst times. */
        public Seen withP99(double overMean) {
            return new Seen(server, consumer, wire, overMean, internals);
        }
    }

    /** With a link of which the scenario says what it carries. */
    public MadeRun link(int mbit) {
        settings.put("link", mbit + " Mbit/s");
        return this;
    }

    /** One measured cell; its times are by Little's law. */
    public MadeRun cell(String technology, int bytes, int concurrency, int fork, double tps, Seen seen) {
        long transactions = Math.round(tps * SECONDS);
        double millis = 1000 * concurrency / tps;
        Cell.Figures figures = new Cell.Figures(
                START.plusSeconds(20L * cells.size()),
                SECONDS,
                transactions,
                0,
                new Cell.Totals(transactions, 0, 0, transactions),
                new Cell.Times(
                        millis / 2, millis, millis, Optional.of(seen.p99() * millis), Optional.empty(), 9 * millis),
                10,
                bytes,
                0,
                seen.wire(),
                new Cell.Cpu(CORES * seen.server(), CORES, CORES * seen.consumer()),
                Optional.empty(),
                seen.internals());
        cells.add(new Cell(
                cells.size() + 1,
                new Cell.Service("tv-dinner/" + technology + "@pox", "tv-dinner", technology, "", "pox"),
                new Cell.Payload(bytes, bytes / 40, 8),
                new ClosedLoad(concurrency),
                fork,
                Outcome.MEASURED,
                "",
                Optional.of(figures)));
        return this;
    }

    /** The cells so far. */
    public List<Cell> cells() {
        return List.copyOf(cells);
    }

    private RunInfo info() {
        return new RunInfo("made", "made", "", START, 42, cells.size(), List.of(), settings);
    }

    /** As it is read. */
    public Run run() {
        return new Run(Path.of("unused"), info(), Optional.of("complete"), new Environment(List.of()), cells);
    }

    /** Written into a folder, and read again. */
    public Run written(Path folder) throws IOException {
        try (RunWriter writer = RunWriter.create(
                folder,
                info(),
                new RunPlan(0, cells.stream().map(PlannedCell::of).toList()),
                "<scenario/>".getBytes(StandardCharsets.UTF_8))) {
            for (Cell cell : cells) {
                writer.cell(cell);
            }
            writer.finish("complete");
        }
        return RunReader.read(folder);
    }
}
