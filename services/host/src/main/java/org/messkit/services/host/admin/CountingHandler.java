// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.admin;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Counts every request when it arrives, so long before the last byte of its answer leaves: whoever has read an answer finds
 * it counted.
 */
final class CountingHandler extends Handler.Wrapper {
    private final Counters counters;
    private final ThreadStates threads;

    CountingHandler(Counters counters, ThreadStates threads, Handler counted) {
        super(counted);
        this.counters = counters;
        this.threads = threads;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        counters.requests.increment();
        Request.addCompletionListener(request, failure -> counters.answered(response.getStatus()));
        threads.begin();
        try {
            return super.handle(request, response, callback);
        } finally {
            threads.end();
        }
    }
}
