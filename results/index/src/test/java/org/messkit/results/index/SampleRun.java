// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.messkit.loads.ClosedLoad;
import org.messkit.results.index.law.UniversalScalability;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Environment;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunInfo;

/** A made-up run of two technologies and the ceiling, by known laws, with forks that differ by a known share. */
public final class SampleRun {
    /** TPS of JAXB at 5,000 bytes. */
    static final UniversalScalability JAXB = new UniversalScalability(1_000, 0.1, 0.01);

    private static final double[] FORKS = {0.98, 1.01, 1.0, 1.02, 0.99};
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private SampleRun() {}

    /** The run with so many forks, up to five, each service's TPS times the factor. */
    public static Run of(Path folder, String id, int forks, double factor) {
        List<Cell> cells = new ArrayList<>();
        for (int fork = 1; fork <= forks; fork++) {
            for (String technology : List.of("jaxb", "stax", "baseline")) {
                for (int bytes : new int[] {5_000, 20_000}) {
                    for (int level : new int[] {1, 2, 4, 8, 16, 32}) {
                        cells.add(cell(cells.size() + 1, technology, bytes, level, fork, factor));
                    }
                }
            }
        }
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("service cores", "4 (pinned to 4-7)");
        settings.put("TestNode cores", "4 (pinned to 0-3)");
        settings.put("service heap", factor == 1 ? "512m" : "1g");
        RunInfo info = new RunInfo(id, "sample", "", START, 42, cells.size(), List.of(), settings);
        Environment environment = new Environment(
                List.of(new Environment.Group("machine", List.of(new Environment.Fact("load average at start", id)))));
        return new Run(folder, info, Optional.of("complete"), environment, cells);
    }

    private static Cell cell(int id, String technology, int bytes, int level, int fork, double factor) {
        boolean ceiling = technology.equals("baseline");
        String useCase = ceiling ? "null" : "tv-dinner";
        double speed = ceiling ? 8 : technology.equals("stax") ? 1.5 : 1;
        // JAXB falls by 8 for 4 times the data, the others by 4.
        double size = bytes == 5_000 ? 1 : technology.equals("jaxb") ? 1.0 / 8 : 1.0 / 4;
        // Forks of StAX differ in another order than those of JAXB: their effects are not paired.
        double effect = FORKS[(fork - 1 + (technology.equals("stax") ? 1 : 0)) % FORKS.length];
        double tps = factor * speed * size * effect * JAXB.tps(level);
        double seconds = 10;
        long transactions = Math.round(tps * seconds);
        double millis = 1000 * level / tps;
        boolean limited = ceiling && level == 32;
        Cell.Figures figures = new Cell.Figures(
                START.plusSeconds(20L * id),
                seconds,
                transactions,
                0,
                new Cell.Totals(transactions, 0, 0, transactions),
                new Cell.Times(
                        millis / 2,
                        millis,
                        millis,
                        transactions >= 1000 ? Optional.of(3 * millis) : Optional.empty(),
                        Optional.empty(),
                        9 * millis),
                10,
                bytes + 200,
                300,
                tps * (bytes + 700),
                new Cell.Cpu(4 * Math.min(0.97, level / 8.0), 4, limited ? 3.9 : 0.4));
        return new Cell(
                id,
                new Cell.Service(useCase + "/" + technology + "@pox", useCase, technology, "", "pox"),
                new Cell.Payload(bytes, bytes / 40, 8),
                new ClosedLoad(level),
                fork,
                limited ? Outcome.CONSUMER_LIMITED : Outcome.MEASURED,
                limited ? "the TestNode used 3.9 of 4 cores" : "",
                Optional.of(figures));
    }
}
