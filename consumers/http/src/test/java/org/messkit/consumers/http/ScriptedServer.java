// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A server on a real socket that answers one request after the other with what its script says, byte for byte, and remembers
 * what it was sent.
 */
final class ScriptedServer implements AutoCloseable {
    private final ServerSocket listening;
    private final Queue<Act> script = new ConcurrentLinkedQueue<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> firstReads = Collections.synchronizedList(new ArrayList<>());
    private final List<Socket> connections = Collections.synchronizedList(new ArrayList<>());

    /** What is done when a request has been read whole. */
    private record Act(List<String> pieces, boolean close) {}

    ScriptedServer() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Answers the next request with these pieces, each flushed, and keeps the connection. */
    ScriptedServer answer(String... pieces) {
        script.add(new Act(List.of(pieces), false));
        return this;
    }

    /** Answers the next request with these pieces and closes the connection. */
    ScriptedServer answerAndClose(String... pieces) {
        script.add(new Act(List.of(pieces), true));
        return this;
    }

    /** Reads the next request and says nothing. */
    ScriptedServer keepSilent() {
        return answer();
    }

    Target target() {
        return new Target(listening.getInetAddress().getHostAddress(), listening.getLocalPort(), "/scripted");
    }

    /** The requests as they came, head and body. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Bytes that the first read of each request brought. */
    List<Integer> firstReads() {
        return List.copyOf(firstReads);
    }

    int connections() {
        return connections.size();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : List.copyOf(connections)) {
            socket.close();
        }
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                socket.setTcpNoDelay(true);
                connections.add(socket);
                converse(socket);
            } catch (IOException e) {
                // The other side is gone, or the test is over.
            }
        }
    }

    private void converse(Socket socket) throws IOException {
        while (hear(socket.getInputStream())) {
            Act act = script.remove();
            for (String piece : act.pieces) {
                socket.getOutputStream().write(piece.getBytes(StandardCharsets.ISO_8859_1));
            }
            if (act.close) {
                return;
            }
        }
    }

    private boolean hear(InputStream in) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        int first = -1;
        while (!whole(request.toString(StandardCharsets.ISO_8859_1))) {
            int count = in.read(buffer);
            if (count < 0) {
                return false;
            }
            first = first < 0 ? count : first;
            request.write(buffer, 0, count);
        }
        firstReads.add(first);
        requests.add(request.toString(StandardCharsets.ISO_8859_1));
        return true;
    }

    private static boolean whole(String request) {
        int head = request.indexOf("\r\n\r\n");
        if (head < 0) {
            return false;
        }
        String field = "Content-Length: ";
        int from = request.indexOf(field) + field.length();
        int length = Integer.parseInt(request.substring(from, request.indexOf('\r', from)));
        return request.length() >= head + 4 + length;
    }
}
