// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import java.util.List;
import org.messkit.results.index.table.Numbers;
import org.messkit.results.index.table.Sheet;

/** The judgement's tables, each under its title and note. */
final class SheetTables {
    /** More rows are folded: they would push the charts off the screen. */
    private static final int LONG = 16;

    /** Longer texts need room to be read, also on a narrow screen. */
    private static final int PROSE = 40;

    private SheetTables() {}

    static String of(List<Sheet> sheets) {
        Html html = new Html();
        for (Sheet sheet : sheets) {
            html.open("section class=\"sheet\"").element("h3", sheet.title()).element("p class=\"note\"", sheet.note());
            if (sheet.rows().isEmpty()) {
                html.element("p class=\"empty\"", "None.");
            } else if (sheet.rows().size() > LONG) {
                html.open("details")
                        .element("summary", Numbers.whole(sheet.rows().size()) + " rows");
                table(html, sheet);
                html.close("details");
            } else {
                table(html, sheet);
            }
            html.close("section").line();
        }
        return html.toString();
    }

    private static void table(Html html, Sheet sheet) {
        html.open("div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + Html.escape(sheet.title())
                + "\"");
        html.open("table");
        html.columnHeads(sheet.heads().toArray(String[]::new));
        html.open("tbody").line();
        for (List<String> row : sheet.rows()) {
            html.open("tr").rowHead(row.get(0));
            for (int c = 1; c < row.size(); c++) {
                html.element("td" + classes(sheet.numeric(c), row.get(c)), row.get(c));
            }
            html.close("tr").line();
        }
        html.close("tbody").close("table").close("div");
    }

    private static String classes(boolean numeric, String text) {
        String none = text.equals(Sheet.NONE) ? " none" : "";
        String prose = text.length() > PROSE ? " prose" : "";
        String classes = (numeric ? "number" : "text") + none + prose;
        return " class=\"" + classes + "\"";
    }
}
