// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.xmldb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.basex.core.cmd.Close;
import org.basex.core.cmd.Copy;
import org.basex.core.cmd.DropDB;
import org.basex.core.cmd.Flush;
import org.basex.core.cmd.Open;

/**
 * One database. Its name stands in the text of each query, where BaseX sees it before it runs: a query that computed the name would lock all
 * databases. It is held open, for without that each query would open and close it.
 */
final class Database {
    private static final String IN_RESOURCES = "'pantry'";

    private final Sessions sessions;
    private final String name;
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    /**
     * Makes one; an empty database where there is none.
     *
     * @param name of letters and digits, the kit's own
     */
    Database(Sessions sessions, String name) {
        this.sessions = sessions;
        this.name = name;
        if (!is("is-there")) {
            ask("create", Map.of());
        }
        sessions.keep(new Open(name));
    }

    /** The items of an answer. */
    List<String> ask(String query, Map<String, String> values) {
        return sessions.ask(texts.computeIfAbsent(query, this::text), values);
    }

    /** Whether a query answers so. */
    boolean answers(String query, Map<String, String> values, String answer) {
        return ask(query, values).equals(List.of(answer));
    }

    void snapshot() {
        sessions.keep(new Flush(), new DropDB(base()), new Copy(name, base()));
    }

    void reset() {
        sessions.keep(new Close());
        if (is("has-base")) {
            sessions.keep(new DropDB(name), new Copy(base(), name));
        } else {
            ask("create", Map.of());
        }
        sessions.keep(new Open(name));
    }

    private boolean is(String query) {
        return answers(query, Map.of(), "true");
    }

    private String base() {
        return name + "-base";
    }

    private String text(String query) {
        try (InputStream in = Database.class.getResourceAsStream(query + ".xq")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace(IN_RESOURCES, "'" + name + "'");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the query " + query, e);
        }
    }
}
