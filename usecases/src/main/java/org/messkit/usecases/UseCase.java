// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases;

import java.util.List;

/** One contract and one kind of work. Stateless and thread-safe. */
public interface UseCase {
    /** The name in service names, for example {@code tv-dinner}. */
    String name();

    /** One line for {@code messkit list use-cases}. */
    String title();

    /**
     * What is wrong with a payload for this use case.
     *
     * @return one message per problem, each with its bound and the value given; empty if the payload can be generated
     */
    List<String> problems(Payload payload);

    /**
     * A generator of messages. The same payload and seed give the same bytes, message by message.
     *
     * @throws IllegalArgumentException if the payload has {@linkplain #problems problems}
     */
    Generator generator(Payload payload, long seed);

    /** Makes one message after the other. Not thread-safe. */
    interface Generator {
        /** The next message; all of one generator have the same size, element count and depth. */
        Message next();
    }
}
