// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.writing;

import java.util.Arrays;

/**
 * A growing array of UTF-8 bytes that counts the elements opened in it. It checks nothing: names match and text is escaped
 * by the caller. Not thread-safe.
 */
public final class XmlBytes {
    private byte[] bytes;
    private int size;
    private int elements;
    private int open;
    private int depth;

    /**
     * Makes an empty one.
     *
     * @param capacity bytes expected; more are taken as needed
     */
    public XmlBytes(int capacity) {
        bytes = new byte[Math.max(16, capacity)];
    }

    /** Appends a start tag. */
    public XmlBytes open(String name) {
        return open(name, "");
    }

    /**
     * Appends a start tag.
     *
     * @param attributes as written, with a leading blank, for example {@code  unit="h"}; or empty
     */
    public XmlBytes open(String name, String attributes) {
        elements++;
        open++;
        depth = Math.max(depth, open);
        return put('<').ascii(name).ascii(attributes).put('>');
    }

    /** Appends an element without content, attributes as for {@link #open(String, String)}. */
    public XmlBytes emptyElement(String name, String attributes) {
        elements++;
        depth = Math.max(depth, open + 1);
        return put('<').ascii(name).ascii(attributes).put('/').put('>');
    }

    /** Appends an end tag. */
    public XmlBytes close(String name) {
        open--;
        return put('<').put('/').ascii(name).put('>');
    }

    /** Appends an element that holds this ASCII text alone. */
    public XmlBytes leaf(String name, String text) {
        return open(name).ascii(text).close(name);
    }

    /** Appends characters below U+0080, as they are. */
    public XmlBytes ascii(String text) {
        int length = text.length();
        room(length);
        for (int i = 0; i < length; i++) {
            bytes[size + i] = (byte) text.charAt(i);
        }
        size += length;
        return this;
    }

    /** Appends a number in decimal digits with leading zeros. */
    public XmlBytes digits(long number, int width) {
        room(width);
        long rest = number;
        for (int i = size + width - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += width;
        return this;
    }

    /** Appends hundredths, 0 or more, as a decimal with two places. */
    public XmlBytes decimal(long hundredths) {
        return ascii(Long.toString(hundredths / 100)).put('.').digits(hundredths % 100, 2);
    }

    /** Appends bytes as they are. */
    public XmlBytes raw(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    /**
     * Appends what was written to another one, as it is; none of its elements are counted.
     *
     * @param from offset of the first byte
     * @param to offset behind the last
     */
    public XmlBytes copy(XmlBytes other, int from, int to) {
        room(to - from);
        System.arraycopy(other.bytes, from, bytes, size, to - from);
        size += to - from;
        return this;
    }

    /** Appends one character below U+0080. */
    public XmlBytes put(char character) {
        room(1);
        bytes[size++] = (byte) character;
        return this;
    }

    /** Bytes so far. */
    public int size() {
        return size;
    }

    /** Start tags so far. */
    public int elements() {
        return elements;
    }

    /** Greatest nesting so far, the root being 1. */
    public int depth() {
        return depth;
    }

    /** The bytes so far, the caller's own. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** The bytes from an offset on, the caller's own. */
    public byte[] since(int offset) {
        return Arrays.copyOfRange(bytes, offset, size);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + (bytes.length >> 1)));
        }
    }
}
