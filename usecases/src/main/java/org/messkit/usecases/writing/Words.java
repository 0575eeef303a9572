// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.writing;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Seeded text of an exact length in bytes: of 64 words four have letters beyond ASCII and two are escaped markup, so that a
 * reader really has to decode, at the same rate in messages of every size.
 */
public final class Words {
    private static final byte[][] WORDS = Stream.of(
                    ("amber anvil apron basin beam bolt bowl brass bread cable carbon chain"
                                    + " cheese clamp copper cork crate cup disc drum fan fibre flange fork fuse gasket gear glass"
                                    + " grain hinge hose iron kettle ladle latch lever linen lock maple mortar nickel nozzle oak"
                                    + " olive panel pepper pin plate pump rail ribbon rivet salt seal sieve spoon steel valve"
                                    + " crème Öl señal 飯 &amp; &lt;")
                            .split(" "))
            .map(word -> word.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    private static final int BITS = 6;

    private Words() {}

    /**
     * Appends text that neither starts nor ends with a blank.
     *
     * @param bytes length of the text as written, 0 or more
     */
    public static void write(XmlBytes out, SplittableRandom random, int bytes) {
        int left = bytes;
        long draws = 0;
        for (int i = 0; left > 0; i++) {
            if (i % (Long.SIZE / BITS) == 0) {
                draws = random.nextLong();
            }
            byte[] word = WORDS[(int) draws & (WORDS.length - 1)];
            draws >>>= BITS;
            if (word.length + 1 >= left) {
                break;
            }
            out.raw(word).put(' ');
            left -= word.length + 1;
        }
        // No word is cut, a character or an entity reference in two halves would not be well-formed.
        for (; left > 0; left--) {
            out.put((char) ('a' + random.nextInt(26)));
        }
    }
}
