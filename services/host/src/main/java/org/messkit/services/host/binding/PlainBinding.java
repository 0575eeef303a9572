// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.binding;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.messkit.services.host.guard.ProblemHandler;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.PlainHandler;

/** Plain XML over HTTP: the body is the payload, straight from Jetty to the handler. */
final class PlainBinding extends Handler.Abstract {
    private static final PreEncodedHttpField XML =
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, MimeTypes.Type.TEXT_XML_UTF_8.asString());

    private final Map<String, PlainHandler> handlers;

    private PlainBinding(Map<String, PlainHandler> handlers) {
        this.handlers = Map.copyOf(handlers);
    }

    static Handler handler(List<Service> services) {
        Map<String, PlainHandler> handlers = new HashMap<>();
        services.forEach(service -> handlers.put(service.name().path(), service.plain()));
        return new PlainBinding(handlers);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        PlainHandler handler = handlers.get(Request.getPathInContext(request));
        if (handler == null) {
            return false;
        }
        if (!HttpMethod.POST.is(request.getMethod())) {
            // A GET with a query is let through to the bindings that describe themselves.
            ProblemHandler.refuseMethod(request, response, callback);
            return true;
        }
        Answer answer;
        try (InputStream body = Content.Source.asInputStream(request)) {
            answer = handler.answer(body);
        } catch (BadRequestException e) {
            ProblemHandler.write(response, callback, HttpStatus.BAD_REQUEST_400, e.getMessage());
            return true;
        }
        write(answer, response, callback);
        return true;
    }

    private static void write(Answer answer, Response response, Callback callback) {
        response.getHeaders().put(XML);
        try (AnswerStream out = new AnswerStream(response)) {
            answer.writeTo(out);
            out.last(callback);
        } catch (IOException e) {
            callback.failed(e);
        }
    }
}
