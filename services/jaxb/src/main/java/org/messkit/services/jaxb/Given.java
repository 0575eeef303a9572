// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.jaxb;

import java.math.BigDecimal;
import org.messkit.services.spi.BadRequestException;

/** Takes numbers that are bound already, where they must be there, in their bounds; null is what was not there. */
final class Given {
    private static final int MOST_DIGITS = 30;

    private Given() {}

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
}
