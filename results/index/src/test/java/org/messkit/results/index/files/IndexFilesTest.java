// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.loads.Load;
import org.messkit.loads.OpenLoad;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.SampleRun;
import org.messkit.results.index.compare.Runs;
import org.messkit.results.index.table.ComparisonSheets;
import org.messkit.results.index.table.Markdown;
import org.messkit.results.index.table.Sheet;
import org.messkit.results.index.table.Sheets;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;

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
            Files.writeString(folder.resolve("compare.csv"), ComparisonFiles.of(List.of(Runs.of(index, faster))));
            Files.writeString(folder.resolve("compare.json"), ComparisonFiles.json(List.of(Runs.of(index, faster))));
            Files.writeString(
                    folder.resolve("compare.md"),
                    Markdown.of("Comparison", ComparisonSheets.of(List.of(Runs.of(index, faster)))));
            Files.writeString(folder.resolve("otava.csv"), ComparisonFiles.otava(List.of(index, faster)));
        } finally {
            Locale.setDefault(before);
        }
        for (String file : List.of(
                "index.csv", "index.json", "index.md", "compare.csv", "compare.json", "compare.md", "otava.csv")) {
            assertEquals(golden(file), Files.readString(folder.resolve(file)), file);
        }
    }

    /** What people read is the same text in the Markdown, in the JSON and in a CSV file for each table; older files go. */
    @Test
    void everyTableIsAFileOfItsOwnWithTheSameText() throws IOException {
        RunIndex index = RunIndex.of(SampleRun.of(folder, "sample-1", 3, 1));
        Path tables = Files.createDirectories(folder.resolve("tables"));
        Files.writeString(tables.resolve("99-old.csv"), "");
        IndexFiles.write(index);
        List<Sheet> sheets = Sheets.of(index);
        try (Stream<Path> files = Files.list(tables)) {
            List<Path> sorted = files.sorted().toList();
            assertEquals(sheets.size(), sorted.size());
            assertEquals("01-range-and-peak.csv", sorted.get(0).getFileName().toString());
            for (int i = 0; i < sheets.size(); i++) {
                try (CSVParser csv = CSVParser.parse(sorted.get(i), StandardCharsets.UTF_8, CSVFormat.DEFAULT)) {
                    List<List<String>> rows =
                            csv.stream().map(row -> row.stream().toList()).toList();
                    assertEquals(sheets.get(i).rows(), rows.subList(1, rows.size()));
                }
            }
        }
        JsonArray json = JsonParser.parseString(Files.readString(folder.resolve("index.json")))
                .getAsJsonObject()
                .getAsJsonArray("tables");
        assertEquals(sheets.size(), json.size());
        for (int i = 0; i < sheets.size(); i++) {
            JsonArray rows = json.get(i).getAsJsonObject().getAsJsonArray("rows");
            assertEquals(
                    sheets.get(i).rows(),
                    rows.asList().stream()
                            .map(row -> row.getAsJsonArray().asList().stream()
                                    .map(JsonElement::getAsString)
                                    .toList())
                            .toList());
        }
    }

    /** What the page says of a service without a measured level stands in the CSV and in the JSON, too, and no figure beside it. */
    @Test
    void aServiceWithoutAMeasuredLevelHasARow() throws IOException {
        Run run = SampleRun.of(folder, "sample-1", 1, 1);
        List<Cell> cells = run.cells().stream()
                .map(c -> c.service().technology().equals("stax")
                        ? new Cell(
                                c.id(),
                                c.service(),
                                c.payload(),
                                c.load(),
                                1,
                                Outcome.SERVICE_FAILED,
                                "code 137",
                                c.figures())
                        : c)
                .toList();
        RunIndex index = RunIndex.of(new Run(folder, run.info(), run.end(), run.environment(), cells));
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<CSVRecord> rows;
        try (CSVParser csv = CSVParser.parse(IndexFiles.csv(index), format)) {
            rows = csv.getRecords();
        }
        List<Sheet> sheets = Sheets.of(index);
        List<List<String>> page = sheets.stream()
                .filter(s -> s.title().equals("What limits it"))
                .findFirst()
                .orElseThrow()
                .rows();
        List<String> names = List.of("service", "verdict", "rule", "numbers", "next");
        assertEquals(
                page.stream()
                        .map(row -> List.of(
                                row.get(0).replace(" (rig ceiling)", ""),
                                row.get(2),
                                row.get(3),
                                row.get(4),
                                row.get(5)))
                        .toList(),
                rows.stream().map(row -> names.stream().map(row::get).toList()).toList());
        CSVRecord stax = rows.get(rows.size() - 1);
        assertEquals(
                List.of("tv-dinner/stax@pox", "20000", "0", "", "undecided", "summary"),
                Stream.of("service", "payload_bytes", "levels", "max_tps", "verdict", "answer")
                        .map(stax::get)
                        .toList());
        JsonArray unmeasured = JsonParser.parseString(IndexFiles.json(index, sheets))
                .getAsJsonObject()
                .getAsJsonArray("unmeasured");
        assertEquals(2, unmeasured.size());
        stax.toMap().forEach((name, value) -> {
            JsonElement json = unmeasured.get(1).getAsJsonObject().get(name);
            assertEquals(value, json.isJsonNull() ? "" : json.getAsString(), name);
        });
    }

    /** A level without a figure and a rate stand in the tables and in the JSON with the same verdict. */
    @Test
    void levelsInNoCurveAreInEveryFile() throws IOException {
        Run run = SampleRun.of(folder, "sample-1", 1, 1);
        List<Cell> cells = new ArrayList<>(run.cells());
        Cell c = cells.remove(1);
        cells.add(new Cell(2, c.service(), c.payload(), c.load(), 1, Outcome.DRIFTING, "changed", c.figures()));
        Load open = OpenLoad.at(250.0, OpenLoad.Arrivals.UNIFORM, 64);
        cells.add(new Cell(99, c.service(), c.payload(), open, 1, Outcome.MEASURED, "", c.figures()));
        RunIndex index = RunIndex.of(new Run(folder, run.info(), run.end(), run.environment(), cells));
        List<Sheet> sheets = Sheets.of(index);
        List<String> level = sheets.stream()
                .filter(s -> s.title().equals("Each level"))
                .findFirst()
                .orElseThrow()
                .rows()
                .get(1);
        assertEquals(List.of("tv-dinner/jaxb@pox", "5,000", "2", Sheet.NONE), level.subList(0, 4));
        assertEquals("undecided", level.get(7));
        List<String> rate = sheets.stream()
                .filter(s -> s.title().equals("Each rate of open load"))
                .findFirst()
                .orElseThrow()
                .rows()
                .get(0);
        assertEquals(List.of("250", "measured"), rate.subList(2, 4));
        JsonArray json = JsonParser.parseString(IndexFiles.json(index, sheets))
                .getAsJsonObject()
                .getAsJsonArray("levels_in_no_curve");
        assertEquals(2, json.size());
        assertEquals(
                List.of(level.get(8), rate.get(6)),
                json.asList().stream()
                        .map(other -> other.getAsJsonObject().get("rule").getAsString())
                        .toList());
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
