// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.messkit.testnodes.wire.CellOrder;
import org.messkit.testnodes.wire.CellReport;
import org.messkit.testnodes.wire.Frame;

/** A TestNode process and the conversation with it. One cell at a time; {@link #abort()} may come from another thread. */
public final class NodeProcess implements AutoCloseable {
    private static final String MAIN = "org.messkit.testnodes.node.TestNodeMain";

    private final ChildProcess process;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final Map<String, String> facts;

    private NodeProcess(ChildProcess process) throws IOException {
        this.process = process;
        this.in = new DataInputStream(new BufferedInputStream(process.output()));
        this.out = new DataOutputStream(new BufferedOutputStream(process.input()));
        this.facts = expect(Frame.Kind.HELLO).fields();
    }

    /** Is given the service times of every second of a window. */
    public interface Intervals {
        /** One second: {@code from-ms} and {@code to-ms} of the wall clock, and a compressed histogram as its bytes. */
        void second(Frame interval) throws IOException;
    }

    /** The node is gone or not to be understood. */
    public static final class LostNodeException extends IOException {
        private static final long serialVersionUID = 1L;

        /** What went wrong, in one line for the user. */
        public LostNodeException(String what, Throwable cause) {
            super(what, cause);
        }
    }

    /** Starts a node and waits until it speaks. */
    public static NodeProcess start(String classPath, JvmSettings jvm, Path log) throws IOException {
        ChildProcess child = ChildProcess.start(jvm.command(classPath, MAIN, List.of(), List.of()), log);
        try {
            return new NodeProcess(child);
        } catch (IOException | RuntimeException e) {
            child.kill();
            throw e;
        }
    }

    /** What the node said of itself. */
    public Map<String, String> facts() {
        return facts;
    }

    /**
     * Has the node prepare a cell.
     *
     * @return what it generated: {@code elements}, {@code depth}, {@code request-bytes}
     * @throws LostNodeException if the node is gone
     * @throws IOException if it refuses; the message is its reason
     */
    public Map<String, String> prepare(CellOrder order) throws IOException {
        return ask(order.frame(), Frame.Kind.READY).fields();
    }

    /**
     * Has the node store what must be there before the cells of a payload.
     *
     * @return what that does to an empty service
     * @throws LostNodeException if the node is gone
     * @throws IOException if the service does not store it; the message is the reason
     */
    public CellReport.Changes load(CellOrder order) throws IOException {
        return CellReport.Changes.of(ask(order.loadFrame(), Frame.Kind.LOADED));
    }

    private Frame ask(Frame frame, Frame.Kind expected) throws IOException {
        say(frame);
        Frame answer = hear();
        if (answer.kind() == Frame.Kind.REFUSED) {
            throw new IOException(answer.field("reason"));
        }
        if (answer.kind() != expected) {
            throw new LostNodeException("the TestNode said " + answer.kind() + " instead of " + expected, null);
        }
        return answer;
    }

    /**
     * Has the node drive the prepared cell from an instant of the wall clock on, and waits for its end.
     *
     * @param longest after which the node is killed: one that is stopped or stuck must not stop the run
     */
    public CellReport drive(long startEpochMicros, Intervals intervals, Duration longest) throws IOException {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (!done.get()) {
                        process.kill();
                    }
                });
        try {
            return drive(startEpochMicros, intervals);
        } finally {
            done.set(true);
        }
    }

    private CellReport drive(long startEpochMicros, Intervals intervals) throws IOException {
        say(Frame.of(Frame.Kind.GO, Map.of("start-us", Long.toString(startEpochMicros))));
        while (true) {
            Frame frame = hear();
            switch (frame.kind()) {
                case INTERVAL -> intervals.second(frame);
                case DONE -> {
                    return CellReport.of(frame);
                }
                default -> throw new LostNodeException("the TestNode said " + frame.kind() + " in a cell", null);
            }
        }
    }

    /** Has the node end the cell that it drives. */
    public void abort() throws IOException {
        say(Frame.of(Frame.Kind.ABORT, Map.of()));
    }

    /** The process itself. */
    public ProcessHandle handle() {
        return process.handle();
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Kills the process without asking. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }

    private void say(Frame frame) throws IOException {
        synchronized (out) {
            try {
                frame.write(out);
            } catch (IOException e) {
                throw new LostNodeException("the TestNode is gone", e);
            }
        }
    }

    private Frame expect(Frame.Kind kind) throws IOException {
        Frame frame = hear();
        if (frame.kind() != kind) {
            throw new LostNodeException("the TestNode said " + frame.kind() + " instead of " + kind, null);
        }
        return frame;
    }

    private Frame hear() throws IOException {
        try {
            return Frame.read(in).orElseThrow(() -> new LostNodeException("the TestNode is gone", null));
        } catch (LostNodeException e) {
            throw e;
        } catch (IOException e) {
            throw new LostNodeException("the TestNode is gone: " + e.getMessage(), e);
        }
    }
}
