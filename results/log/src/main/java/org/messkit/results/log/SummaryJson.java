// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;

/** {@code summary.json}: what {@code summary.csv} says, and what one must know to read it. No figure is {@code null}. */
final class SummaryJson {
    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .create();

    private SummaryJson() {}

    static void write(Run run, Appendable out) {
        RunInfo info = run.info();
        JsonObject root = new JsonObject();
        root.addProperty("format", String.valueOf(FormatVersion.CURRENT));
        root.addProperty("run", info.id());
        root.addProperty("scenario", info.scenario());
        root.addProperty("goal", info.goal());
        root.addProperty("start", info.start().toString());
        root.addProperty("seed", info.seed());
        root.addProperty("planned_cells", info.cells());
        root.addProperty("end", run.end().orElse(null));
        root.add("notes", GSON.toJsonTree(info.notes(), List.class));
        JsonObject settings = new JsonObject();
        info.settings().forEach(settings::addProperty);
        root.add("settings", settings);
        JsonArray cells = new JsonArray();
        run.cells().forEach(cell -> cells.add(row(cell)));
        root.add("cells", cells);
        GSON.toJson(root, out);
    }

    private static JsonObject row(Cell cell) {
        JsonObject row = new JsonObject();
        for (SummaryColumn column : SummaryColumn.ALL) {
            Object value = column.value().apply(cell).orElse(null);
            if (value == null) {
                row.add(column.name(), JsonNull.INSTANCE);
            } else if (value instanceof Number number) {
                row.add(column.name(), new JsonPrimitive(number));
            } else {
                row.addProperty(column.name(), value.toString());
            }
        }
        return row;
    }
}
