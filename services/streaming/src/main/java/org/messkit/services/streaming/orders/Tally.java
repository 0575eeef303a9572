// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.streaming.orders;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.messkit.services.spi.BadRequestException;

/** Adds up the lines of the compartments asked for. One request's alone. */
public final class Tally {
    private static final int GREATEST_QUANTITY = 1_000_000;
    private static final BigDecimal GREATEST_PRICE = new BigDecimal(1_000_000_000);

    private int lineCount;
    private long totalQuantity;
    private BigDecimal totalPrice = BigDecimal.ZERO;
    private final List<PricedLine> lines = new ArrayList<>();

    /**
     * Adds a line by what its elements say, null where there was none.
     *
     * @throws BadRequestException if the quantity is no whole number of 1 to 1,000,000, or the price none of 0 to 1,000,000,000
     */
    public void add(String quantityText, String priceText) throws BadRequestException {
        add(number(quantityText), price(priceText));
    }

    /**
     * Adds a line and keeps it, for a full answer.
     *
     * @param description may be empty
     * @throws BadRequestException as for {@link #add(String, String)}, and if there is no item or no description
     */
    public void addWhole(String itemId, String quantityText, String priceText, String description)
            throws BadRequestException {
        if (description == null) {
            throw new BadRequestException("a Line must have a Description");
        }
        PricedLine line =
                new PricedLine(Values.text(itemId, "ItemId"), number(quantityText), price(priceText), description);
        lines.add(line);
        add(line.quantity(), line.unitPrice());
    }

    private void add(int quantity, BigDecimal price) {
        lineCount++;
        totalQuantity += quantity;
        totalPrice = totalPrice.add(price.multiply(BigDecimal.valueOf(quantity)));
    }

    private static int number(String quantity) throws BadRequestException {
        return Values.whole(quantity, "Quantity", 1, GREATEST_QUANTITY);
    }

    private static BigDecimal price(String text) throws BadRequestException {
        BigDecimal price = Values.money(text, "UnitPrice");
        if (price.signum() < 0 || price.compareTo(GREATEST_PRICE) > 0) {
            throw new BadRequestException("UnitPrice must be 0 to " + GREATEST_PRICE);
        }
        return price;
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

    /** The lines that were added whole. */
    public List<PricedLine> lines() {
        return lines;
    }
}
