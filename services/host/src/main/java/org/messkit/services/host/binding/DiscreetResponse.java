// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.binding;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.messkit.services.host.guard.ProblemHandler;

/**
 * The answer of a servlet that the host does not know. One that fails may tell anything; in its place goes out a problem that
 * says nothing of the inside. One request's alone.
 */
final class DiscreetResponse extends Response.Wrapper {
    DiscreetResponse(Request request, Response response) {
        super(request, response);
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
        if (isCommitted() || getStatus() < HttpStatus.INTERNAL_SERVER_ERROR_500) {
            super.write(last, content, callback);
        } else if (last) {
            ProblemHandler.write(getWrapped(), callback, getStatus(), "");
        } else {
            callback.succeeded();
        }
    }
}
