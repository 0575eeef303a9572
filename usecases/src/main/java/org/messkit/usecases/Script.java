// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases;

import java.util.ArrayList;
import java.util.List;

/** What one user asks, request by request. Not thread-safe. */
public interface Script {
    /** Requests of a pool where they take no more than {@value #MOST_BYTES} bytes. */
    int LEAST_POOL = 48;
    /** Bytes that the requests of a pool may take, but for one per user. */
    int MOST_BYTES = 32 << 20;

    /** All messages that the turns choose from, this user's alone. */
    List<Message> messages();

    /** What is asked next. It supposes that all that was asked before was done. */
    Turn next();

    /** What all turns so far do to what the service keeps; for stateless use cases nothing. */
    default Changes changes() {
        return Changes.NONE;
    }

    /**
     * One request.
     *
     * @param message index into the {@linkplain #messages() messages}
     * @param number identifier for the request and its answer: its last digits
     */
    record Turn(int message, long number) {}

    /**
     * The users of a cell.
     *
     * @param count how many, 1 or more
     * @param first identifier of all; they share {@value #IDS} that begin with it, equally
     */
    record Users(int count, long first) {
        private static final long IDS = 1_000_000_000L;

        /** The users of a round; rounds share no identifiers, up to 1,000 of them. */
        public static Users ofRound(int count, int round) {
            return new Users(count, round * IDS);
        }

        /** The first identifier of a user, from 0; the following count up from it. */
        public long firstId(int user) {
            return first + user * (IDS / count);
        }
    }

    /** One user's messages in turn, each time with a new identifier. */
    static Script inTurn(List<Message> messages, long firstId) {
        return new Script() {
            private long taken;

            @Override
            public List<Message> messages() {
                return messages;
            }

            @Override
            public Turn next() {
                Turn turn = new Turn((int) (taken % messages.size()), firstId + taken);
                taken++;
                return turn;
            }
        };
    }

    /** Scripts of users who share out what a generator makes, all different, and ask it in turn. */
    static List<Script> inTurn(UseCase.Generator generator, int bytes, Users users) {
        int affordable = (int) Math.max(1, MOST_BYTES / Math.max(1L, bytes));
        int perUser = Math.max(1, Math.min((LEAST_POOL + users.count - 1) / users.count, affordable / users.count));
        List<Script> scripts = new ArrayList<>();
        for (int user = 0; user < users.count; user++) {
            List<Message> own = new ArrayList<>();
            for (int i = 0; i < perUser; i++) {
                own.add(generator.next());
            }
            scripts.add(inTurn(List.copyOf(own), users.firstId(user)));
        }
        return List.copyOf(scripts);
    }
}
