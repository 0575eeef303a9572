// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host;

import java.io.IOException;
import java.net.BindException;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.messkit.services.host.admin.Admin;
import org.messkit.services.host.binding.Bindings;
import org.messkit.services.host.guard.Guard;
import org.messkit.services.host.guard.ProblemHandler;
import org.messkit.services.spi.DataStore;
import org.messkit.services.spi.StoreException;
import org.messkit.services.spi.Technology;

/** A running host: the service port with every binding, and the admin port. */
public final class ServiceHost implements AutoCloseable {
    private static final int ADMIN_THREADS = 8;
    private static final int LEAST_THREADS = 8;
    private static final int HEADER_BYTES = 16 << 10;

    private final Server services;
    private final Server admin;
    private final Admin watch;
    private final Optional<DataStore> store;

    private ServiceHost(Server services, Server admin, Admin watch, Optional<DataStore> store) {
        this.services = services;
        this.admin = admin;
        this.watch = watch;
        this.store = store;
    }

    /**
     * Starts both ports with the technologies that the class path offers.
     *
     * @throws BindException if a port cannot be opened, mostly because it is taken
     * @throws IllegalArgumentException if a service is unknown to the technologies on the class path
     * @throws StoreException if the store of a stateful technology cannot be opened
     * @throws IOException if the server cannot start
     */
    public static ServiceHost start(HostConfig config) throws IOException {
        return start(config, ServiceLoader.load(Technology.class));
    }

    /** As {@link #start(HostConfig)} with given technologies. */
    public static ServiceHost start(HostConfig config, Iterable<Technology> technologies) throws IOException {
        Bindings bindings = new Bindings(config.services(), technologies);
        // There is one technology to a room.
        Optional<DataStore> store = StreamSupport.stream(technologies.spliterator(), false)
                .flatMap(technology -> technology.store().stream())
                .findFirst();

        Admin watch = new Admin();
        Server services = new Server(threads("service", config.threads()));
        services.addConnector(connector(services, config.address(), config.port(), config.idleMillis()));
        services.setHandler(watch.counted(Guard.before(bindings.handler(), config.maxMessageBytes())));
        services.setErrorHandler(new ProblemHandler());
        bindings.tell("org.eclipse.jetty.server.Server", services);

        Server admin = new Server(threads("admin", ADMIN_THREADS));
        admin.addConnector(connector(admin, "127.0.0.1", config.adminPort(), config.idleMillis()));
        admin.setHandler(watch.port(store, services::isStarted, bindings::engines));
        admin.setErrorHandler(new ProblemHandler());

        ServiceHost host = new ServiceHost(services, admin, watch, store);
        try {
            start(services);
            start(admin);
            watch.start();
        } catch (IOException | RuntimeException e) {
            host.close();
            throw e;
        }
        return host;
    }

    /** The port that serves. */
    public int port() {
        return ((ServerConnector) services.getConnectors()[0]).getLocalPort();
    }

    /**
     * The port of {@code /health}, {@code /ready}, {@code /metrics}, {@code /engines}, {@code /state}, {@code /snapshot} and
     * {@code /reset}.
     */
    public int adminPort() {
        return ((ServerConnector) admin.getConnectors()[0]).getLocalPort();
    }

    @Override
    public void close() {
        watch.close();
        stop(services);
        stop(admin);
        store.ifPresent(DataStore::close);
    }

    private static QueuedThreadPool threads(String name, int most) {
        QueuedThreadPool pool = new QueuedThreadPool(most, Math.min(most, LEAST_THREADS));
        pool.setName(name);
        return pool;
    }

    private static ServerConnector connector(Server server, String address, int port, long idleMillis) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setHttpCompliance(HttpCompliance.RFC7230);
        http.setUriCompliance(UriCompliance.RFC3986);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(address);
        connector.setPort(port);
        connector.setIdleTimeout(idleMillis);
        Guard.watch(connector, idleMillis);
        return connector;
    }

    private static void start(Server server) throws IOException {
        try {
            server.start();
        } catch (IOException e) {
            Throwable cause = e.getCause() instanceof BindException ? e.getCause() : e;
            if (cause instanceof BindException) {
                // Taken, not allowed, or not an address of this machine: the system says which.
                ServerConnector wanted = (ServerConnector) server.getConnectors()[0];
                BindException closed = new BindException("port " + wanted.getPort() + " of " + wanted.getHost()
                        + " cannot be opened: " + cause.getMessage());
                closed.initCause(e);
                throw closed;
            }
            throw e;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the host cannot start: " + e.getMessage(), e);
        }
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the host cannot stop: " + e.getMessage(), e);
        }
    }
}
