// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.node;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.messkit.testnodes.wire.CellOrder;
import org.messkit.testnodes.wire.Frame;

/** Carries out orders one after the other. While a cell runs, the reading thread stays free for an abort. */
final class TestNode {
    private final DataInputStream in;
    private final DataOutputStream out;
    private volatile CellRun current;
    private int rounds;

    TestNode(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Serves until the input ends. */
    void serve() throws IOException {
        say(Frame.of(Frame.Kind.HELLO, facts()));
        Optional<Frame> frame = Frame.read(in);
        while (frame.isPresent()) {
            hear(frame.get());
            frame = Frame.read(in);
        }
    }

    private void hear(Frame frame) throws IOException {
        switch (frame.kind()) {
            case ORDER -> prepare(CellOrder.of(frame));
            case LOAD -> load(CellOrder.of(frame));
            case GO -> start(frame.number("start-us"));
            case ABORT -> {
                CellRun run = current;
                if (run != null) {
                    run.abort();
                }
            }
            default -> throw new IOException("a controller does not say " + frame.kind());
        }
    }

    private void prepare(CellOrder order) throws IOException {
        try {
            current = CellRun.prepare(order, ++rounds);
            say(Frame.of(Frame.Kind.READY, current.facts()));
        } catch (IllegalArgumentException | IOException e) {
            say(Frame.of(Frame.Kind.REFUSED, Map.of("reason", String.valueOf(e.getMessage()))));
        }
    }

    private void load(CellOrder order) throws IOException {
        try {
            say(Frame.of(Frame.Kind.LOADED, CellRun.load(order).fields()));
        } catch (IllegalArgumentException | IllegalStateException | IOException e) {
            say(Frame.of(Frame.Kind.REFUSED, Map.of("reason", String.valueOf(e.getMessage()))));
        }
    }

    private void start(long startEpochMicros) {
        CellRun run = current;
        Thread driver = new Thread(
                () -> {
                    try {
                        run.drive(startEpochMicros, this::say);
                    } catch (IOException | InterruptedException | RuntimeException | Error e) {
                        e.printStackTrace();
                        // A node that cannot finish a cell is lost; the controller sees it end.
                        Runtime.getRuntime().halt(1);
                    }
                },
                "cell-" + run.cell());
        driver.start();
    }

    private void say(Frame frame) throws IOException {
        synchronized (out) {
            frame.write(out);
        }
    }

    private static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("pid", Long.toString(ProcessHandle.current().pid()));
        facts.put("JVM", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        facts.put(
                "JVM options",
                String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
        facts.put("processors seen", Integer.toString(Runtime.getRuntime().availableProcessors()));
        return facts;
    }
}
