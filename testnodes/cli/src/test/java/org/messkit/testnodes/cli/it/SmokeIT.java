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
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmokeIT {
    @Test
    @Tag("alone")
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
        Kit.histogramsLieInTheirWindowsAndAddUp(Kit.read(run));
        assertFalse(Files.readString(run.resolve("report.html")).contains("src=\"http"));
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
