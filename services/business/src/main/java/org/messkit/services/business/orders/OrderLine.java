// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.business.orders;

import java.math.BigDecimal;

/**
 * One line, without the lines within it.
 *
 * @param allowance zero where there is none
 * @param charge zero where there is none
 */
public record OrderLine(
        String id,
        int quantity,
        BigDecimal unitPrice,
        BigDecimal allowance,
        BigDecimal charge,
        BigDecimal amount,
        String taxCategory) {
    /** The greatest quantity of the contract; the least is 1. */
    public static final int GREATEST_QUANTITY = 1_000_000;
}
