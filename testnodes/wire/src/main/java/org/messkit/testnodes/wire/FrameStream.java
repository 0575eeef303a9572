// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.wire;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Frames on a stream: a mark, the kind, a length, and the frame's record as JSON. Writing and reading may happen in different
 * threads; each by itself is for one thread at a time.
 */
public final class FrameStream {
    private static final int MARK = 0x4D4B3032;
    private static final int LARGEST = 64 << 20;
    private static final Gson GSON = WireForm.gson();

    /** In the order of their numbers on the wire. */
    private static final List<Class<? extends Frame>> KINDS = List.of(
            Frame.Hello.class,
            Frame.Order.class,
            Frame.Ready.class,
            Frame.Go.class,
            Frame.Abort.class,
            Frame.Seen.class,
            Frame.Done.class,
            Frame.Refused.class,
            Frame.Store.class,
            Frame.Stored.class);

    private FrameStream() {}

    /** Writes a frame and flushes. */
    public static void write(Frame frame, DataOutputStream out) throws IOException {
        byte[] bytes = GSON.toJson(frame).getBytes(StandardCharsets.UTF_8);
        out.writeInt(MARK);
        out.writeByte(KINDS.indexOf(frame.getClass()));
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /**
     * Reads the next frame.
     *
     * @return empty at the end of the stream
     * @throws IOException if what comes is no frame, or the stream breaks within one
     */
    public static Optional<Frame> read(DataInputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        if ((first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort()) != MARK) {
            throw new IOException("what came from the other process is no frame of this version");
        }
        int kind = in.readUnsignedByte();
        if (kind >= KINDS.size()) {
            throw new IOException("a frame of an unknown kind came from the other process: " + kind);
        }
        int length = in.readInt();
        if (length < 0 || length > LARGEST) {
            throw new IOException("a frame has an impossible length: " + length);
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the stream ended within a frame");
        }
        return Optional.of(parsed(bytes, KINDS.get(kind)));
    }

    private static Frame parsed(byte[] bytes, Class<? extends Frame> kind) throws IOException {
        try {
            Frame frame = GSON.fromJson(new String(bytes, StandardCharsets.UTF_8), kind);
            if (frame == null) {
                throw new IOException("a frame is empty: " + kind.getSimpleName());
            }
            return frame;
        } catch (RuntimeException e) {
            // A record that refuses its parts comes wrapped.
            Throwable why = e.getCause() == null || e instanceof JsonParseException ? e : e.getCause();
            throw new IOException("a " + kind.getSimpleName() + " frame cannot be read: " + why.getMessage(), e);
        }
    }
}
