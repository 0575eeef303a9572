// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.results.log.Cell;

class SmokeIT {
    @Test
    void everyCellIsMeasuredWithoutErrorsAndEveryCountReconciles(@TempDir Path folder) throws Exception {
        Path run = folder.resolve("run");
        try (Kit kit = Kit.start(folder, List.of(), "run", "smoke", "--out", run.toString())) {
            assertEquals(0, kit.exitCode(), kit::outputOrNothing);
        }
        List<String> rows = Files.readAllLines(run.resolve("summary.csv"));
        List<String> columns = Arrays.asList(rows.get(0).split(","));
        assertTrue(rows.size() > 1, "no cell in summary.csv");
        for (String row : rows.subList(1, rows.size())) {
            List<String> values = Arrays.asList(row.split(",", -1));
            assertAll(
                    row,
                    () -> assertEquals("measured", values.get(columns.indexOf("outcome"))),
                    () -> assertEquals("0", values.get(columns.indexOf("errors"))),
                    () -> assertEquals(
                            number(columns, values, "sent_total") - number(columns, values, "unreached_total"),
                            number(columns, values, "server_count")),
                    () -> assertTrue(number(columns, values, "transactions") > 0));
        }
        assertEquals("complete", Kit.read(run).end().orElseThrow());
        histogramsLieInTheirWindowsAndAddUp(run);
        assertFalse(Files.readString(run.resolve("report.html")).contains("src=\"http"));
    }

    private static void histogramsLieInTheirWindowsAndAddUp(Path run) throws Exception {
        Map<String, Long> counts = new HashMap<>();
        Map<String, Cell.Figures> figures = new HashMap<>();
        for (Cell cell : Kit.read(run).cells()) {
            figures.put(
                    String.format(Locale.ROOT, "%04d.node1.service", cell.id()),
                    cell.figures().orElseThrow());
        }
        try (HistogramLogReader log =
                new HistogramLogReader(run.resolve("histograms.hlog").toFile())) {
            for (var next = log.nextIntervalHistogram(); next != null; next = log.nextIntervalHistogram()) {
                Histogram interval = (Histogram) next;
                Cell.Figures cell = figures.get(interval.getTag());
                long from = cell.start().toEpochMilli();
                assertTrue(interval.getStartTimeStamp() >= from, interval.getTag());
                assertTrue(interval.getEndTimeStamp() <= from + Math.round(cell.seconds() * 1000), interval.getTag());
                counts.merge(interval.getTag(), interval.getTotalCount(), Long::sum);
            }
        }
        figures.forEach((tag, cell) -> assertEquals(cell.transactions(), counts.get(tag), tag));
    }

    @Test
    void everyServicePassesItsFunctionalTests(@TempDir Path folder) throws Exception {
        try (Kit kit = Kit.start(folder, List.of(), "test")) {
            assertEquals(0, kit.exitCode(), kit::outputOrNothing);
            assertFalse(kit.output().contains(": 0 passed"), kit.output());
        }
    }

    private static long number(List<String> columns, List<String> values, String column) throws IOException {
        return Long.parseLong(values.get(columns.indexOf(column)));
    }
}
