// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.file.Path;
import org.messkit.results.index.table.Numbers;
import org.messkit.results.profile.CallTree;
import org.messkit.results.profile.ProfileComparison;
import org.messkit.results.profile.Stack;

/** {@code comparison.html}: a profile against another, with flame graphs of the differences. Thread-safe. */
public final class ProfileComparisonReport {
    private static final String LEGEND =
            "Width is the share now; red frames have a greater share than before, blue ones a smaller. What is gone is not drawn:"
                    + " the tables have it.";

    private ProfileComparisonReport() {}

    /**
     * Writes the page into the folder of the profile that is compared, in place of an older one.
     *
     * @return the file
     * @throws IOException naming the file, if it cannot be written; an older one is then as it was
     */
    public static Path write(Path folder, ProfileComparison comparison) throws IOException {
        return ComparisonReport.write(folder, page(comparison));
    }

    static String page(ProfileComparison comparison) throws IOException {
        JsonArray graphs = new JsonArray();
        Html flames = new Html();
        flames.open("section aria-labelledby=\"flames\"").element("h2 id=\"flames\"", "Where it changed");
        flames.element("p", LEGEND).line();
        for (ProfileComparison.Pair pair : comparison.pairs()) {
            String title = pair.now().label() + ", "
                    + Numbers.bytes(pair.now().subject().bytes());
            flames.open("details class=\"subject\"").element("summary", title);
            flame(flames, graphs, pair, Stack.Kind.TIME);
            flame(flames, graphs, pair, Stack.Kind.ALLOCATION);
            flames.close("details").line();
        }
        flames.close("section").line();
        return ComparisonReport.page(
                "profiles", comparison.title(), comparison.sheets(), flames.toString(), graphs, "flame.js");
    }

    private static void flame(Html html, JsonArray graphs, ProfileComparison.Pair pair, Stack.Kind kind) {
        CallTree now = CallTree.of(pair.now().stacks(), kind);
        CallTree before = CallTree.of(pair.before().stacks(), kind);
        if (now.weight() > 0 && before.weight() > 0) {
            ProfileReport.flame(html, graphs, "Difference: " + kind.label(), kind, FlameGraph.difference(now, before));
        }
    }
}
