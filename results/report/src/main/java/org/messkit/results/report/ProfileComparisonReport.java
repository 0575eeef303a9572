// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.messkit.results.index.table.Numbers;
import org.messkit.results.log.WholeFile;
import org.messkit.results.profile.CallTree;
import org.messkit.results.profile.ProfileComparison;
import org.messkit.results.profile.Stack;

/** {@code comparison.html}: a profile against another, with flame graphs of the differences. Thread-safe. */
public final class ProfileComparisonReport {
    private static final String FILE = "comparison.html";

    private ProfileComparisonReport() {}

    /**
     * Writes the page into the folder of the profile that is compared, in place of an older one.
     *
     * @return the file
     * @throws IOException naming the file, if it cannot be written; an older one is then as it was
     */
    public static Path write(Path folder, ProfileComparison comparison) throws IOException {
        byte[] page = page(comparison).getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve(FILE);
        WholeFile.write(file, out -> out.write(page));
        return file;
    }

    static String page(ProfileComparison comparison) throws IOException {
        JsonArray graphs = new JsonArray();
        Html flames = new Html();
        for (ProfileComparison.Pair pair : comparison.pairs()) {
            String title = pair.now().label() + ", "
                    + Numbers.bytes(pair.now().subject().bytes());
            flames.open("details class=\"subject\"").element("summary", title);
            flame(flames, graphs, pair, Stack.Kind.TIME);
            flame(flames, graphs, pair, Stack.Kind.ALLOCATION);
            flames.close("details").line();
        }
        String css = Template.resource("report.css") + Template.resource("profile.css");
        String script = Template.resource("flame.js");
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("csp", Template.policy(css, script));
        parts.put("title", Html.escape(comparison.title()));
        parts.put("css", css);
        parts.put("sheets", SheetTables.of(comparison.sheets()));
        parts.put("flames", flames.toString());
        parts.put("data", graphs.toString().replace("<", "\\u003c"));
        parts.put("script", script);
        return Template.fill(Template.resource("comparison.html"), parts);
    }

    private static void flame(Html html, JsonArray graphs, ProfileComparison.Pair pair, Stack.Kind kind) {
        CallTree now = CallTree.of(pair.now().stacks(), kind);
        CallTree before = CallTree.of(pair.before().stacks(), kind);
        if (now.weight() > 0 && before.weight() > 0) {
            ProfileReport.flame(html, graphs, "Difference: " + kind.label(), kind, FlameGraph.difference(now, before));
        }
    }
}
