// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

/** A store failed, or cannot be opened. The message is one line for who runs the kit; no sender of a request gets it. */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what failed, without anything secret
     * @param cause what was thrown, or null
     */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
