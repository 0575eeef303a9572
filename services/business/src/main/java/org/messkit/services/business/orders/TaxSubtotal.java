// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.business.orders;

import java.math.BigDecimal;

/** The tax that an order states for one category. */
public record TaxSubtotal(String category, BigDecimal taxable, int percent, BigDecimal tax) {
    /** The greatest percent of the contract; the least is 0. */
    public static final int GREATEST_PERCENT = 100;
}
