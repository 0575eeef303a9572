// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.jaxb;

/** Reads whole numbers for generated types; see {@code answer.xjb} and {@code order.xjb}. */
public final class WholeNumber {
    private WholeNumber() {}

    /**
     * Reads one.
     *
     * @param text with or without blanks around it
     * @throws NumberFormatException if it is none, or too great
     */
    public static Integer parse(String text) {
        return Integer.valueOf(text.strip());
    }

    /** Writes one. */
    public static String print(Integer number) {
        return number.toString();
    }
}
