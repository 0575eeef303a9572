// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.streaming.orders;

import java.math.BigDecimal;
import org.messkit.services.spi.BadRequestException;

/** Adds up the lines of the compartments asked for. One request's alone. */
public final class Tally {
    private static final int GREATEST_QUANTITY = 1_000_000;
    private static final BigDecimal GREATEST_PRICE = new BigDecimal(1_000_000_000);

    private int lineCount;
    private long totalQuantity;
    private BigDecimal totalPrice = BigDecimal.ZERO;

    /**
     * Adds a line by what its elements say, null where there was none.
     *
     * @throws BadRequestException if the quantity is no whole number of 1 to 1,000,000, or the price none of 0 to 1,000,000,000
     */
    public void add(String quantityText, String priceText) throws BadRequestException {
        int quantity = Values.whole(quantityText, "Quantity", 1, GREATEST_QUANTITY);
        BigDecimal price = Values.money(priceText, "UnitPrice");
        if (price.signum() < 0 || price.compareTo(GREATEST_PRICE) > 0) {
            throw new BadRequestException("UnitPrice must be 0 to " + GREATEST_PRICE);
        }
        lineCount++;
        totalQuantity += quantity;
        totalPrice = totalPrice.add(price.multiply(BigDecimal.valueOf(quantity)));
    }

    /** Lines so far. */
    public int lineCount() {
        return lineCount;
    }

    /** Sum of the quantities. */
    public long totalQuantity() {
        return totalQuantity;
    }

    /** Sum of price times quantity, not rounded. */
    public BigDecimal totalPrice() {
        return totalPrice;
    }
}
