// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables in the docs are what the program prints. */
class DocsIT {
    private static final Path LISTS = Kit.home().resolve("docs/lists.md");

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
            String readme = Files.readString(Kit.home().resolve("README.md"));
            for (String code : List.of("0", "2", "3", "4", "5", "130")) {
                assertTrue(help.lines().anyMatch(line -> line.matches("  " + code + " .*")), help);
                assertTrue(readme.contains("\n| " + code + " | "), "the README lacks exit code " + code);
            }
        }
    }

    @Test
    void theProductivityTableHasTheCountsOfToday(@TempDir Path folder) throws Exception {
        Path home = Kit.home();
        Path counts = folder.resolve("counts.txt");
        Process script = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dmesskit.home=" + home,
                        "-cp",
                        home.resolve("testnodes/cli/target/app/lib") + "/*:"
                                + home.resolve("testnodes/node/target/app/lib") + "/*",
                        home.resolve(".ci/accept/Productivity.java").toString(),
                        "--counts")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(counts.toFile())
                .start();
        assertTrue(script.waitFor(2, TimeUnit.MINUTES));
        List<String> rows = Files.readAllLines(counts);
        assertEquals(0, script.exitValue(), rows.toString());
        assertEquals(21, rows.size(), rows.toString());
        List<String> docs = Files.readAllLines(home.resolve("docs/productivity.md"));
        for (String row : rows) {
            assertTrue(
                    docs.stream().anyMatch(line -> line.startsWith(row)), () -> "docs/productivity.md lacks: " + row);
        }
    }

    private static String indented(String text) {
        return text.lines().map(line -> "    " + line + "\n").reduce("", String::concat);
    }
}
