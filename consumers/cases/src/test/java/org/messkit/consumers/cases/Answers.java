// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.messkit.consumers.http.ExchangeException;
import org.messkit.consumers.http.Response;
import org.messkit.consumers.http.SocketExchange;
import org.messkit.consumers.http.Target;

/** A service that answers what it is told to: makes real {@link Response}s of any status and body. */
final class Answers implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final SocketExchange exchange =
            new SocketExchange(new Target("127.0.0.1", listening.getLocalPort(), "/"), Duration.ofSeconds(20), 1 << 22);
    private Socket socket;

    Answers() throws IOException {
        exchange.connect();
        socket = listening.accept();
    }

    Response ok(String body) throws IOException {
        return of(200, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The answer is there before the request is: it fits into the socket's buffers. */
    Response of(int status, byte[] body) throws IOException, ExchangeException {
        OutputStream out = socket.getOutputStream();
        out.write(("HTTP/1.1 " + status + " X\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        byte[] request = {'?'};
        Response response = exchange.send(request);
        InputStream in = socket.getInputStream();
        if (in.read() != '?') {
            throw new IOException("the request did not come");
        }
        return response;
    }

    @Override
    public void close() throws IOException {
        exchange.close();
        socket.close();
        listening.close();
    }
}
