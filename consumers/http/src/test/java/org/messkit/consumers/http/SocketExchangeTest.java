// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.messkit.consumers.http.ExchangeException.Stage;

class SocketExchangeTest {
    private static final String FINE = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private ScriptedServer server;
    private SocketExchange exchange;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
        exchange = new SocketExchange(server.target(), PATIENCE, 1 << 20);
    }

    @AfterEach
    void stop() throws Exception {
        exchange.close();
        server.close();
    }

    @Test
    void readsAnAnswerWithContentLength() throws Exception {
        server.answer(FINE);
        Response response = exchange.send(request("hello"));
        assertEquals(200, response.status());
        assertEquals("fine", text(response));
        assertEquals(4, response.bodyLength());
        assertEquals(FINE.length(), response.wireBytes());
        assertTrue(exchange.endNanos() >= exchange.startNanos());
    }

    @Test
    void readsAnAnswerInChunks() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3\r\nabc\r\nA;name=\"value\"\r\n0123456789\r\n0\r\nDigest: none\r\n\r\n";
        server.answer(answer);
        Response response = exchange.send(request("hello"));
        assertEquals("abc0123456789", text(response));
        assertEquals(answer.length(), response.wireBytes());
    }

    @Test
    void theRequestArrivesAsItWasGivenInOneRead() throws Exception {
        server.answer(FINE);
        byte[] request = request("hello");
        exchange.send(request);
        assertEquals(List.of(new String(request, StandardCharsets.ISO_8859_1)), server.requests());
        assertEquals(List.of(request.length), server.firstReads());
    }

    @Test
    void oneConnectionServesManyRequests() throws Exception {
        for (int i = 0; i < 50; i++) {
            server.answer(i % 2 == 0 ? FINE : "HTTP/1.1 204 No Content\r\n\r\n");
            assertEquals(i % 2 == 0 ? "fine" : "", text(exchange.send(request("number " + i))));
        }
        assertEquals(1, server.connections());
        assertEquals(50, server.requests().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Connection: close",
                "connection: Close",
                "Connection: foo, close",
                "Connection: close¶Connection: foo"
            })
    void anAnnouncedCloseIsFollowedByANewConnection(String fields) throws Exception {
        server.answerAndClose(
                "HTTP/1.1 200 OK\r\n" + fields.replace("¶", "\r\n") + "\r\nContent-Length: 4\r\n\r\nlast");
        server.answer(FINE);
        assertEquals("last", text(exchange.send(request("1"))));
        assertEquals("fine", text(exchange.send(request("2"))));
        assertEquals(2, server.connections());
    }

    @Test
    void theAnswerAfter100ContinueIsTheAnswer() throws Exception {
        server.answer("HTTP/1.1 100 Continue\r\n\r\n" + FINE);
        server.answer("HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n", FINE);
        assertEquals("fine", text(exchange.send(request("1"))));
        assertEquals("fine", text(exchange.send(request("2"))));
    }

    @ParameterizedTest
    @CsvSource({"204 No Content", "304 Not Modified"})
    void aStatusWithoutBodyNeedsNoLength(String status) throws Exception {
        server.answer("HTTP/1.1 " + status + "\r\n\r\n").answer(FINE);
        assertEquals(0, exchange.send(request("1")).bodyLength());
        assertEquals("fine", text(exchange.send(request("2"))));
    }

    @Test
    void errorsOfTheServiceAreAnswersToo() throws Exception {
        server.answer("HTTP/1.1 500 Server Error\r\nContent-Length: 6\r\n\r\nbroken");
        Response response = exchange.send(request("1"));
        assertEquals(500, response.status());
        assertEquals("broken", response.excerpt());
    }

    @Test
    void anAnswerMayOutgrowTheBuffer() throws Exception {
        String body = "0123456789".repeat(50_000);
        server.answer("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        server.answer(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                Integer.toHexString(body.length()) + "\r\n" + body + "\r\n",
                ("a\r\n0123456789\r\n").repeat(10_000),
                "0\r\n\r\n");
        server.answer(FINE);
        assertEquals(body, text(exchange.send(request("1"))));
        assertEquals(body + body.substring(0, 100_000), text(exchange.send(request("2"))));
        assertEquals("fine", text(exchange.send(request("3"))));
    }

    @Test
    void theBodyIsACopyTheBufferIsNot() throws Exception {
        server.answer(FINE).answer(FINE.replace("fine", "good"));
        Response first = exchange.send(request("1"));
        byte[] kept = first.body();
        exchange.send(request("2"));
        assertArrayEquals("fine".getBytes(StandardCharsets.US_ASCII), kept);
    }

    @Test
    void aRefusedConnectionNeverReachedTheService() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        Target nobody = new Target("127.0.0.1", free, "/");
        try (SocketExchange unconnected = new SocketExchange(nobody, PATIENCE, 1000)) {
            for (int i = 0; i < 2; i++) {
                ExchangeException e = assertThrows(ExchangeException.class, () -> unconnected.send(request("1")));
                assertEquals(Stage.CONNECT, e.stage());
                assertTrue(e.getMessage().startsWith("no connection to " + nobody), e.getMessage());
                assertTrue(unconnected.endNanos() >= unconnected.startNanos());
            }
        }
    }

    @Test
    void aSilentServiceIsATimeOut() throws Exception {
        server.keepSilent().answer(FINE);
        try (SocketExchange impatient = new SocketExchange(server.target(), Duration.ofMillis(50), 1000)) {
            ExchangeException e = assertThrows(ExchangeException.class, () -> impatient.send(request("1")));
            assertEquals(Stage.RECEIVE, e.stage());
            assertEquals("no answer within 50 ms", e.getMessage());
        }
        assertEquals("fine", text(exchange.send(request("2"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                            | closed the connection after 0 bytes",
                "HTTP/1.1 200 O                                              | closed the connection after 14 bytes",
                "HTTP/1.1 200 OK¶Content-Length: 10¶¶12345                   | closed the connection after 44 bytes",
                "HTTP/1.1 200 OK¶Transfer-Encoding: chunked¶¶5¶abc           | closed the connection after",
                "HTTP/1.1 200 OK¶Transfer-Encoding: chunked¶¶3¶abc¶          | closed the connection after"
            })
    void aConnectionThatEndsTooEarlyIsSaid(String answer, String reason) throws Exception {
        server.answerAndClose(answer == null ? "" : answer.replace("¶", "\r\n")).answer(FINE);
        assertFails(Stage.RECEIVE, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.0 200 OK¶Content-Length: 4¶¶fine               | not HTTP/1.1: HTTP/1.0 200 OK",
                "SSH-2.0-OpenSSH_9.2 and more¶¶                        | not HTTP/1.1: SSH-2.0",
                "HTTP/1.1 20¶Content-Length: 4¶¶fine                   | status is none: 20",
                "HTTP/1.1 2000 OK¶Content-Length: 4¶¶fine              | status is none: 2000 OK",
                "HTTP/1.1 abc¶Content-Length: 4¶¶fine                  | status is none: abc",
                "HTTP/1.1 200 OK¶¶fine                                 | neither a Content-Length nor chunks (status 200)",
                "HTTP/1.1 200 OK¶Content-Length: 4¶Transfer-Encoding: chunked¶¶fine | both a Content-Length and chunks",
                "HTTP/1.1 200 OK¶Content-Length: 4¶Content-Length: 5¶¶fine          | two different Content-Lengths",
                "HTTP/1.1 200 OK¶Content-Length: four¶¶fine            | is none: four",
                "HTTP/1.1 200 OK¶Content-Length: -4¶¶fine              | is none: -4",
                "HTTP/1.1 200 OK¶Content-Length: 99999999999999999999¶¶| is none: 99999999999999999999",
                "HTTP/1.1 200 OK¶Content-Length: 4↵X: y¶¶fine          | ends without a carriage return: Content-Length: 4",
                "HTTP/1.1 200 OK¶Content-Length: 2000000¶¶             | at most 1048576 bytes, announced: 2000000",
                "HTTP/1.1 200 OK¶Content-Length: 4¶¶fine!              | bytes after the end of the answer: 1",
                "HTTP/1.1 204 No Content¶¶fine                         | bytes after the end of the answer: 4",
                "HTTP/1.1 200 OK¶Transfer-Encoding: gzip, chunked¶¶0¶¶ | transfer encoding is not chunked: gzip, chunked",
                "HTTP/1.1 200 OK¶Transfer-Encoding: chunked¶¶zz¶ab¶0¶¶ | size is no number: zz",
                "HTTP/1.1 200 OK¶Transfer-Encoding: chunked¶¶-2¶ab¶0¶¶ | size is no number: -2",
                "HTTP/1.1 200 OK¶Transfer-Encoding: chunked¶¶¶ab¶0¶¶   | size is no number",
                "HTTP/1.1 200 OK¶Transfer-Encoding: chunked¶¶1¶ab¶0¶¶  | does not end with a line end",
                "HTTP/1.1 200 OK¶Transfer-Encoding: chunked¶¶0¶¶fine   | bytes after the end of the answer: 4",
                "HTTP/1.1 200 OK¶Transfer-Encoding: chunked¶¶7fffffff¶ | at most 1048576 bytes"
            })
    void whatIsNotUnderstoodIsSaid(String answer, String reason) throws Exception {
        server.answer(answer.replace("¶", "\r\n").replace("↵", "\n")).answer(FINE);
        assertFails(Stage.PROTOCOL, reason);
    }

    @Test
    void anEndlessHeadIsRefused() throws Exception {
        server.answer("HTTP/1.1 200 OK\r\n" + "X-Filler: 0123456789\r\n".repeat(5000))
                .answer(FINE);
        assertFails(Stage.PROTOCOL, "the head of the answer has more than 65536 bytes");
    }

    @Test
    void endlessChunksAreRefused() throws Exception {
        String chunk = "10000\r\n" + "x".repeat(1 << 16) + "\r\n";
        server.answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", chunk.repeat(16))
                .answer(FINE);
        assertFails(Stage.PROTOCOL, "at most 1048576 bytes");
    }

    @Test
    void anAnswerOfTheLargestSizeIsAccepted() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 999900\r\n\r\n";
        server.answer(head + "x".repeat(999_900));
        Target target = server.target();
        try (SocketExchange exact = new SocketExchange(target, PATIENCE, head.length() + 999_900)) {
            assertEquals(999_900, exact.send(request("1")).bodyLength());
        }
    }

    @Test
    void aReadTimeOutThatWouldBeNoneIsRefused() {
        Target target = server.target();
        assertThrows(IllegalArgumentException.class, () -> new SocketExchange(target, Duration.ZERO, 1000));
    }

    /** The next send fails as told, and the one after it works, on a connection of its own. */
    private void assertFails(Stage stage, String reason) throws ExchangeException {
        ExchangeException e = assertThrows(ExchangeException.class, () -> exchange.send(request("1")));
        assertEquals(stage, e.stage());
        assertTrue(e.getMessage().contains(reason), e.getMessage());
        assertTrue(exchange.endNanos() >= exchange.startNanos());
        assertEquals("fine", text(exchange.send(request("2"))));
        assertEquals(2, server.connections());
    }

    private static byte[] request(String body) {
        return ("POST /scripted HTTP/1.1\r\nHost: here\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(Response response) {
        return new String(response.body(), StandardCharsets.ISO_8859_1);
    }
}
