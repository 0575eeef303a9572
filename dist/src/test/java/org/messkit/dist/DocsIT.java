// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables in the docs are what the program prints. */
class DocsIT {
    /** The columns of the productivity table that count lines, its first among them. */
    private static final int LINES = 3;

    private static final double MEGABYTES_OFF = 0.15;

    private static final Path LISTS = Kit.checkout().resolve("docs/lists.md");

    @ParameterizedTest
    @ValueSource(strings = {"services", "technologies", "use-cases", "scenarios"})
    void listInTheDocsIsWhatTheProgramPrints(String what, @TempDir Path folder) throws Exception {
        try (Kit kit = Kit.start(folder, List.of(), "list", what)) {
            assertEquals(0, kit.exitCode(), kit::outputOrNothing);
            String block = "    ./messkit list " + what + "\n\n" + indented(kit.output());
            String docs = Files.readString(LISTS);
            assertTrue(docs.contains(block), () -> LISTS + " must have this block:\n\n" + block);
        }
    }

    @Test
    void exitCodesInTheReadmeAreThoseOfTheHelp(@TempDir Path folder) throws Exception {
        try (Kit kit = Kit.start(folder, List.of(), "--help")) {
            assertEquals(0, kit.exitCode(), kit::outputOrNothing);
            String help = kit.output();
            String readme = Files.readString(Kit.checkout().resolve("README.md"));
            for (String code : List.of("0", "1", "2", "3", "4", "5", "130")) {
                assertTrue(help.lines().anyMatch(line -> line.matches("  " + code + " .*")), help);
                assertTrue(readme.contains("\n| " + code + " | "), "the README lacks exit code " + code);
            }
        }
    }

    @Test
    void theProductivityTableHasTheCountsOfToday(@TempDir Path folder) throws Exception {
        Path checkout = Kit.checkout();
        Path counts = folder.resolve("counts.txt");
        Process script = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dmesskit.home=" + Kit.home(),
                        "-cp",
                        Kit.home().resolve("lib") + "/*:" + Kit.home().resolve("node") + "/*",
                        checkout.resolve(".ci/accept/Productivity.java").toString(),
                        "--counts")
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(counts.toFile())
                .start();
        assertTrue(script.waitFor(2, TimeUnit.MINUTES));
        List<String> rows = Files.readAllLines(counts);
        assertEquals(0, script.exitValue(), rows.toString());
        assertEquals(24, rows.size(), rows.toString());
        List<String> docs = Files.readAllLines(checkout.resolve("docs/productivity.md"));
        for (String row : rows) {
            List<String> today = cells(row);
            List<String> documented = docs.stream()
                    .map(DocsIT::cells)
                    .filter(cells -> !cells.isEmpty() && cells.get(0).equals(today.get(0)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("docs/productivity.md lacks: " + row));
            assertEquals(today.subList(0, LINES), documented.subList(0, LINES), row);
            for (int i = LINES; i < today.size(); i++) {
                // Jars are as large as the packer of that day makes them.
                assertEquals(
                        Double.parseDouble(today.get(i)), Double.parseDouble(documented.get(i)), MEGABYTES_OFF, row);
            }
        }
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split("\\|"))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    private static String indented(String text) {
        return text.lines().map(line -> "    " + line + "\n").reduce("", String::concat);
    }
}
