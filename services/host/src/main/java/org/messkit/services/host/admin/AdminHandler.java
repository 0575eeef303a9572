// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.admin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.messkit.services.spi.DataStore;

/**
 * The admin port: {@code /health}, {@code /ready}, {@code /metrics} in Prometheus text, {@code /engines}; of stateful services
 * {@code /state}, {@code POST /snapshot} and {@code POST /reset}.
 */
final class AdminHandler extends Handler.Abstract {
    private static final Logger LOG = Logger.getLogger(AdminHandler.class.getName());

    private final Metrics metrics;
    private final Optional<DataStore> store;
    private final BooleanSupplier ready;
    private final Supplier<String> engines;

    /**
     * Makes one.
     *
     * @param engines what the services work with, as text
     */
    AdminHandler(Metrics metrics, Optional<DataStore> store, BooleanSupplier ready, Supplier<String> engines) {
        this.metrics = metrics;
        this.store = store;
        this.ready = ready;
        this.engines = engines;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        switch (Request.getPathInContext(request)) {
            case "/health" -> text(response, callback, HttpStatus.OK_200, "ok\n");
            case "/ready" -> {
                boolean yes = ready.getAsBoolean();
                int status = yes ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503;
                text(response, callback, status, yes ? "ready\n" : "starting\n");
            }
            case "/metrics" -> text(response, callback, HttpStatus.OK_200, metrics.text());
            case "/engines" -> text(response, callback, HttpStatus.OK_200, engines.get());
            case "/state" -> ask(response, callback, () -> text(response, callback, HttpStatus.OK_200, state()));
            case "/snapshot" -> change(request, response, callback, DataStore::snapshot);
            case "/reset" -> change(request, response, callback, DataStore::reset);
            default -> Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
        }
        return true;
    }

    /** Stateless services keep nothing that could be put back. */
    private void change(Request request, Response response, Callback callback, Consumer<DataStore> change) {
        if (HttpMethod.POST.is(request.getMethod())) {
            ask(response, callback, () -> {
                store.ifPresent(change);
                response.setStatus(HttpStatus.NO_CONTENT_204);
                callback.succeeded();
            });
        } else {
            Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "use POST");
        }
    }

    /** What a store cannot do is told to who asked: on a full disk no log would have it. */
    private static void ask(Response response, Callback callback, Runnable store) {
        try {
            store.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the store cannot do what was asked", e);
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            text(response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500, String.valueOf(root.getMessage()));
        }
    }

    /** A name, a blank and a value to a line; empty for stateless services. */
    private String state() {
        StringBuilder out = new StringBuilder();
        store.ifPresent(kept -> {
            DataStore.State state = kept.state();
            out.append("rows ").append(state.rows()).append('\n');
            out.append("checksum ").append(state.checksum()).append('\n');
            out.append("bytes ").append(state.bytes()).append('\n');
            kept.settings().forEach((name, value) -> out.append("setting:")
                    .append(name.replace(' ', '-'))
                    .append(' ')
                    .append(value)
                    .append('\n'));
        });
        return out.toString();
    }

    private static void text(Response response, Callback callback, int status, String body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    }
}
