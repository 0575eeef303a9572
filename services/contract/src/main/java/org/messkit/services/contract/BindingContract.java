// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.consumers.http.Binding;
import org.messkit.services.contract.ask.Descriptor;
import org.messkit.services.contract.ask.Envelope;
import org.messkit.services.contract.ask.WireAnswer;
import org.messkit.services.contract.hostile.Attack;
import org.messkit.services.contract.hostile.HostUnderAttack;
import org.messkit.services.host.HostConfig;
import org.messkit.services.spi.ServiceName;
import org.messkit.services.spi.Technology;

/**
 * What every binding must do with requests that are hostile below the document: too large, never whole, of another kind,
 * compressed, or two in one. Holds for a binding whatever technology is behind it, so one room that has all of them runs it.
 */
public abstract class BindingContract {
    private static final int MOST_BYTES = 250_000;
    private static final int IDLE_MILLIS = 1_000;
    private static final long HANGS_NANOS = 20_000_000_000L;
    private static final String SECOND = "GET /second HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final Technology technology;

    /** Makes the contract of the bindings of one technology's room. */
    protected BindingContract(Technology technology) {
        this.technology = technology;
    }

    @TestFactory
    Stream<DynamicTest> messagesBeyondTheBoundAreRefused(@TempDir Path folder) throws IOException {
        Attack huge = Attack.ALL.stream()
                .filter(attack -> attack.file().startsWith("18-"))
                .findFirst()
                .orElseThrow();
        return each(folder, (host, service) -> {
            String payload = new String(HostUnderAttack.normal(service).request(), StandardCharsets.UTF_8);
            byte[] body = huge.body(Binding.named(service.binding()), payload, folder, 1);
            assertRefused(413, WireAnswer.to(host.port(), HostUnderAttack.head(service), body));
            String chunked = HostUnderAttack.head(service) + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + Integer.toHexString(body.length) + "\r\n";
            byte[] request = Envelope.join(ascii(chunked), body, ascii("\r\n0\r\n\r\n"));
            assertRefused(413, WireAnswer.to(host.port(), request));
        });
    }

    @TestFactory
    Stream<DynamicTest> messagesThatNeverEndHoldNobodyUp(@TempDir Path folder) throws IOException {
        return each(folder, (host, service) -> {
            byte[] head = ascii(HostUnderAttack.head(service) + "Content-Length: 100000\r\n\r\n<a>");
            try (Socket slow = WireAnswer.connected(host.port());
                    Socket half = WireAnswer.connected(host.port())) {
                slow.getOutputStream().write(head);
                half.getOutputStream().write(head);
                half.shutdownOutput();
                host.assertAnswered(service);
                // Whatever is said, the connections end: reading them to their end does.
                assertNotServed(WireAnswer.read(half));
                assertNotServed(WireAnswer.read(slow));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> messagesThatDripHoldNobodyUp(@TempDir Path folder) throws IOException {
        return each(folder, (host, service) -> {
            byte[] head = ascii(HostUnderAttack.head(service) + "Content-Length: 100000\r\n\r\n<a>");
            try (Socket slow = WireAnswer.connected(host.port())) {
                slow.getOutputStream().write(head);
                long most = System.nanoTime() + HANGS_NANOS;
                while (isOpen(slow)) {
                    assertTrue(System.nanoTime() < most, "a byte now and then holds the connection for ever");
                    host.assertAnswered(service);
                }
            }
        });
    }

    /** Sends one byte more, and waits shorter than silence may last. */
    private static boolean isOpen(Socket socket) throws IOException {
        try {
            socket.getOutputStream().write(' ');
            socket.setSoTimeout(IDLE_MILLIS / 4);
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (SocketException e) {
            return false;
        }
    }

    @TestFactory
    Stream<DynamicTest> otherContentIsRefused(@TempDir Path folder) throws IOException {
        List<String> types = List.of(
                "",
                "Content-Type: text/plain\r\n",
                "Content-Type: application/json\r\n",
                "Content-Type: multipart/related; type=\"text/xml\"; boundary=b\r\n",
                "Content-Type: text/xml; charset=utf-7\r\n",
                "Content-Type: text/xml; charset=iso-8859-1\r\n",
                "Content-Type: text/xml; charset=none-such\r\n");
        return each(folder, (host, service) -> {
            String head = HostUnderAttack.head(service).replaceFirst("Content-Type: [^\r]*\r\n", "");
            byte[] body = Binding.named(service.binding())
                    .body(HostUnderAttack.normal(service).request());
            for (String type : types) {
                assertRefused(415, WireAnswer.to(host.port(), head + type, body));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> compressedMessagesAreRefusedUnread(@TempDir Path folder) throws IOException {
        byte[] bomb = bomb();
        return each(folder, (host, service) -> {
            String head = HostUnderAttack.head(service);
            assertRefused(415, WireAnswer.to(host.port(), head + "Content-Encoding: gzip\r\n", bomb));
            String transfer = head + "Connection: close\r\nTransfer-Encoding: gzip, chunked\r\n\r\n"
                    + Integer.toHexString(bomb.length) + "\r\n";
            WireAnswer answer =
                    WireAnswer.to(host.port(), Envelope.join(ascii(transfer), bomb, ascii("\r\n0\r\n\r\n")));
            assertNotServed(answer);
        });
    }

    @TestFactory
    Stream<DynamicTest> twoRequestsInOneAreOneOrNone(@TempDir Path folder) throws IOException {
        String length = "Content-Length: " + SECOND.length() + "\r\n";
        List<String> shapes = List.of(
                length + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SECOND,
                "Transfer-Encoding: chunked\r\n" + length + "\r\n0\r\n\r\n" + SECOND,
                "Transfer-Encoding: xchunked\r\n" + length + "\r\n0\r\n\r\n" + SECOND,
                "Transfer-Encoding : chunked\r\n" + length + "\r\n0\r\n\r\n" + SECOND,
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + SECOND,
                length + "Content-Length: 0\r\n\r\n" + SECOND,
                "Content-Length: +4\r\n\r\n<a/>" + SECOND,
                "Content-Length: 0x4\r\n\r\n<a/>" + SECOND,
                "Content-Length: 4, 4\r\n\r\n<a/>" + SECOND,
                "Content-Length: -1\r\n\r\n" + SECOND,
                "X: y\r\n Content-Length: 0\r\n\r\n" + SECOND,
                "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n<a/>\r\n0\r\n\r\n" + SECOND,
                "Transfer-Encoding: chunked\r\n\r\n-1\r\n<a/>\r\n0\r\n\r\n" + SECOND,
                "Transfer-Encoding: chunked\r\n\r\n4\r\n<a/>XX0\r\n\r\n" + SECOND);
        return each(folder, (host, service) -> {
            for (String shape : shapes) {
                WireAnswer answer = WireAnswer.to(host.port(), ascii(HostUnderAttack.head(service) + shape));
                assertNotServed(answer);
                assertFalse(answer.text().contains("HTTP/1.1"), () -> shape + " was taken for two:\n" + answer.text());
            }
        });
    }

    private static void assertRefused(int status, WireAnswer answer) {
        assertEquals(status, answer.status(), () -> answer.head() + "\n" + answer.text());
        assertFalse(answer.text().contains("Exception"), answer.text());
    }

    private static void assertNotServed(WireAnswer answer) {
        assertTrue(answer.status() == 0 || answer.status() >= 400, () -> answer.head() + "\n" + answer.text());
        assertFalse(answer.text().contains("Exception"), answer.text());
    }

    private Stream<DynamicTest> each(Path folder, Check check) throws IOException {
        Set<String> bindings = new HashSet<>();
        List<ServiceName> services = Descriptor.services().stream()
                .filter(service -> bindings.add(service.binding()))
                .toList();
        HostConfig config = new HostConfig(services, "127.0.0.1", 0, 0, 16, MOST_BYTES, IDLE_MILLIS);
        HostUnderAttack host = new HostUnderAttack(config, technology, folder);
        return services.stream()
                .map(service -> DynamicTest.dynamicTest(service.toString(), () -> {
                    check.run(host, service);
                    host.assertAnswered(service);
                }))
                .onClose(host::close);
    }

    /** 100 MB of blanks, in 100 kB. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 100; i++) {
                out.write(blanks);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One test of one binding. */
    @FunctionalInterface
    private interface Check {
        void run(HostUnderAttack host, ServiceName service) throws Exception;
    }
}
