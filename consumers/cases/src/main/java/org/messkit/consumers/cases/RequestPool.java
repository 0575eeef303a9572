// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.cases;

import java.util.ArrayList;
import java.util.List;
import org.messkit.consumers.http.Binding;
import org.messkit.consumers.http.Target;
import org.messkit.usecases.Message;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCase;

/**
 * Pre-built requests for all users of a cell: seeded, all different, split over the users so that each can patch its own in
 * place.
 *
 * @param users the requests of each user
 * @param elements in each payload
 * @param depth of each payload
 * @param requestBytes of each body, envelope included
 */
public record RequestPool(List<Requests> users, int elements, int depth, int requestBytes) {
    private static final int LEAST = 48;
    private static final int MOST_BYTES = 32 << 20;
    private static final long IDS = 1_000_000_000L;

    /**
     * Builds a pool for load: {@value #LEAST} requests where they take no more than 32 MB, and always one per user.
     *
     * @param users how many users share it, 1 or more
     * @param round whose identifiers to use: pools of different rounds share none, up to 1,000 rounds
     * @throws IllegalArgumentException if the use case cannot make the payload
     */
    public static RequestPool build(
            UseCase useCase, Payload payload, long seed, Binding binding, Target target, int users, int round) {
        int affordable = (int) Math.max(1, MOST_BYTES / Math.max(1L, payload.bytes()));
        int perUser = Math.max(1, Math.min((LEAST + users - 1) / users, affordable / users));
        return build(useCase.name(), useCase.generator(payload, seed), binding, target, users, perUser, round);
    }

    /** One request for one user, the first of its seed. */
    static Requests single(UseCase useCase, Payload payload, long seed, Binding binding, Target target) {
        return build(useCase.name(), useCase.generator(payload, seed), binding, target, 1, 1, 0)
                .users()
                .get(0);
    }

    private static RequestPool build(
            String useCase,
            UseCase.Generator generator,
            Binding binding,
            Target target,
            int users,
            int perUser,
            int round) {
        List<Requests> all = new ArrayList<>();
        Message last = null;
        int bodyBytes = 0;
        for (int user = 0; user < users; user++) {
            List<Request> own = new ArrayList<>();
            for (int i = 0; i < perUser; i++) {
                last = generator.next();
                Request request = new Request(last, binding, target, useCase.equals("null"));
                bodyBytes = request.bodyBytes();
                own.add(request);
            }
            all.add(new Requests(own, round * IDS + user * (IDS / users)));
        }
        return new RequestPool(List.copyOf(all), last.elements(), last.depth(), bodyBytes);
    }
}
