// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.messkit.consumers.http.Binding;
import org.messkit.consumers.http.Target;
import org.messkit.services.contract.ask.WireAnswer;
import org.messkit.services.contract.compare.CanonicalAnswer;
import org.messkit.services.host.HostConfig;
import org.messkit.services.host.ServiceHost;
import org.messkit.services.spi.ServiceName;
import org.messkit.services.spi.Technology;
import org.messkit.usecases.Message;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCases;
import org.w3c.dom.Node;

/** The services of a room on a host of their own, with a file that nobody may read and a port that nobody may call. */
public final class HostUnderAttack implements AutoCloseable {
    /** How a request says what its letters are written in. */
    public static final String SENT = "charset=utf-8";

    static final String CANARY = "canary-in-a-mine";

    // No hostile message is larger than half a megabyte; these are for what grows without end, not for what is slow.
    private static final long MOST_CPU_NANOS = 10_000_000_000L;
    private static final long MOST_ALLOCATED_BYTES = 512L << 20;
    /** Of a document type: it is refused before it means anything. */
    private static final long MOST_ALLOCATED_BY_PROLOG = 32L << 20;

    private static final int FAULT_BYTES = 1_000;
    private static final int BACKLOG = 50;
    /** Held, or the handlers set on them could be collected with them. */
    private static final List<Logger> LOUD = List.of(
            Logger.getLogger("org.apache.cxf.phase.PhaseInterceptorChain"), Logger.getLogger("org.eclipse.jetty"));

    private final ServiceHost host;
    private final Path canaryFile;
    private final ServerSocket canaryPort;
    private final AtomicInteger calls = new AtomicInteger();
    private final Errors errors = new Errors();

    public HostUnderAttack(HostConfig config, Technology technology, Path folder) throws IOException {
        LOUD.forEach(logger -> {
            logger.setUseParentHandlers(false);
            logger.addHandler(errors);
        });
        canaryFile = Files.writeString(folder.resolve("canary.txt"), CANARY);
        canaryPort = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread watch = new Thread(this::watch, "canary");
        watch.setDaemon(true);
        watch.start();
        host = ServiceHost.start(config, List.of(technology));
    }

    /** Sends an attack to a service and a normal message after it. */
    public void attack(ServiceName service, Attack attack) throws IOException {
        Message normal = normal(service);
        Binding binding = Binding.named(service.binding());
        String payload = new String(normal.request(), StandardCharsets.UTF_8);
        byte[] body = attack.body(binding, payload, canaryFile, canaryPort.getLocalPort());
        long cpu = cpuNanos();
        long allocated = allocatedBytes();
        WireAnswer answer = WireAnswer.to(host.port(), attack.head(binding, head(service)), body);
        assertTrue(cpuNanos() - cpu < MOST_CPU_NANOS, "took too much of a processor");
        long most = attack.carrier() == Attack.Carrier.PROLOG ? MOST_ALLOCATED_BY_PROLOG : MOST_ALLOCATED_BYTES;
        assertTrue(allocatedBytes() - allocated < most, "took too much memory");
        assertSafe(attack, answer);
        assertNull(errors.seen, "somebody gave up");
        assertEquals(0, calls.get(), "somebody called the port that nobody may call");
        assertAnswered(service, normal);
    }

    /** Sends a normal message and compares the answer. */
    public void assertAnswered(ServiceName service) throws IOException {
        assertAnswered(service, normal(service));
    }

    /** Sends a message and compares the answer. */
    public void assertAnswered(ServiceName service, Message normal) throws IOException {
        byte[] body = Binding.named(service.binding()).body(normal.request());
        CanonicalAnswer.assertSame(normal.answer(), answer(service, SENT, body));
    }

    /**
     * The payload of the answer to a body.
     *
     * @param charset as in the head
     */
    public Node answer(ServiceName service, String charset, byte[] body) throws IOException {
        WireAnswer answer = WireAnswer.to(host.port(), head(service).replace(SENT, charset), body);
        assertEquals(200, answer.status(), answer::text);
        Node root = CanonicalAnswer.tree(answer.body()).getDocumentElement();
        return Binding.named(service.binding()).payloadOffset() == 0
                ? root
                : root.getLastChild().getFirstChild();
    }

    /** Sends a body as it is, whatever its head says of its letters. */
    public void assertRefused(ServiceName service, int status, byte[] body) throws IOException {
        for (String charset : List.of(SENT, "charset=utf-16")) {
            WireAnswer answer = WireAnswer.to(host.port(), head(service).replace(SENT, charset), body);
            assertEquals(status, answer.status(), answer::text);
        }
    }

    public int port() {
        return host.port();
    }

    public int adminPort() {
        return host.adminPort();
    }

    /** The head of a request to a service, up to the field that tells its length. */
    public static String head(ServiceName service) {
        Target target = Target.of("http://127.0.0.1:1" + service.path());
        String head = new String(Binding.named(service.binding()).head(target, 0), StandardCharsets.ISO_8859_1);
        return head.substring(0, head.indexOf("Content-Length"));
    }

    public static Message normal(ServiceName service) {
        return UseCases.named(service.useCase())
                .generator(Payload.ofBytes(5_000), 1)
                .next();
    }

    private static void assertSafe(Attack attack, WireAnswer answer) {
        String text = answer.text();
        assertTrue(answer.status() > 0, "there was no answer");
        assertFalse(text.contains(CANARY), text);
        assertFalse(text.contains("Exception"), text);
        boolean refused = answer.status() >= 400;
        if (refused) {
            boolean fault = text.contains("Fault>");
            assertTrue(answer.status() < 500 || fault, () -> answer.head() + text);
            assertTrue(answer.body().length < FAULT_BYTES, text);
            assertFalse(text.contains("the service failed"), text);
        }
        switch (attack.expected()) {
            case REFUSED -> assertTrue(refused, () -> "was answered: " + text);
            case ECHOED -> {
                assertEquals(200, answer.status(), text);
                assertTrue(
                        CanonicalAnswer.tree(answer.body())
                                .getDocumentElement()
                                .getTextContent()
                                .contains(attack.echo()),
                        text);
            }
            case EITHER -> assertFalse(text.contains("\u00C3"), "believed the declaration, not the head");
        }
    }

    private void watch() {
        while (!canaryPort.isClosed()) {
            try {
                canaryPort.accept().close();
                calls.incrementAndGet();
            } catch (IOException e) {
                return;
            }
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long allocatedBytes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    @Override
    public void close() {
        host.close();
        LOUD.forEach(logger -> logger.removeHandler(errors));
        try {
            canaryPort.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps of what is logged what no message may bring about: an overflown stack, a heap that is full. */
    private static final class Errors extends Handler {
        private volatile Throwable seen;

        @Override
        public void publish(LogRecord told) {
            for (Throwable thrown = told.getThrown(); thrown != null; thrown = thrown.getCause()) {
                seen = thrown instanceof Error ? thrown : seen;
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
