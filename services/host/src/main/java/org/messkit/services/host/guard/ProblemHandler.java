// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.guard;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers errors as an RFC 7807 problem in XML: the status and a short reason, nothing of the inside. */
public final class ProblemHandler extends ErrorHandler {
    private static final int LONGEST = 200;

    /** Makes one. */
    public ProblemHandler() {}

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        Object message = request.getAttribute(ERROR_MESSAGE);
        // A failure of our own may carry anything in its message; the sender's failures are worded by the host.
        String detail = status < HttpStatus.INTERNAL_SERVER_ERROR_500 && message != null ? message.toString() : "";
        write(response, callback, status, detail);
        return true;
    }

    /** Answers with a status and a reason. */
    public static void write(Response response, Callback callback, int status, String detail) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+xml; charset=utf-8");
        byte[] body = problem(status, detail).getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    /** Answers what is not sent by POST. */
    public static void refuseMethod(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.ALLOW, HttpMethod.POST.asString());
        Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "use POST");
    }

    private static String problem(int status, String detail) {
        String text = detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail;
        return "<problem xmlns=\"urn:ietf:rfc:7807\"><title>" + HttpStatus.getMessage(status) + "</title><status>"
                + status + "</status>" + (text.isEmpty() ? "" : "<detail>" + escaped(text) + "</detail>")
                + "</problem>";
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                default -> out.appendCodePoint(c >= ' ' && c != 0xFFFE && c != 0xFFFF ? c : ' ');
            }
        });
        return out.toString();
    }
}
