// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.whitebox;

import java.util.List;
import java.util.function.UnaryOperator;
import org.messkit.usecases.Message;
import org.messkit.usecases.Payload;
import org.messkit.usecases.Script;
import org.messkit.usecases.UseCase;

/**
 * The messages that one user of a service sends, in turn: as many as under load, so that no parser learns one by heart. Not
 * thread-safe.
 */
final class Messages {
    private static final long SEED = 1;

    private final List<Message> all;
    private final byte[][] documents;
    private int next;

    private Messages(List<Message> all, byte[][] documents) {
        this.all = all;
        this.documents = documents;
    }

    /**
     * Makes them.
     *
     * @param carried what a binding makes of a payload
     * @throws IllegalArgumentException if the use case is stateful or cannot make the payload
     */
    static Messages of(UseCase useCase, Payload payload, UnaryOperator<byte[]> carried) {
        if (useCase.isStateful()) {
            throw new IllegalArgumentException(useCase.name() + " is stateful: its requests rest on each other");
        }
        List<String> problems = useCase.problems(payload);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(useCase.name() + ": " + String.join("; ", problems));
        }
        List<Message> all = useCase.scripts(payload, SEED, Script.Users.ofRound(1, 0))
                .get(0)
                .messages();
        return new Messages(all, all.stream().map(Message::request).map(carried).toArray(byte[][]::new));
    }

    /** The next document; not to be changed. */
    byte[] next() {
        byte[] document = documents[next];
        next = next + 1 == documents.length ? 0 : next + 1;
        return document;
    }

    /** One round of them, as they are expected to be answered. */
    List<Message> all() {
        return all;
    }
}
