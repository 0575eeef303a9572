// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.writing;

import java.util.SplittableRandom;

/** A random stream of its own for every message, so that message k does not depend on those before it. */
public final class MessageRandom {
    private MessageRandom() {}

    /**
     * The stream of one message.
     *
     * @param seed the generator's seed
     * @param k index of the message, 0 or more
     */
    public static SplittableRandom of(long seed, long k) {
        // SplittableRandom walks by a fixed step: neighbouring seeds must be scattered first or the streams overlap.
        return new SplittableRandom(scatter(seed ^ scatter(k + 1)));
    }

    private static long scatter(long value) {
        long z = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return z ^ (z >>> 33);
    }
}
