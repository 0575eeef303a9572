// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.business.orders;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.messkit.services.spi.BadRequestException;

/** Adds up the lines of the compartments asked for. One request's alone. */
public final class Tally {
    /** The greatest quantity of the contract; the least is 1. */
    public static final int GREATEST_QUANTITY = 1_000_000;
    /** The greatest unit price of the contract; the least is 0. */
    public static final BigDecimal GREATEST_PRICE = new BigDecimal(1_000_000_000);

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
        sum(number(quantityText), price(priceText));
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
        keep(line);
        sum(line.quantity(), line.unitPrice());
    }

    /**
     * Adds a line by its values.
     *
     * @param quantity within its bounds
     * @throws BadRequestException if the price is not within its own
     */
    public void add(int quantity, BigDecimal price) throws BadRequestException {
        sum(quantity, inBounds(price));
    }

    /** Keeps a line that was added, for a full answer. */
    public void keep(PricedLine line) {
        lines.add(line);
    }

    private void sum(int quantity, BigDecimal price) {
        lineCount++;
        totalQuantity += quantity;
        totalPrice = totalPrice.add(price.multiply(BigDecimal.valueOf(quantity)));
    }

    private static int number(String quantity) throws BadRequestException {
        return Values.whole(quantity, "Quantity", 1, GREATEST_QUANTITY);
    }

    private static BigDecimal price(String text) throws BadRequestException {
        return inBounds(Values.money(text, "UnitPrice"));
    }

    private static BigDecimal inBounds(BigDecimal price) throws BadRequestException {
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
