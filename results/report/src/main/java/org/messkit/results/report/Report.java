// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.table.Sheets;
import org.messkit.results.log.Run;

/**
 * {@code report.html}: one file that needs no network and no other file. Its tables are plain HTML; its charts are drawn by
 * scripts within it. Same run, same bytes, in every locale and time zone. Thread-safe.
 */
public final class Report {
    private static final String FILE = "report.html";
    private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.common.min.js";

    private Report() {}

    /**
     * Writes the report into the folder of the run that was judged, and {@code junit.xml} beside it, in place of older ones.
     *
     * @return the file
     * @throws IOException naming the file, if it cannot be written; an older one is then as it was
     */
    public static Path write(RunIndex index) throws IOException {
        Run run = index.run();
        Path file = Page.write(run.folder(), FILE, page(index));
        JUnitXml.write(run);
        return file;
    }

    private static String page(RunIndex index) throws IOException {
        Run run = index.run();
        Grid grid = Grid.of(index);
        Summary summary = new Summary(run, grid);
        Charts charts = new Charts(run, grid);
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("head", summary.head());
        parts.put("banners", summary.banners());
        parts.put("headline", HeadlineTable.of(grid));
        parts.put("judgement", SheetTables.of(Sheets.of(index)));
        parts.put("index", charts.index());
        parts.put("payload", charts.payload());
        parts.put("times", charts.times());
        String operations = charts.operations();
        parts.put("operations", operations);
        parts.put("drawn", operations.isEmpty() ? "none" : "drawn");
        parts.put("open", OpenTable.of(run.cells()));
        parts.put("stored", StoredTable.of(run.cells()));
        parts.put("cells", CellTable.of(run.cells()));
        parts.put("conditions", summary.conditions());
        parts.put("environment", summary.environment());
        parts.put("files", summary.files());
        return new Page(
                        Html.escape(run.info().scenario()) + " – Mess Kit report",
                        Template.resource("report.css"),
                        List.of(Template.resource(ECHARTS), Template.resource("report.js")),
                        charts.data())
                .around("report.html", parts);
    }
}
