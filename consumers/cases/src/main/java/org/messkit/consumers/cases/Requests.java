// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.cases;

import java.util.List;
import org.messkit.usecases.Changes;
import org.messkit.usecases.Script;

/** The requests of one user, as its script has them, each time with a new identifier. Not thread-safe. */
public final class Requests {
    private final List<Request> pool;
    private final Script script;
    private Request last;

    /**
     * Makes one.
     *
     * @param pool a request per message of the script, this user's alone
     * @param script chooses from them
     */
    Requests(List<Request> pool, Script script) {
        this.pool = List.copyOf(pool);
        this.script = script;
    }

    /** The next request; valid until the one after it is taken. */
    public Request next() {
        Script.Turn turn = script.next();
        last = pool.get(turn.message());
        last.identify(turn.number());
        return last;
    }

    /** Bytes of the body of the last request taken, envelope included; 0 before the first. */
    public int bodyBytes() {
        return last == null ? 0 : last.bodyBytes();
    }

    /** Operation of the last request taken, where the use case has several; else empty. */
    public String operation() {
        return last == null ? "" : last.operation();
    }

    /** What all requests so far do to what the service keeps, if all were carried out. */
    public Changes changes() {
        return script.changes();
    }
}
