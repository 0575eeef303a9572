// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.cases;

import java.util.List;

/** The requests of one user, in turn, each time with a new identifier. Not thread-safe. */
public final class Requests {
    private final List<Request> pool;
    private final long firstId;
    private long taken;

    /**
     * Makes one.
     *
     * @param pool at least one request, this user's alone
     * @param firstId identifier of the first request; the following count up from it
     */
    Requests(List<Request> pool, long firstId) {
        this.pool = List.copyOf(pool);
        this.firstId = firstId;
    }

    /** The next request; valid until the one after it is taken. */
    public Request next() {
        Request request = pool.get((int) (taken % pool.size()));
        request.identify(firstId + taken);
        taken++;
        return request;
    }
}
