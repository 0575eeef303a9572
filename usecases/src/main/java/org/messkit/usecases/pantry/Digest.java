// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.pantry;

import java.nio.charset.StandardCharsets;

/**
 * The digest of an order's content, 64 bits: FNV-1a over its elements' names and texts (without the blanks around them) in document order, then its key and its
 * status, so that the digests of one body under other keys cost little. The sum over all orders is a store's checksum. A store
 * computes the same from what it holds.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/rfc9923">The FNV non-cryptographic hash algorithm</a>
 */
final class Digest {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long hash = BASIS;

    /** An element begins. */
    Digest open(String name) {
        return add('<').add(name);
    }

    /** The text of an element that holds nothing else, unescaped. */
    Digest text(byte[] utf8) {
        for (byte b : utf8) {
            add(b);
        }
        return this;
    }

    /** An element ends. */
    Digest close() {
        return add('>');
    }

    /** What it is so far. */
    long value() {
        return hash;
    }

    /**
     * The digest of an order.
     *
     * @param body of all its elements but OrderId and Status
     */
    static long of(long body, String orderId, Status status) {
        Digest digest = new Digest();
        digest.hash = body;
        return digest.add('#').add(orderId).add('#').add(status.text).value();
    }

    private Digest add(String text) {
        return text(text.getBytes(StandardCharsets.UTF_8));
    }

    private Digest add(int b) {
        hash = (hash ^ (b & 0xff)) * PRIME;
        return this;
    }
}
