// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

import java.util.Locale;
import java.util.Set;

/**
 * The encodings in which a message may say that it is. A declaration of another one contradicts the request's head, which
 * takes no other either; whoever believed it would read other letters than were meant.
 */
public final class MessageEncoding {
    private static final Set<String> SERVED = Set.of("utf-8", "utf-16", "utf-16le", "utf-16be", "us-ascii");

    private MessageEncoding() {}

    /**
     * Whether messages in that encoding are taken.
     *
     * @param declared in the XML declaration, null if there is none
     */
    public static boolean isServed(String declared) {
        return declared == null || SERVED.contains(declared.toLowerCase(Locale.ROOT));
    }
}
