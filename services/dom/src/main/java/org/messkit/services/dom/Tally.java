// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.messkit.services.spi.BadRequestException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Adds up the lines of the compartments asked for. One request's alone. */
final class Tally {
    private static final int GREATEST_QUANTITY = 1_000_000;
    private static final BigDecimal GREATEST_PRICE = new BigDecimal(1_000_000_000);

    private int lineCount;
    private long totalQuantity;
    private BigDecimal totalPrice = BigDecimal.ZERO;
    private final boolean full;
    private final List<PricedLine> lines = new ArrayList<>();

    /** Keeps the lines for a full answer, or does not. */
    Tally(boolean full) {
        this.full = full;
    }

    /** Adds a compartment or an assembly. The parser's bound on depth bounds the recursion. */
    void add(Element lines) throws BadRequestException {
        for (Node node = lines.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                if (TvDinner.FIELDS.is(element, "Line")) {
                    line(element);
                } else if (TvDinner.FIELDS.is(element, "Assembly")) {
                    add(element);
                }
            }
        }
    }

    PurchaseOrderSummary summary(String orderId) {
        return new PurchaseOrderSummary(orderId, lineCount, totalQuantity, totalPrice, lines);
    }

    private void line(Element line) throws BadRequestException {
        int quantity = TvDinner.FIELDS.whole(line, "Quantity", 1, GREATEST_QUANTITY);
        BigDecimal price = TvDinner.FIELDS.money(line, "UnitPrice");
        if (price.signum() < 0 || price.compareTo(GREATEST_PRICE) > 0) {
            throw new BadRequestException("UnitPrice must be 0 to " + GREATEST_PRICE);
        }
        lineCount++;
        totalQuantity += quantity;
        totalPrice = totalPrice.add(price.multiply(BigDecimal.valueOf(quantity)));
        if (full) {
            lines.add(priced(line, quantity, price));
        }
    }

    private static PricedLine priced(Element line, int quantity, BigDecimal price) throws BadRequestException {
        Element description = TvDinner.FIELDS
                .child(line, "Description")
                .orElseThrow(() -> new BadRequestException("a Line must have a Description"));
        return new PricedLine(TvDinner.FIELDS.text(line, "ItemId"), quantity, price, description.getTextContent());
    }
}
