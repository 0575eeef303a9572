// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.business.orders;

/** The rules of the contract, by code; see {@code buffet/order.xsd}. */
public enum Rule {
    ALLOWANCE_TOTAL,
    CHARGE_TOTAL,
    DATE_ORDER,
    DUPLICATE_LINE,
    EMPTY_ELEMENT,
    LINE_AMOUNT,
    LINE_COUNT,
    LINE_TOTAL,
    PAYABLE_TOTAL,
    TAX_AMOUNT,
    TAX_BASE,
    TAX_CATEGORY,
    TAX_TOTAL
}
