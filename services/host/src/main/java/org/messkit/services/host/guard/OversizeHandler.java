// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.guard;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Reads a message to its end, and drops it, where its declared length is a little beyond the bound, so that its sender gets to see
 * the refusal: a connection closed while the sender still writes is reset, and with it the answer is lost. What is far beyond the bound
 * goes on to the handler within, which refuses it unread.
 */
final class OversizeHandler extends Handler.Wrapper {
    /** As many bytes as are read for nothing. */
    private static final long DROPPED = 2_000_000;

    private final long bound;

    OversizeHandler(long bound, Handler next) {
        super(next);
        this.bound = bound;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        long length = request.getLength();
        if (length <= bound || length > DROPPED) {
            return super.handle(request, response, callback);
        }
        Content.Source.consumeAll(
                request,
                Callback.from(
                        () -> Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413),
                        callback::failed));
        return true;
    }
}
