// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.messkit.results.index.compare.Comparison;
import org.messkit.results.index.table.ComparisonSheets;
import org.messkit.results.index.table.Sheet;

/** {@code comparison.html}: a run against its baseline. Thread-safe. */
public final class ComparisonReport {
    private static final String FILE = "comparison.html";

    private ComparisonReport() {}

    /**
     * Writes the page into the folder of the run that is compared, in place of an older one.
     *
     * @return the file
     * @throws IOException naming the file, if it cannot be written; an older one is then as it was
     */
    public static Path write(Path folder, Comparison comparison) throws IOException {
        List<Sheet> sheets = ComparisonSheets.of(List.of(comparison));
        return write(folder, page("runs", comparison.title(), sheets, "", new JsonArray(), ""));
    }

    static Path write(Path folder, String page) throws IOException {
        return Page.write(folder, FILE, page);
    }

    /**
     * The page of any comparison.
     *
     * @param flames a section of flame graphs, or nothing
     * @param graphs that the script draws
     * @param script a resource, or nothing
     */
    static String page(String what, String title, List<Sheet> sheets, String flames, JsonArray graphs, String script)
            throws IOException {
        String css = Template.resource("report.css") + (script.isEmpty() ? "" : Template.resource("profile.css"));
        String code = script.isEmpty() ? "" : Template.resource(script);
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("what", what);
        parts.put("title", Html.escape(title));
        parts.put("sheets", SheetTables.of(sheets));
        parts.put("flames", flames);
        return new Page(Html.escape(title) + " – Mess Kit", css, List.of(code), Page.data(graphs))
                .around("comparison.html", parts);
    }
}
