// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.table;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sheets as Markdown (tables as GitHub has them). */
public final class Markdown {
    private Markdown() {}

    /** A page. */
    public static String of(String title, List<Sheet> sheets) {
        return of(title, List.of(), sheets);
    }

    /** A page that begins with what a reader must know first. */
    public static String of(String title, List<String> first, List<Sheet> sheets) {
        StringBuilder page = new StringBuilder("# " + escaped(title) + "\n");
        page.append(first.stream().map(line -> "\n" + escaped(line) + "\n").collect(Collectors.joining()));
        for (Sheet sheet : sheets) {
            page.append("\n## ").append(escaped(sheet.title())).append("\n\n");
            page.append(escaped(sheet.note())).append("\n\n");
            page.append(sheet.rows().isEmpty() ? "None.\n" : table(sheet));
        }
        return page.toString();
    }

    private static String table(Sheet sheet) {
        int columns = sheet.heads().size();
        StringBuilder table = new StringBuilder();
        line(table, IntStream.range(0, columns).mapToObj(sheet::head).toList());
        table.append(IntStream.range(0, columns)
                .mapToObj(c -> sheet.numeric(c) ? "---:" : "---")
                .collect(Collectors.joining("|", "|", "|\n")));
        sheet.rows().forEach(row -> line(table, row));
        return table.toString();
    }

    private static void line(StringBuilder table, List<String> fields) {
        table.append(fields.stream().map(Markdown::escaped).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static String escaped(String text) {
        return text.replaceAll("\\R", " ").replaceAll("([\\\\`*_|<>\\[\\]])", "\\\\$1");
    }
}
