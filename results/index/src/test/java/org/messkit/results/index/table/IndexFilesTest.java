// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.SampleRun;
import org.messkit.results.index.compare.Runs;

/** The files' text, the same wherever the kit runs. */
class IndexFilesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"und", "de-DE", "tr-TR"})
    void filesAreTheSameInEveryLocale(String tag) throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            RunIndex index = RunIndex.of(SampleRun.of(folder, "sample-1", 3, 1));
            RunIndex faster = RunIndex.of(SampleRun.of(folder, "sample-2", 3, 1.3));
            IndexFiles.write(index);
            Files.writeString(folder.resolve("compare.csv"), ComparisonCsv.of(List.of(Runs.of(index, faster))));
            Files.writeString(
                    folder.resolve("compare.md"),
                    Markdown.of("Comparison", ComparisonSheets.of(List.of(Runs.of(index, faster)))));
            Files.writeString(folder.resolve("otava.csv"), ComparisonCsv.otava(List.of(index, faster)));
        } finally {
            Locale.setDefault(before);
        }
        for (String file : List.of("index.csv", "index.json", "index.md", "compare.csv", "compare.md", "otava.csv")) {
            assertEquals(golden(file), Files.readString(folder.resolve(file)), file);
        }
    }

    @Test
    void markdownHoldsToItsTableWhateverANameIs() {
        Sheet sheet = new Sheet("T", "N", List.of("Name", "#N"), List.of(List.of("a|b\n<script>*_`", "1")));
        assertEquals(
                "# P\n\n## T\n\nN\n\n| Name | N |\n|---|---:|\n| a\\|b \\<script\\>\\*\\_\\` | 1 |\n",
                Markdown.of("P", List.of(sheet)));
    }

    @Test
    void rowsAreAsLongAsTheHeads() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Sheet("T", "N", List.of("Name", "#N"), List.of(List.of("a"))));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = IndexFilesTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
