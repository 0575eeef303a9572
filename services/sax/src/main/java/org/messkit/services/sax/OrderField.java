// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.sax;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The leaves of an order that a rule needs. */
enum OrderField {
    ORDER_ID("OrderId"),
    ISSUE_DATE("IssueDate"),
    DUE_DATE("DueDate"),
    LINE_COUNT("LineCount"),
    LINE_ID("LineId"),
    QUANTITY("Quantity"),
    UNIT_PRICE("UnitPrice"),
    ALLOWANCE("Allowance"),
    CHARGE("Charge"),
    AMOUNT("Amount"),
    TAX_CATEGORY("TaxCategory"),
    CATEGORY("Category"),
    TAXABLE("Taxable"),
    PERCENT("Percent"),
    TAX("Tax"),
    LINE_TOTAL("LineTotal"),
    ALLOWANCE_TOTAL("AllowanceTotal"),
    CHARGE_TOTAL("ChargeTotal"),
    TAX_TOTAL("TaxTotal"),
    PAYABLE("Payable");

    private static final Map<String, OrderField> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(OrderField::element, Function.identity()));

    private final String element;

    OrderField(String element) {
        this.element = element;
    }

    /** The element's local name. */
    String element() {
        return element;
    }

    /** The one of that local name, or null. */
    static OrderField named(String element) {
        return BY_NAME.get(element);
    }
}
