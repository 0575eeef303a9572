// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.business.orders;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A line of a compartment asked for, as a full answer has it. */
public record PricedLine(String itemId, int quantity, BigDecimal unitPrice, String description) {
    /** Two decimals. */
    public String unitPriceText() {
        return unitPrice.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
    }

    /** Quantity times unit price, with two decimals. */
    public String priceText() {
        return unitPrice
                .multiply(BigDecimal.valueOf(quantity))
                .setScale(2, RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
