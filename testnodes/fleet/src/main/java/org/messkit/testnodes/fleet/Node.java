// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.fleet;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.messkit.testnodes.wire.CellOrder;
import org.messkit.testnodes.wire.CellReport;
import org.messkit.testnodes.wire.Frame;
import org.messkit.testnodes.wire.FrameStream;
import org.messkit.testnodes.wire.KitVersion;
import org.messkit.usecases.Changes;

/** The conversation with one TestNode. One cell at a time; {@link #abort()} and {@link #kill()} may come from other threads. */
public final class Node {
    private final NodeProcess process;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final Frame.Hello hello;

    /**
     * Waits until the node speaks.
     *
     * @throws LostNodeException if it does not, or is of another version of the kit
     */
    public Node(NodeProcess process) throws IOException {
        this.process = process;
        this.in = new DataInputStream(new BufferedInputStream(process.output()));
        this.out = new DataOutputStream(new BufferedOutputStream(process.input()));
        this.hello = expect(hear(), Frame.Hello.class);
        if (!hello.version().equals(KitVersion.OWN)) {
            throw new LostNodeException(
                    "the TestNode is of version " + hello.version() + " of the kit, this one is " + KitVersion.OWN,
                    null);
        }
    }

    /** What the node said of itself. */
    public Frame.Hello hello() {
        return hello;
    }

    /** Its process. */
    public NodeProcess process() {
        return process;
    }

    /**
     * Has the node prepare a cell.
     *
     * @return what it generated
     * @throws LostNodeException if the node is gone
     * @throws IOException if it refuses; the message is its reason
     */
    Frame.Ready prepare(CellOrder order) throws IOException {
        return ask(new Frame.Order(order), Frame.Ready.class);
    }

    /** Has the node store what must be there beforehand; throws as {@link #prepare}. */
    Changes store(CellOrder order) throws IOException {
        return ask(new Frame.Store(order), Frame.Stored.class).changes();
    }

    /**
     * Has the node drive the prepared cell, and waits for its end.
     *
     * @param startEpochMicros when it begins, on the wall clock
     * @param seen is given each interval
     * @param longest after which the node is killed: one that is stopped or stuck must not stop the run
     */
    CellReport drive(long startEpochMicros, Intervals seen, Duration longest) throws IOException {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (!done.get()) {
                        process.kill();
                    }
                });
        try {
            say(new Frame.Go(startEpochMicros));
            while (true) {
                Frame frame = hear();
                if (frame instanceof Frame.Seen interval) {
                    seen.interval(interval.interval());
                } else {
                    return expect(frame, Frame.Done.class).report();
                }
            }
        } finally {
            done.set(true);
        }
    }

    /** Has the node end the cell that it drives. */
    void abort() throws IOException {
        say(new Frame.Abort());
    }

    /** Kills the node without asking. */
    void kill() {
        process.kill();
    }

    private <F extends Frame> F ask(Frame frame, Class<F> expected) throws IOException {
        say(frame);
        Frame answer = hear();
        if (answer instanceof Frame.Refused refused) {
            throw new IOException(refused.reason());
        }
        return expect(answer, expected);
    }

    private static <F extends Frame> F expect(Frame frame, Class<F> expected) throws LostNodeException {
        if (!expected.isInstance(frame)) {
            throw new LostNodeException(
                    "the TestNode said " + frame.getClass().getSimpleName() + " instead of " + expected.getSimpleName(),
                    null);
        }
        return expected.cast(frame);
    }

    private void say(Frame frame) throws LostNodeException {
        synchronized (out) {
            try {
                FrameStream.write(frame, out);
            } catch (IOException e) {
                throw new LostNodeException("the TestNode is gone", e);
            }
        }
    }

    private Frame hear() throws LostNodeException {
        try {
            return FrameStream.read(in).orElseThrow(() -> new LostNodeException("the TestNode is gone", null));
        } catch (LostNodeException e) {
            throw e;
        } catch (IOException e) {
            throw new LostNodeException("the TestNode is gone: " + e.getMessage(), e);
        }
    }
}
