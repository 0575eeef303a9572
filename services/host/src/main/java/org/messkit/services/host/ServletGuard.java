// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Stands between the host and a servlet that it does not know. A servlet that fails may tell anything in its answer: in its
 * place goes out a problem that says nothing of the inside. What the host refused while the servlet read the body, which
 * the servlet took for a failure, is answered as the host would. One request's alone.
 */
final class ServletGuard extends Request.Wrapper {
    private int refused;

    ServletGuard(Request request) {
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

    Response guard(Response response) {
        return new Guarded(response);
    }

    private final class Guarded extends Response.Wrapper {
        Guarded(Response response) {
            super(ServletGuard.this, response);
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            int status = refused > 0 ? refused : getStatus();
            if (isCommitted() || refused == 0 && status < HttpStatus.INTERNAL_SERVER_ERROR_500) {
                super.write(last, content, callback);
            } else if (last) {
                ProblemHandler.write(getWrapped(), callback, status, "");
            } else {
                callback.succeeded();
            }
        }
    }
}
