// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.cases;

import java.util.ArrayList;
import java.util.List;
import org.messkit.consumers.http.Binding;
import org.messkit.consumers.http.Target;
import org.messkit.usecases.Changes;
import org.messkit.usecases.Message;
import org.messkit.usecases.Payload;
import org.messkit.usecases.Script;
import org.messkit.usecases.UseCase;

/**
 * Pre-built requests for all users of a cell: seeded, all different, split over the users so that each can patch its own in
 * place.
 *
 * @param users the requests of each user
 * @param elements in the payload
 * @param depth of the payload
 * @param requestBytes of the body that carries the payload, envelope included
 */
public record RequestPool(List<Requests> users, int elements, int depth, int requestBytes) {
    /**
     * Builds a pool for load.
     *
     * @param users how many users share it, 1 or more
     * @param round whose identifiers to use: pools of different rounds share none, up to 1,000 rounds
     * @throws IllegalArgumentException if the use case cannot make the payload
     */
    public static RequestPool build(
            UseCase useCase, Payload payload, long seed, Binding binding, Target target, int users, int round) {
        return of(useCase, useCase.scripts(payload, seed, Script.Users.ofRound(users, round)), binding, target);
    }

    /** One request for one user, the first of its seed. */
    static Requests single(UseCase useCase, Payload payload, long seed, Binding binding, Target target) {
        Script one = Script.inTurn(List.of(useCase.generator(payload, seed).next()), 0);
        return of(useCase, List.of(one), binding, target).users().get(0);
    }

    /** One user of a stateful service, whose requests rest on each other. */
    static Requests going(UseCase useCase, Payload payload, long firstId, Binding binding, Target target) {
        return of(useCase, useCase.scripts(payload, BaseLoad.TEST_SEED, new Script.Users(1, firstId)), binding, target)
                .users()
                .get(0);
    }

    /** What all users' requests so far do to what the service keeps. */
    public Changes changes() {
        return users.stream().map(Requests::changes).reduce(Changes.NONE, Changes::plus);
    }

    private static RequestPool of(UseCase useCase, List<Script> scripts, Binding binding, Target target) {
        List<Requests> users = new ArrayList<>();
        for (Script script : scripts) {
            List<Request> own = new ArrayList<>();
            for (Message message : script.messages()) {
                own.add(new Request(message, binding, target, useCase.hasExactAnswers()));
            }
            users.add(new Requests(own, script));
        }
        Message first = scripts.get(0).messages().get(0);
        int bytes = binding.body(first.request()).length;
        return new RequestPool(List.copyOf(users), first.elements(), first.depth(), bytes);
    }
}
