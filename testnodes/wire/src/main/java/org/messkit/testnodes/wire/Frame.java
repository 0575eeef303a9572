// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.wire;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One thing said: a kind, named values, and bytes.
 *
 * @param kind what it is
 * @param fields in the order written
 * @param blob raw bytes, may be empty; not copied
 */
public record Frame(Kind kind, Map<String, String> fields, byte[] blob) {
    /** What can be said. */
    public enum Kind {
        /** Node: I am here; my JVM and its facts. */
        HELLO,
        /** Controller: prepare this cell. */
        ORDER,
        /** Node: prepared and connected; what was generated. */
        READY,
        /** Controller: start at this wall-clock instant. */
        GO,
        /** Controller: end the cell now. */
        ABORT,
        /** Node: times of one interval; with service times also what its JVM says of itself after it. */
        INTERVAL,
        /** Node: the cell is over, its counts and the histogram of its window. */
        DONE,
        /** Node: the order cannot be carried out. */
        REFUSED,
        /** Controller: store what must be there beforehand. */
        LOAD,
        /** Node: stored; what it does to an empty store. */
        LOADED
    }

    private static final int MAGIC = 0x4D4B3031;
    private static final int LARGEST = 64 << 20;
    private static final int MOST_FIELDS = 1000;

    /** Copies the fields. */
    public Frame {
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** A frame without bytes. */
    public static Frame of(Kind kind, Map<String, String> fields) {
        return new Frame(kind, fields, new byte[0]);
    }

    /** The same with more fields. */
    public Frame with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putAll(more);
        return new Frame(kind, all, blob);
    }

    /** The value of a field that must be there. */
    public String field(String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a " + kind + " frame has no field '" + name + "'");
        }
        return value;
    }

    /** A field as a whole number. */
    public long number(String name) {
        return Long.parseLong(field(name));
    }

    /** Writes the frame and flushes. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeByte(kind.ordinal());
        out.writeInt(fields.size());
        for (Map.Entry<String, String> field : fields.entrySet()) {
            bytes(out, field.getKey().getBytes(StandardCharsets.UTF_8));
            bytes(out, field.getValue().getBytes(StandardCharsets.UTF_8));
        }
        bytes(out, blob);
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
        if ((first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort()) != MAGIC) {
            throw new IOException("what came from the other process is no frame of this version");
        }
        int kind = in.readUnsignedByte();
        if (kind >= Kind.values().length) {
            throw new IOException("a frame of an unknown kind came from the other process: " + kind);
        }
        int count = in.readInt();
        if (count < 0 || count > MOST_FIELDS) {
            throw new IOException("a frame has an impossible number of fields: " + count);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int left = count; left > 0; left--) {
            String name = new String(bytes(in), StandardCharsets.UTF_8);
            fields.put(name, new String(bytes(in), StandardCharsets.UTF_8));
        }
        return Optional.of(new Frame(Kind.values()[kind], fields, bytes(in)));
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LARGEST) {
            throw new IOException("a part of a frame has an impossible length: " + length);
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the stream ended within a frame");
        }
        return bytes;
    }
}
