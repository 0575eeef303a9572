// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.node;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.messkit.testnodes.wire.CellOrder;
import org.messkit.testnodes.wire.Frame;
import org.messkit.testnodes.wire.FrameStream;

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
        say(OwnJvm.hello());
        Optional<Frame> frame = FrameStream.read(in);
        while (frame.isPresent()) {
            hear(frame.get());
            frame = FrameStream.read(in);
        }
    }

    private void hear(Frame frame) throws IOException {
        if (frame instanceof Frame.Order order) {
            prepare(order.order());
        } else if (frame instanceof Frame.Store store) {
            store(store.order());
        } else if (frame instanceof Frame.Go go) {
            start(go.startEpochMicros());
        } else if (frame instanceof Frame.Abort) {
            CellRun run = current;
            if (run != null) {
                run.abort();
            }
        } else {
            throw new IOException(
                    "a controller does not say " + frame.getClass().getSimpleName());
        }
    }

    private void prepare(CellOrder order) throws IOException {
        if (current != null) {
            // Prepared, and never driven because another node refused: its users are still connected.
            current.close();
        }
        try {
            current = CellRun.prepare(order, ++rounds);
            say(current.ready());
        } catch (IllegalArgumentException | IOException e) {
            say(new Frame.Refused(String.valueOf(e.getMessage())));
        }
    }

    private void store(CellOrder order) throws IOException {
        try {
            say(new Frame.Stored(CellRun.store(order)));
        } catch (IllegalArgumentException | IllegalStateException | IOException e) {
            say(new Frame.Refused(String.valueOf(e.getMessage())));
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
            FrameStream.write(frame, out);
        }
    }
}
