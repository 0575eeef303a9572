// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.whitebox;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * As {@link HandlerBenchmark}, iteration by iteration in turn with the same of other handlers, each in a JVM of its own: what a machine does to one it
 * does to all of them within seconds, so that their ratio is to be had where no figure of one alone stands still. All must be asked for as many
 * iterations.
 */
@State(Scope.Benchmark)
public class InTurnBenchmark extends HandlerBenchmark {
    private static final long PAUSE_MILLIS = 1;

    /** A file of one byte: whose turn it is, from 0. */
    @Param("")
    public String turns;

    /** Of this one, from 0. */
    @Param("0")
    public byte number;

    /** How many take turns. */
    @Param("1")
    public byte of;

    private MappedByteBuffer turn;

    /** For JMH. */
    public InTurnBenchmark() {}

    /** Waits for its turn. */
    @Setup(Level.Iteration)
    public void await() throws IOException, InterruptedException {
        if (turn == null) {
            try (FileChannel file =
                    FileChannel.open(Path.of(turns), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                turn = file.map(MapMode.READ_WRITE, 0, 1);
            }
        }
        while (turn.get(0) != number) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** It is the next one's. */
    @TearDown(Level.Iteration)
    public void pass() {
        turn.put(0, (byte) ((number + 1) % of));
    }
}
