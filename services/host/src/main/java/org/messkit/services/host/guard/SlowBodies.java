// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.guard;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends connections whose request comes byte by byte: each holds a thread, and is never silent long enough for the idle limit. It looks at the
 * connections now and then, which costs requests nothing.
 */
final class SlowBodies extends AbstractLifeCycle {
    /** A message of 5 kB may take five seconds, however slow the line. */
    static final long LEAST_BYTES_PER_SECOND = 1_000;

    private static final long MOST_PAUSE_MILLIS = 1_000;

    private final ServerConnector connector;
    private final long graceNanos;
    private final long pauseMillis;
    private Map<EndPoint, Request> open = Map.of();
    private volatile Scheduler.Task next;

    /** Begins when the connector does, as a bean of it. */
    SlowBodies(ServerConnector connector, long graceMillis) {
        this.connector = connector;
        this.graceNanos = TimeUnit.MILLISECONDS.toNanos(graceMillis);
        this.pauseMillis = Math.min(MOST_PAUSE_MILLIS, graceMillis);
    }

    /** A request that had no answer yet when it was looked at. */
    private record Request(long number, long since, long bytesThen, long bytes) {}

    @Override
    protected void doStart() {
        schedule();
    }

    @Override
    protected void doStop() {
        next.cancel();
    }

    private void schedule() {
        next = connector.getScheduler().schedule(this::look, pauseMillis, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            open = stillOpen();
        } finally {
            if (isRunning()) {
                schedule();
            }
        }
    }

    /** Ends what is too slow; what is left, as it is now. */
    private Map<EndPoint, Request> stillOpen() {
        Map<EndPoint, Request> now = new HashMap<>();
        for (EndPoint endPoint : connector.getConnectedEndPoints()) {
            Connection connection = endPoint.getConnection();
            if (connection != null && connection.getMessagesIn() > connection.getMessagesOut()) {
                Request before = open.get(endPoint);
                Request request = seen(connection, before);
                // Where nothing came it is the service that is waited for, or the idle limit that ends it.
                if (before != null && request.bytes > before.bytes && isTooSlow(request)) {
                    endPoint.close();
                } else {
                    now.put(endPoint, request);
                }
            }
        }
        return now;
    }

    private static Request seen(Connection connection, Request before) {
        long number = connection.getMessagesIn();
        long bytes = connection.getBytesIn();
        return before != null && before.number == number
                ? new Request(number, before.since, before.bytesThen, bytes)
                : new Request(number, System.nanoTime(), bytes, bytes);
    }

    private boolean isTooSlow(Request request) {
        long nanos = System.nanoTime() - request.since;
        double least = (double) LEAST_BYTES_PER_SECOND * nanos / TimeUnit.SECONDS.toNanos(1);
        return nanos >= graceNanos && request.bytes - request.bytesThen < least;
    }
}
