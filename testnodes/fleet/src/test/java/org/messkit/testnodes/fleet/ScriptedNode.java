// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.fleet;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.messkit.testnodes.wire.Frame;
import org.messkit.testnodes.wire.FrameStream;
import org.messkit.testnodes.wire.KitVersion;

/** A TestNode that is a thread of the test and answers each frame as it is told. */
final class ScriptedNode implements NodeProcess {
    /** What a node answers; may throw for one that breaks off. */
    interface Script {
        List<Frame> answers(Frame heard) throws IOException;
    }

    private static final int PIPE_BYTES = 1 << 16;

    private final PipedInputStream said = new PipedInputStream(PIPE_BYTES);
    private final PipedOutputStream heard = new PipedOutputStream();
    private final List<Frame> frames = new CopyOnWriteArrayList<>();
    private volatile boolean alive = true;

    ScriptedNode(String version, Script script) throws IOException {
        DataOutputStream out = new DataOutputStream(new PipedOutputStream(said));
        DataInputStream in = new DataInputStream(new PipedInputStream(heard, PIPE_BYTES));
        Thread thread = new Thread(() -> speak(version, script, in, out), "scripted-node");
        thread.setDaemon(true);
        thread.start();
    }

    /** One that speaks this version. */
    static Node node(Script script) throws IOException {
        return new Node(new ScriptedNode(KitVersion.OWN, script));
    }

    private void speak(String version, Script script, DataInputStream in, DataOutputStream out) {
        try (out) {
            FrameStream.write(new Frame.Hello(version, 1, "JVM", List.of(), 1, 0), out);
            for (Optional<Frame> frame = FrameStream.read(in); frame.isPresent(); frame = FrameStream.read(in)) {
                frames.add(frame.get());
                for (Frame answer : script.answers(frame.get())) {
                    FrameStream.write(answer, out);
                }
            }
        } catch (IOException e) {
            // As a process that ends: whoever reads sees the end of the stream.
        } finally {
            alive = false;
        }
    }

    /** All that it heard. */
    List<Frame> frames() {
        return frames;
    }

    @Override
    public InputStream output() {
        return said;
    }

    @Override
    public OutputStream input() {
        return heard;
    }

    @Override
    public boolean isAlive() {
        return alive;
    }

    @Override
    public Optional<ProcessHandle> local() {
        return Optional.empty();
    }

    @Override
    public void kill() {
        alive = false;
        try {
            heard.close();
            said.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    @Override
    public void close() {
        kill();
    }
}
