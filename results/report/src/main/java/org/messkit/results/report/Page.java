// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.messkit.results.log.WholeFile;

/**
 * What every page of the kit is: one file that needs no network and no other file, under a policy by which only its own scripts run.
 *
 * @param title as in HTML
 * @param css its style
 * @param scripts in their order
 * @param data in JSON, that the scripts draw
 */
record Page(String title, String css, List<String> scripts, String data) {
    /** The page around a template's text with these parts. */
    String around(String template, Map<String, String> body) throws IOException {
        StringBuilder elements = new StringBuilder();
        scripts.forEach(script -> elements.append("<script>").append(script).append("</script>\n"));
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("csp", Template.policy(css, scripts.toArray(String[]::new)));
        parts.put("title", title);
        parts.put("css", css);
        parts.put("body", Template.fill(Template.resource(template), body));
        parts.put("data", data);
        parts.put("scripts", elements.toString());
        return Template.fill(Template.resource("page.html"), parts);
    }

    /** Graphs as data: nothing in them ends the script element that they stand in. */
    static String data(JsonArray graphs) {
        return graphs.toString().replace("<", "\\u003c");
    }

    /**
     * Writes a page into a folder, in place of an older one.
     *
     * @return the file
     * @throws IOException naming the file, if it cannot be written; an older one is then as it was
     */
    static Path write(Path folder, String name, String page) throws IOException {
        byte[] text = page.getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve(name);
        WholeFile.write(file, out -> out.write(text));
        return file;
    }
}
