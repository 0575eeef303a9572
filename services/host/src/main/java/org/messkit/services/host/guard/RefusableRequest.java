// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.guard;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A request whose body the host may refuse while it is read, as it does when a body in chunks outgrows the bound. Parsers and
 * bindings take that for a failure of their own; what goes out is the host's refusal all the same. One request's alone.
 */
public final class RefusableRequest extends Request.Wrapper {
    private int refused;

    RefusableRequest(Request request) {
        super(request);
    }

    @Override
    public Content.Chunk read() {
        Content.Chunk chunk = super.read();
        if (Content.Chunk.isFailure(chunk) && chunk.getFailure() instanceof HttpException refusal) {
            refused = refusal.getCode();
        }
        return chunk;
    }

    /** What a body reads as that is refused within. */
    public Content.Chunk refusal(int status) {
        refused = status;
        return Content.Chunk.from(new HttpException.RuntimeException(status), true);
    }

    /** Has a handler answer this request. */
    boolean handledBy(Handler handler, Response response, Callback callback) throws Exception {
        try {
            return handler.handle(this, new Answer(response), callback);
        } catch (Exception e) {
            if (refused == 0 || response.isCommitted()) {
                throw e;
            }
            ProblemHandler.write(response, callback, refused, "");
            return true;
        }
    }

    private final class Answer extends Response.Wrapper {
        Answer(Response response) {
            super(RefusableRequest.this, response);
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            if (refused == 0 || isCommitted()) {
                super.write(last, content, callback);
            } else if (last) {
                ProblemHandler.write(getWrapped(), callback, refused, "");
            } else {
                callback.succeeded();
            }
        }
    }
}
