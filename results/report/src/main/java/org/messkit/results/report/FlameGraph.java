// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.messkit.results.profile.CallTree;

/** A call tree as the page's script draws it; branches too narrow to be seen are left out. */
final class FlameGraph {
    /** Share of the whole below which nobody sees a frame. */
    private static final double NARROW = 0.001;

    private final double least;
    private final double total;
    private final double before;

    private FlameGraph(CallTree now, CallTree baseline) {
        this.least = now.weight() * NARROW;
        this.total = now.weight();
        this.before = baseline == null ? 0 : baseline.weight();
    }

    /** A tree: of each frame the name, the weight, and those that it called. */
    static JsonObject of(CallTree tree) {
        return new FlameGraph(tree, null).frame(tree, null);
    }

    /** A tree with how much greater the share of each frame is than in the baseline, from -1 to 1. */
    static JsonObject difference(CallTree now, CallTree baseline) {
        return new FlameGraph(now, baseline).frame(now, baseline);
    }

    private JsonObject frame(CallTree tree, CallTree baseline) {
        JsonObject frame = new JsonObject();
        frame.addProperty("n", tree.name());
        frame.addProperty("w", tree.weight());
        if (before > 0) {
            double was = baseline == null ? 0 : baseline.weight() / before;
            frame.addProperty("d", Math.round((tree.weight() / total - was) * 1e4) / 1e4);
        }
        JsonArray called = new JsonArray();
        for (CallTree child : tree.children()) {
            if (child.weight() >= least) {
                called.add(frame(child, baseline == null ? null : baseline.child(child.name())));
            }
        }
        if (!called.isEmpty()) {
            frame.add("c", called);
        }
        return frame;
    }
}
