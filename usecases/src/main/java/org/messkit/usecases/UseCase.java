// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases;

import java.util.List;
import java.util.Optional;

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

    /**
     * Whether a service of it does no work and takes no time of its own, so that its TPS is the rig's ceiling.
     *
     * @param technology of the service
     */
    default boolean isCeiling(String technology) {
        return false;
    }

    /** Whether an answer is right only if it is the expected one byte for byte; else it is compared as XML. */
    default boolean hasExactAnswers() {
        return false;
    }

    /** Whether its services keep data between requests. */
    default boolean isStateful() {
        return false;
    }

    /**
     * This use case with another workload; the same where it is stateless.
     *
     * @throws IllegalArgumentException if the workload cannot be, in one line for the user
     */
    default UseCase with(Workload workload) {
        return this;
    }

    /**
     * What the users of a cell ask, one script for each.
     *
     * @throws IllegalArgumentException if the payload has {@linkplain #problems problems}
     */
    default List<Script> scripts(Payload payload, long seed, Script.Users users) {
        return Script.inTurn(generator(payload, seed), payload.bytes(), users);
    }

    /** What must be sent, once for each payload, before the first script of that payload and seed; empty for nothing. */
    default Optional<Base> base(Payload payload, long seed) {
        return Optional.empty();
    }

    /** Makes the messages that must be there beforehand. */
    interface Base extends Generator {
        /** How many there are. */
        int count();

        /** What those made so far do to what the service keeps. */
        Changes changes();
    }

    /** Makes one message after the other. Not thread-safe. */
    interface Generator {
        /** The next message; all of one generator have the same size, element count and depth. */
        Message next();
    }
}
