// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.files;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.messkit.results.index.table.Sheet;
import org.messkit.results.log.WholeFile;

/** Sheets for programs, with the same text as people see. */
final class SheetFiles {
    static final String FOLDER = "tables";

    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private SheetFiles() {}

    /** Writes a CSV file for each sheet into a folder, in place of those that an older judgement left. */
    static void write(Path folder, List<Sheet> sheets) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("cannot write " + folder + ": something else is there, and no folder");
        }
        Files.createDirectories(folder);
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "*.csv")) {
            for (Path file : old) {
                Files.delete(file);
            }
        }
        for (int i = 0; i < sheets.size(); i++) {
            byte[] text = csv(sheets.get(i)).getBytes(StandardCharsets.UTF_8);
            String name = String.format(
                    Locale.ROOT, "%02d-%s.csv", i + 1, slug(sheets.get(i).title()));
            WholeFile.write(folder.resolve(name), out -> out.write(text));
        }
    }

    static String csv(Sheet sheet) throws IOException {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, CSV)) {
            csv.printRecord(heads(sheet));
            for (List<String> row : sheet.rows()) {
                csv.printRecord(row);
            }
        }
        return text.toString();
    }

    static JsonArray json(List<Sheet> sheets) {
        JsonArray tables = new JsonArray();
        for (Sheet sheet : sheets) {
            JsonObject table = new JsonObject();
            table.addProperty("title", sheet.title());
            table.addProperty("note", sheet.note());
            table.add("columns", strings(heads(sheet)));
            JsonArray rows = new JsonArray();
            sheet.rows().forEach(row -> rows.add(strings(row)));
            table.add("rows", rows);
            tables.add(table);
        }
        return tables;
    }

    private static List<String> heads(Sheet sheet) {
        return IntStream.range(0, sheet.heads().size()).mapToObj(sheet::head).toList();
    }

    private static JsonArray strings(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    private static String slug(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
