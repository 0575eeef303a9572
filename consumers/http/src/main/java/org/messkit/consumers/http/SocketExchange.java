// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.messkit.consumers.http.ExchangeException.Stage;

/**
 * The exchange over one blocking socket: keep-alive, head and body in one write, the whole answer read. It speaks what a
 * measured service speaks (Content-Length and chunked) and says clearly what else it met.
 *
 * @implNote a plain socket costs a half to a tenth of any HTTP library's CPU per request, so the TestNode is not what is
 *     measured; see docs/decisions
 */
public final class SocketExchange implements Exchange {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final Target target;
    private final int readTimeoutMillis;
    private final ResponseReader reader;
    private final Response response = new Response();
    /** Closed from outside where nobody waits any longer. */
    private volatile Socket socket;

    private InputStream in;
    private OutputStream out;
    private long startNanos;
    private long endNanos;

    /**
     * Makes one that is not connected yet.
     *
     * @param target where to
     * @param readTimeout longest silence while an answer is awaited, 1 ms or more
     * @param largestResponse bytes of the largest answer that is accepted, as they come: head and chunk framing included
     */
    public SocketExchange(Target target, Duration readTimeout, int largestResponse) {
        this.target = target;
        this.readTimeoutMillis = Math.toIntExact(readTimeout.toMillis());
        if (readTimeoutMillis < 1) {
            // A socket would take 0 for no time-out at all.
            throw new IllegalArgumentException("the read time-out must be at least 1 ms, got: " + readTimeout);
        }
        this.reader = new ResponseReader(largestResponse);
    }

    @Override
    public void connect() throws ExchangeException {
        if (socket != null) {
            return;
        }
        Socket fresh = new Socket();
        try {
            fresh.setTcpNoDelay(true);
            fresh.setSoTimeout(readTimeoutMillis);
            fresh.connect(
                    new InetSocketAddress(target.host(), target.port()), Math.toIntExact(CONNECT_TIMEOUT.toMillis()));
            in = fresh.getInputStream();
            out = fresh.getOutputStream();
            socket = fresh;
        } catch (IOException e) {
            quietly(fresh);
            throw new ExchangeException(Stage.CONNECT, "no connection to " + target + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Response send(byte[] request) throws ExchangeException {
        startNanos = System.nanoTime();
        try {
            if (socket == null) {
                connect();
                startNanos = System.nanoTime();
            }
            write(request);
            reader.read(in, response);
            endNanos = System.nanoTime();
        } catch (SocketTimeoutException e) {
            throw failed(Stage.RECEIVE, "no answer within " + readTimeoutMillis + " ms", e);
        } catch (ExchangeException e) {
            throw failed(e.stage(), e.getMessage(), e.getCause());
        } catch (IOException e) {
            throw failed(Stage.RECEIVE, "the connection broke while the answer was read: " + e.getMessage(), e);
        }
        if (reader.lastOfConnection()) {
            close();
        }
        return response;
    }

    @Override
    public long startNanos() {
        return startNanos;
    }

    @Override
    public long endNanos() {
        return endNanos;
    }

    @Override
    public void close() {
        if (socket != null) {
            quietly(socket);
            socket = null;
        }
    }

    private void write(byte[] request) throws ExchangeException {
        try {
            out.write(request);
        } catch (IOException e) {
            throw new ExchangeException(
                    Stage.SEND, "the connection broke while the request was sent: " + e.getMessage(), e);
        }
    }

    private ExchangeException failed(Stage stage, String what, Throwable cause) {
        endNanos = System.nanoTime();
        close();
        return new ExchangeException(stage, what, cause);
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is given up either way.
        }
    }
}
