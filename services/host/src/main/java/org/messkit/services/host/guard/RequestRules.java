// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.guard;

import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What every binding asks of a request before its body is read: POST, XML, not compressed, a known character set. */
final class RequestRules extends Handler.Wrapper {
    private static final Set<String> CHARSETS = Set.of("utf-8", "utf-16", "us-ascii");

    RequestRules(Handler next) {
        super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (HttpMethod.GET.is(request.getMethod()) && request.getHttpURI().getQuery() != null) {
            return super.handle(request, response, callback);
        }
        if (!HttpMethod.POST.is(request.getMethod())) {
            ProblemHandler.refuseMethod(request, response, callback);
            return true;
        }
        String unsupported = unsupported(request);
        if (unsupported != null) {
            Response.writeError(request, response, callback, HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, unsupported);
            return true;
        }
        return new RefusableRequest(request).handledBy(getHandler(), response, callback);
    }

    private static String unsupported(Request request) {
        HttpField type = request.getHeaders().getField(HttpHeader.CONTENT_TYPE);
        if (type == null) {
            return "the content type must be XML, got none";
        }
        if (request.getHeaders().contains(HttpHeader.CONTENT_ENCODING)) {
            return "compressed requests are not served";
        }
        String value = type.getValue();
        String base = HttpField.stripParameters(value).toLowerCase(Locale.ROOT);
        if (!base.equals("text/xml") && !base.equals("application/xml") && !base.endsWith("+xml")) {
            return "the content type must be XML";
        }
        String charset = MimeTypes.getCharsetFromContentType(value);
        return charset == null || CHARSETS.contains(charset.toLowerCase(Locale.ROOT))
                ? null
                : "the character set must be UTF-8 or UTF-16";
    }
}
