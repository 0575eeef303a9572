// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

/** Whether a request asks for all that the service acts on, where a summary is the rule. */
public final class FullAnswer {
    private FullAnswer() {}

    /**
     * Reads the attribute by which a request asks.
     *
     * @param answer its value, null where there is none
     * @throws BadRequestException if it is neither {@code summary} nor {@code full}
     */
    public static boolean isAskedFor(String answer) throws BadRequestException {
        String size = answer == null ? "summary" : answer.strip();
        return switch (size) {
            case "summary" -> false;
            case "full" -> true;
            default -> throw new BadRequestException("answer must be summary or full");
        };
    }
}
