// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;

class SmokeIT {
    @Tag("alone")
    @Test
    void everyCellEndsWithoutErrorsAndEveryCountReconciles(@TempDir Path folder) throws Exception {
        Path run = folder.resolve("run");
        try (Kit kit = Kit.start(folder, List.of(), "run", "smoke", "--out", run.toString())) {
            kit.assertHolds(run);
        }
        List<String> rows = Files.readAllLines(run.resolve("summary.csv"));
        List<String> columns = Arrays.asList(rows.get(0).split(","));
        assertTrue(rows.size() > 1, "no cell in summary.csv");
        for (String row : rows.subList(1, rows.size())) {
            List<String> values = Arrays.asList(row.split(",", -1));
            assertAll(
                    row,
                    () -> assertEquals("0", values.get(columns.indexOf("errors"))),
                    () -> assertEquals(
                            number(columns, values, "sent_total") - number(columns, values, "unreached_total"),
                            number(columns, values, "server_count")),
                    () -> assertTrue(number(columns, values, "transactions") > 0));
        }
        long measured = Kit.read(run).cells().stream()
                .filter(cell -> cell.outcome() == Outcome.MEASURED)
                .count();
        assertTrue(measured > (rows.size() - 1) / 2, measured + " cells measured of " + (rows.size() - 1));
        assertEquals("complete", Kit.read(run).end().orElseThrow());
        Kit.histogramsLieInTheirWindowsAndAddUp(Kit.read(run));
        assertFalse(Files.readString(run.resolve("report.html")).contains("src=\"http"));
    }

    /** Two JVMs, though the second is a folder that leads to the first: a machine need not have two. */
    @Test
    void aServiceRunsOnSeveralJvmsSideBySide(@TempDir Path folder) throws Exception {
        Path other = folder.resolve("jdk");
        Path java = Files.createDirectories(other.resolve("bin")).resolve("java");
        Files.writeString(
                java, "#!/bin/sh\nexec '" + System.getProperty("java.home") + "/bin/java' -Dmesskit.other=1 \"$@\"\n");
        assertTrue(java.toFile().setExecutable(true));
        Files.writeString(other.resolve("release"), "JAVA_VERSION=\"99.0.1\"\n");
        Path scenario = Kit.scenario(folder, "null/baseline@pox", "1", "500ms");
        String own = Runtime.version().feature() + "," + other;
        Files.writeString(
                scenario, Files.readString(scenario).replace("<service-jvm ", "<service-jvm java=\"" + own + "\" "));
        Path run = folder.resolve("run");
        try (Kit kit = Kit.start(folder, List.of(), "run", scenario.toString(), "--out", run.toString())) {
            kit.assertHolds(run);
        }
        Set<String> names = new TreeSet<>();
        for (Cell cell : Kit.read(run).cells()) {
            names.add(cell.service().name().replaceFirst("JDK (?!99).*", "JDK own"));
        }
        assertEquals(Set.of("null/baseline@pox on JDK own", "null/baseline@pox on JDK 99.0.1"), names);
    }

    private static long number(List<String> columns, List<String> values, String column) throws IOException {
        return Long.parseLong(values.get(columns.indexOf(column)));
    }
}
