// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

/** The sender is at fault. The host answers HTTP 400 or a SOAP fault of the sender with the reason as its text. */
public class BadRequestException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_REASON = 200;

    /**
     * Makes one.
     *
     * @param reason one short line for the sender: no class names, paths or stack; cut at 200 characters
     */
    public BadRequestException(String reason) {
        this(reason, null);
    }

    /**
     * Makes one with its cause, which is never sent.
     *
     * @param reason as for {@link #BadRequestException(String)}
     * @param cause what was thrown, or null
     */
    public BadRequestException(String reason, Throwable cause) {
        super(oneLine(reason), cause, false, false);
    }

    private static String oneLine(String reason) {
        String line =
                reason == null ? "bad request" : reason.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON - 1) + "…";
    }
}
