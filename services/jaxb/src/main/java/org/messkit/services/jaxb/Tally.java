// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.jaxb;

import java.math.BigDecimal;
import javax.xml.stream.XMLOutputFactory;
import org.messkit.services.jaxb.types.Line;
import org.messkit.services.jaxb.types.Lines;
import org.messkit.services.spi.BadRequestException;

/** Adds up the lines of the compartments asked for. One request's alone. */
final class Tally {
    private static final int GREATEST_QUANTITY = 1_000_000;
    private static final BigDecimal GREATEST_PRICE = new BigDecimal(1_000_000_000);
    private static final int MOST_DIGITS = 30;

    private int lineCount;
    private long totalQuantity;
    private BigDecimal totalPrice = BigDecimal.ZERO;

    void add(Lines lines) throws BadRequestException {
        for (Line line : lines.getLine()) {
            add(line);
        }
        for (Lines assembly : lines.getAssembly()) {
            add(assembly);
        }
    }

    Summary summary(XMLOutputFactory factory, String orderId) {
        return new Summary(factory, orderId, lineCount, totalQuantity, totalPrice);
    }

    private void add(Line line) throws BadRequestException {
        int quantity = line.getQuantity();
        if (quantity < 1 || quantity > GREATEST_QUANTITY) {
            throw new BadRequestException("a line must have a Quantity of 1 to " + GREATEST_QUANTITY);
        }
        lineCount++;
        totalQuantity += quantity;
        totalPrice = totalPrice.add(price(line).multiply(BigDecimal.valueOf(quantity)));
    }

    private static BigDecimal price(Line line) throws BadRequestException {
        BigDecimal price = line.getUnitPrice();
        // An exponent makes a short text a number of a billion digits: scale and precision come before arithmetic.
        if (price == null
                || Math.abs(price.scale()) > MOST_DIGITS
                || price.precision() > MOST_DIGITS
                || price.signum() < 0
                || price.compareTo(GREATEST_PRICE) > 0
                || price.scale() > 2 && price.stripTrailingZeros().scale() > 2) {
            throw new BadRequestException(
                    "a line must have a UnitPrice of 0 to " + GREATEST_PRICE + " with at most two decimals");
        }
        return price;
    }
}
