// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.messkit.results.profile.CallTree;
import org.messkit.results.profile.Frame;
import org.messkit.results.profile.Layer;
import org.messkit.results.profile.Profile;
import org.messkit.results.profile.ProfileIndex;
import org.messkit.results.profile.Stack;

/** What a reader of a profile's page finds in it, and what must never be in it. */
class ProfileReportTest {
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);
    private static final String HOSTILE = "</script><script>alert(1)</script>";

    @Test
    void theFiguresAreInTheTablesAndTheTreesInTheData() throws IOException {
        String page = ProfileReport.page(index("buffet/dom@pox", "parse"));
        assertTrue(page.contains(">buffet/dom@pox</th>"), page);
        assertTrue(page.contains("500 ms per MB"), "2000 operations of 1,000 bytes a second");
        assertTrue(page.contains(">com.example.Parser.parse</th>"), page);
        JsonObject tree = data(page).getAsJsonObject("tree");
        assertEquals(4, tree.get("w").getAsLong());
        assertEquals(
                "com.example.Parser.parse",
                tree.getAsJsonArray("c").get(0).getAsJsonObject().get("n").getAsString());
    }

    @Test
    void whatIsProfiledCannotBecomeMarkup() throws IOException {
        String page = ProfileReport.page(index(HOSTILE, HOSTILE));
        assertFalse(page.contains("<script>alert"), page);
        assertTrue(page.contains(Html.escape(HOSTILE)));
        assertTrue(data(page).toString().contains("alert(1)"));
        assertFalse(page.matches("(?is).*\\b(src|href|action)\\s*=\\s*[\"']?\\s*(https?:|//|data:).*"));
    }

    @Test
    void aDifferenceIsOfShares() {
        CallTree before = CallTree.of(List.of(stack("a", 1), stack("b", 3)), Stack.Kind.TIME);
        CallTree now = CallTree.of(List.of(stack("a", 10), stack("b", 10)), Stack.Kind.TIME);
        JsonObject tree = FlameGraph.difference(now, before);
        assertEquals(0, tree.get("d").getAsDouble());
        tree.getAsJsonArray("c").forEach(frame -> {
            boolean a = frame.getAsJsonObject().get("n").getAsString().endsWith(".a");
            assertEquals(a ? 0.25 : -0.25, frame.getAsJsonObject().get("d").getAsDouble());
        });
    }

    private static JsonObject data(String page) {
        Matcher data = DATA.matcher(page);
        assertTrue(data.find(), "there is no data");
        return JsonParser.parseString(data.group(1)).getAsJsonArray().get(0).getAsJsonObject();
    }

    private static Stack stack(String method, long weight) {
        return new Stack(
                Stack.Kind.TIME,
                "worker",
                List.of(new Frame("com.example.Parser", method, Layer.APPLICATION)),
                "",
                weight);
    }

    private static ProfileIndex index(String name, String method) {
        Profile.Subject subject = new Profile.Subject(name, false, 1_000, "17", List.of(), "", "", "");
        return new ProfileIndex(
                new Profile(Profile.FORMAT, "profile-1", Map.of("heap", "512m"), List.of(subject), List.of()),
                List.of(new ProfileIndex.Measured(
                        subject,
                        name,
                        2_000,
                        Optional.empty(),
                        OptionalDouble.of(4_000),
                        Map.of(50.0, 4e-4),
                        0.1,
                        List.of(stack(method, 4)))),
                List.of());
    }
}
