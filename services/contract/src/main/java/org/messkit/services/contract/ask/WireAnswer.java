// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.ask;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One answer over a connection of its own, read to its end. Requests are sent byte for byte as given, which no client library
 * would do.
 *
 * @param status of the status line, 0 if there was no answer
 * @param head status line and fields
 * @param body as it came, without the marks of chunks
 */
public record WireAnswer(int status, String head, byte[] body) {
    private static final int PATIENCE_MILLIS = 20_000;

    /** Sends a request, the body behind its length, and asks for the connection to be closed. */
    public static WireAnswer to(int port, String head, byte[] body) throws IOException {
        String whole = head + "Connection: close\r\nContent-Length: " + body.length + "\r\n\r\n";
        return to(port, Envelope.join(whole.getBytes(StandardCharsets.ISO_8859_1), body));
    }

    /** Sends bytes and reads until the other side closes. */
    public static WireAnswer to(int port, byte[] request) throws IOException {
        try (Socket socket = connected(port)) {
            try {
                socket.getOutputStream().write(request);
            } catch (SocketException e) {
                // Who refuses a message need not read it to its end; the answer may be there all the same.
            }
            return read(socket);
        }
    }

    public static Socket connected(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** Reads until the other side closes. */
    public static WireAnswer read(Socket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketException e) {
            // What came before the reset is what there is.
        }
        return of(all.toByteArray());
    }

    /** The text of the body. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static WireAnswer of(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new WireAnswer(0, text, new byte[0]);
        }
        String head = text.substring(0, end);
        byte[] body = text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
        boolean chunked = head.toLowerCase(Locale.ROOT).contains("\r\ntransfer-encoding: chunked");
        return new WireAnswer(Integer.parseInt(head.split(" ", 3)[1]), head, chunked ? joined(body) : body);
    }

    private static byte[] joined(byte[] chunked) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        String text = new String(chunked, StandardCharsets.ISO_8859_1);
        for (int at = 0; at < text.length(); ) {
            int line = text.indexOf("\r\n", at);
            int size = Integer.parseInt(text.substring(at, line).strip(), 16);
            if (size == 0) {
                break;
            }
            joined.write(chunked, line + 2, size);
            at = line + 2 + size + 2;
        }
        return joined.toByteArray();
    }
}
