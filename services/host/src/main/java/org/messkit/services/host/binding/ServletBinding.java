// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.binding;

import jakarta.servlet.Servlet;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.messkit.services.host.guard.ProblemHandler;
import org.messkit.services.host.guard.RefusableRequest;
import org.messkit.services.spi.OwnServlet;
import org.messkit.services.spi.ServiceName;

/** A binding that a technology brings: its servlet on the host's own Jetty. Whatever else it offers is not reached. */
final class ServletBinding extends Handler.Wrapper {
    private final Set<String> paths;

    private ServletBinding(Handler servlet, Set<String> paths) {
        super(servlet);
        this.paths = paths;
    }

    static Handler handler(String binding, OwnServlet own, List<ServiceName> services) {
        ServletContextHandler context = new ServletContextHandler("/" + binding);
        context.setBaseResourceAsPath(own.root());
        own.parameters().forEach(context::setInitParameter);
        ServletHolder holder = new ServletHolder(type(own.className()));
        holder.setInitOrder(1);
        context.addServlet(holder, "/*");
        return new ServletBinding(
                context, services.stream().map(ServiceName::path).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!paths.contains(Request.getPathInContext(request))) {
            return false;
        }
        if (!HttpMethod.POST.is(request.getMethod())) {
            ProblemHandler.refuseMethod(request, response, callback);
            return true;
        }
        return super.handle(new SingleBytes(request), new DiscreetResponse(request, response), callback);
    }

    /**
     * A request in an encoding of single bytes. A servlet that reads a message by itself may know half of the other ones: BaseX takes UTF-16 for
     * characters of two bytes each, and would answer with others than came.
     */
    private static final class SingleBytes extends Request.Wrapper {
        private boolean begun;

        SingleBytes(Request request) {
            super(request);
        }

        @Override
        public Content.Chunk read() {
            Content.Chunk chunk = super.read();
            if (begun || chunk == null || chunk.remaining() < 2) {
                return chunk;
            }
            begun = true;
            ByteBuffer bytes = chunk.getByteBuffer();
            byte first = bytes.get(bytes.position());
            byte second = bytes.get(bytes.position() + 1);
            // A mark of byte order, or half of a letter.
            boolean mark = first == (byte) 0xFE || first == (byte) 0xFF;
            if (!mark && (first == 0) == (second == 0)) {
                return chunk;
            }
            chunk.release();
            return Request.as(this, RefusableRequest.class).refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE_415);
        }
    }

    private static Class<? extends Servlet> type(String className) {
        try {
            return Class.forName(className).asSubclass(Servlet.class);
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new IllegalArgumentException("there is no servlet " + className + " on this class path", e);
        }
    }
}
