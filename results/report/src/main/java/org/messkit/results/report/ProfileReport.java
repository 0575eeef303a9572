// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.messkit.results.index.table.Numbers;
import org.messkit.results.profile.CallTree;
import org.messkit.results.profile.ProfileIndex;
import org.messkit.results.profile.ProfileSheets;
import org.messkit.results.profile.Stack;

/** {@code report.html} of a profile: one file that needs no network and no other file, in the look of the run's. Thread-safe. */
public final class ProfileReport {
    private static final String FILE = "report.html";
    private static final List<Stack.Kind> DRAWN = List.of(Stack.Kind.TIME, Stack.Kind.ALLOCATION, Stack.Kind.LOCK);

    private ProfileReport() {}

    /**
     * Writes the report into a profile's folder, in place of an older one.
     *
     * @return the file
     * @throws IOException naming the file, if it cannot be written; an older one is then as it was
     */
    public static Path write(Path folder, ProfileIndex index) throws IOException {
        return Page.write(folder, FILE, page(index));
    }

    static String page(ProfileIndex index) throws IOException {
        JsonArray graphs = new JsonArray();
        Html subjects = new Html();
        index.subjects()
                .forEach(m -> sampled(
                        subjects,
                        graphs,
                        m.label() + ", " + Numbers.bytes(m.subject().bytes()),
                        m.stacks()));
        Html loads = new Html();
        index.loads().stream()
                .filter(load -> load.load().isValid())
                .forEach(load -> sampled(loads, graphs, load.label(), load.stacks()));
        String css = Template.resource("report.css") + Template.resource("profile.css");
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("id", Html.escape(index.profile().id()));
        parts.put("chart", CostChart.of(index));
        parts.put("summary", SheetTables.of(ProfileSheets.summary(index)));
        parts.put("subjects", subjects.toString());
        parts.put("load", underLoad(index, loads.toString()));
        parts.put("conditions", conditions(index));
        return new Page(
                        Html.escape(index.profile().id()) + " – Mess Kit profile",
                        css,
                        List.of(Template.resource("flame.js")),
                        Page.data(graphs))
                .around("profile.html", parts);
    }

    private static String underLoad(ProfileIndex index, String operations) {
        return index.loads().isEmpty()
                ? "<p class=\"empty\">No service was profiled under load; see: messkit profile --under-load</p>"
                : SheetTables.of(ProfileSheets.underLoad(index)) + operations;
    }

    private static void sampled(Html html, JsonArray graphs, String title, List<Stack> stacks) {
        html.open("details class=\"subject\"").element("summary", title);
        html.raw(SheetTables.of(ProfileSheets.operations(stacks)));
        for (Stack.Kind kind : DRAWN) {
            CallTree tree = CallTree.of(stacks, kind);
            if (tree.weight() > 0) {
                flame(html, graphs, "Flame graph: " + kind.label(), kind, FlameGraph.of(tree));
            }
        }
        html.close("details").line();
    }

    /** A place for the script to draw in, and what it draws. */
    static void flame(Html html, JsonArray graphs, String title, Stack.Kind kind, JsonObject tree) {
        html.open("section class=\"sheet\"").element("h3", title);
        html.open("div class=\"flame\" data-graph=\"" + graphs.size() + "\"").close("div");
        html.close("section").line();
        JsonObject graph = new JsonObject();
        graph.addProperty(
                "unit",
                switch (kind) {
                    case TIME -> "samples";
                    case ALLOCATION -> "bytes";
                    case LOCK, PARK -> "ns";
                });
        graph.add("tree", tree);
        graphs.add(graph);
    }

    private static String conditions(ProfileIndex index) {
        Html html = new Html();
        html.open("table class=\"facts\"").open("tbody");
        index.profile().conditions().forEach((name, value) -> html.open("tr")
                .rowHead(name)
                .element("td", value)
                .close("tr")
                .line());
        return html.close("tbody").close("table").toString();
    }
}
