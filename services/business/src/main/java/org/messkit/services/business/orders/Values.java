// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.business.orders;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.messkit.services.spi.BadRequestException;

/**
 * Makes values of texts; a text that is null or empty was not there. What is missing or no such value is a
 * {@link BadRequestException} with the element's name in its reason. Any thread.
 */
public final class Values {
    private static final int LONGEST_NUMBER = 24;

    private Values() {}

    /** The text itself. */
    public static String text(String text, String name) throws BadRequestException {
        if (text == null || text.isEmpty()) {
            throw new BadRequestException("a " + name + " must be there");
        }
        return text;
    }

    /** A whole number of {@code least} to {@code greatest}, both included. */
    public static int whole(String text, String name, int least, int greatest) throws BadRequestException {
        try {
            int number = Integer.parseInt(text(text, name));
            if (number >= least && number <= greatest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, with the bound.
        }
        throw new BadRequestException(name + " must be a whole number of " + least + " to " + greatest);
    }

    /** A decimal number without exponent, with at most two decimals and 24 characters; of any sign. */
    public static BigDecimal money(String text, String name) throws BadRequestException {
        return decimal(text(text, name), name);
    }

    /** As {@link #money}, of a text that was there; an empty one is no number. */
    public static BigDecimal decimal(String number, String name) throws BadRequestException {
        // An exponent makes a short text a number of a billion digits, so letters and length come before parsing.
        if (number.length() <= LONGEST_NUMBER && plain(number)) {
            try {
                BigDecimal money = new BigDecimal(number);
                if (money.scale() <= 2 || money.stripTrailingZeros().scale() <= 2) {
                    return money;
                }
            } catch (NumberFormatException e) {
                // Said below, with the bound.
            }
        }
        throw new BadRequestException(name + " must be a number with at most two decimals");
    }

    /** A date as {@code yyyy-mm-dd}, without a zone. */
    public static LocalDate date(String text, String name) throws BadRequestException {
        try {
            return LocalDate.parse(text(text, name));
        } catch (DateTimeParseException e) {
            throw new BadRequestException(name + " must be a date", e);
        }
    }

    /** A loop: a stream for each number was a quarter of what Buffet allocated on trees. */
    private static boolean plain(String number) {
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+') {
                return false;
            }
        }
        return true;
    }
}
