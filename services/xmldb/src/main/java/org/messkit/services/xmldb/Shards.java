// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.xmldb;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Databases that share the orders out among them by the key, so that as many may be written at once. A question for all of them is one query,
 * which sees one state.
 */
final class Shards {
    private static final String END_OF_PROLOG = "\n\n";

    private final Sessions sessions;
    private final List<Database> databases;
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    private Shards(Sessions sessions, List<Database> databases) {
        this.sessions = sessions;
        this.databases = databases;
    }

    /** The only one. */
    static Shards one(Sessions sessions) {
        return new Shards(sessions, List.of(new Database(sessions, "pantry")));
    }

    static Shards of(Sessions sessions, int count) {
        return new Shards(
                sessions,
                IntStream.rangeClosed(1, count)
                        .mapToObj(number -> new Database(sessions, "shard" + number))
                        .toList());
    }

    int count() {
        return databases.size();
    }

    /** The one that has the orders of a key. */
    Database of(String id) {
        return databases.get(Math.floorMod(id.hashCode(), databases.size()));
    }

    /** The items of all. */
    List<String> ask(String query, Map<String, String> values) {
        return sessions.ask(query, texts.computeIfAbsent(query, this::text), values);
    }

    void each(Consumer<Database> work) {
        databases.forEach(work);
    }

    private String text(String query) {
        String text = databases.get(0).text(query);
        String prolog = text.substring(0, text.indexOf(END_OF_PROLOG));
        return databases.stream()
                .map(database -> "(" + database.text(query).substring(prolog.length()) + ")")
                .collect(Collectors.joining(", ", prolog, ""));
    }
}
