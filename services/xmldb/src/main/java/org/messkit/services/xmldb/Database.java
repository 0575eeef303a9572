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
import org.basex.api.client.Session;
import org.basex.core.Command;
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
    /** Has the database open as long as it lives. */
    private final Session keeper;

    private final String name;
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    /**
     * Makes one; an empty database where there is none.
     *
     * @param name of letters and digits, the kit's own
     */
    Database(Sessions sessions, String name) {
        this.sessions = sessions;
        this.keeper = sessions.another();
        this.name = name;
        if (!is("is-there")) {
            ask("create", Map.of());
        }
        keep(new Open(name));
    }

    /** The items of an answer. */
    List<String> ask(String query, Map<String, String> values) {
        return sessions.ask(query, text(query), values);
    }

    /** Whether a query answers so. */
    boolean answers(String query, Map<String, String> values, String answer) {
        return ask(query, values).equals(List.of(answer));
    }

    void snapshot() {
        keep(new Flush(), new DropDB(base()), new Copy(name, base()));
    }

    void reset() {
        keep(new Close());
        if (is("has-base")) {
            keep(new DropDB(name), new Copy(base(), name));
        } else {
            ask("create", Map.of());
        }
        keep(new Open(name));
    }

    private void keep(Command... commands) {
        Sessions.execute(keeper, commands);
    }

    private boolean is(String query) {
        return answers(query, Map.of(), "true");
    }

    private String base() {
        return name + "-base";
    }

    /** The text of a query of this database. */
    String text(String query) {
        return texts.computeIfAbsent(query, this::read);
    }

    private String read(String query) {
        try (InputStream in = Database.class.getResourceAsStream(query + ".xq")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace(IN_RESOURCES, "'" + name + "'");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the query " + query, e);
        }
    }
}
