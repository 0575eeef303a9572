// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.jaxb;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.messkit.services.spi.BadRequestException;

/** Takes from a message what must be there, in its bounds; null is what was not there. */
final class Given {
    private static final int MOST_DIGITS = 30;

    private Given() {}

    static String text(String text, String name) throws BadRequestException {
        if (text == null || text.isEmpty()) {
            throw new BadRequestException("a " + name + " must be there");
        }
        return text;
    }

    static int whole(Integer number, String name, int least, int greatest) throws BadRequestException {
        if (number == null || number < least || number > greatest) {
            throw new BadRequestException(name + " must be a whole number of " + least + " to " + greatest);
        }
        return number;
    }

    static BigDecimal money(BigDecimal money, String name) throws BadRequestException {
        // An exponent makes a short text a number of a billion digits: scale and precision come before arithmetic.
        if (money == null
                || Math.abs(money.scale()) > MOST_DIGITS
                || money.precision() > MOST_DIGITS
                || money.scale() > 2 && money.stripTrailingZeros().scale() > 2) {
            throw new BadRequestException(name + " must be a number with at most two decimals");
        }
        return money;
    }

    static LocalDate date(String text, String name) throws BadRequestException {
        try {
            return LocalDate.parse(text(text, name));
        } catch (DateTimeParseException e) {
            throw new BadRequestException(name + " must be a date", e);
        }
    }
}
