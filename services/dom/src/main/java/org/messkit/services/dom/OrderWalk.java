// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.messkit.services.business.orders.OrderCheck;
import org.messkit.services.business.orders.OrderLine;
import org.messkit.services.business.orders.OrderTotals;
import org.messkit.services.business.orders.Rule;
import org.messkit.services.business.orders.TaxSubtotal;
import org.messkit.services.spi.BadRequestException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Walks over one order and has the rules applied. The parser's bound on depth bounds the recursion here. Used once. */
final class OrderWalk {
    private static final Fields FIELDS = Buffet.FIELDS;

    private final OrderCheck check = new OrderCheck();

    Map<Rule, Integer> violations(Element order) throws BadRequestException {
        element(order);
        int lineCount = FIELDS.whole(order, "LineCount", 0, Integer.MAX_VALUE);
        LocalDate due = FIELDS.date(order, "DueDate");
        check.dates(FIELDS.date(order, "IssueDate"), due);
        Element totals =
                FIELDS.child(order, "Totals").orElseThrow(() -> new BadRequestException("an Order must have Totals"));
        return check.violations(lineCount, totals(totals));
    }

    /** Reads an element and all within it; lines come before subtotals by the schema. */
    private void element(Element element) throws BadRequestException {
        boolean leaf = true;
        if (FIELDS.is(element, "Line")) {
            line(element);
        } else if (FIELDS.is(element, "TaxSubtotal")) {
            subtotal(element);
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                leaf = false;
                element(child);
            }
        }
        if (leaf) {
            check.leaf(element.getTextContent().isBlank());
        }
    }

    private void line(Element line) throws BadRequestException {
        String id = FIELDS.text(line, "LineId");
        int quantity = FIELDS.whole(line, "Quantity", 1, OrderLine.GREATEST_QUANTITY);
        BigDecimal allowance = FIELDS.moneyIfAny(line, "Allowance");
        BigDecimal charge = FIELDS.moneyIfAny(line, "Charge");
        BigDecimal amount = FIELDS.money(line, "Amount");
        BigDecimal unitPrice = FIELDS.money(line, "UnitPrice");
        String category = FIELDS.text(line, "TaxCategory");
        check.line(new OrderLine(id, quantity, unitPrice, allowance, charge, amount, category));
    }

    private void subtotal(Element subtotal) throws BadRequestException {
        String category = FIELDS.text(subtotal, "Category");
        BigDecimal taxable = FIELDS.money(subtotal, "Taxable");
        BigDecimal tax = FIELDS.money(subtotal, "Tax");
        int percent = FIELDS.whole(subtotal, "Percent", 0, TaxSubtotal.GREATEST_PERCENT);
        check.subtotal(new TaxSubtotal(category, taxable, percent, tax));
    }

    private static OrderTotals totals(Element totals) throws BadRequestException {
        BigDecimal lines = FIELDS.money(totals, "LineTotal");
        BigDecimal tax = FIELDS.money(totals, "TaxTotal");
        BigDecimal allowances = FIELDS.money(totals, "AllowanceTotal");
        BigDecimal charges = FIELDS.money(totals, "ChargeTotal");
        return new OrderTotals(lines, allowances, charges, tax, FIELDS.money(totals, "Payable"));
    }
}
