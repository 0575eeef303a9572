// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.jaxb;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.messkit.services.business.orders.OrderCheck;
import org.messkit.services.business.orders.OrderLine;
import org.messkit.services.business.orders.OrderTotals;
import org.messkit.services.business.orders.Rule;
import org.messkit.services.business.orders.Values;
import org.messkit.services.jaxb.types.order.Line;
import org.messkit.services.jaxb.types.order.TaxSubtotal;
import org.messkit.services.jaxb.types.order.Totals;
import org.messkit.services.spi.BadRequestException;

/** Has the rules applied to the bound parts of one order, lines before subtotals before the end. Used once. */
final class OrderParts {
    private final OrderCheck check = new OrderCheck();

    /** Holds a text against the rule for leaves; an element that is not there has none. */
    void leaf(String text) {
        check.leaf(text != null && text.isBlank());
    }

    /** A line and those within it. The reader's bound on depth bounds the recursion. */
    void line(Line line) throws BadRequestException {
        leaf(line.getItem());
        String id = Values.text(line.getLineId(), "LineId");
        int quantity = Given.whole(line.getQuantity(), "Quantity", 1, OrderLine.GREATEST_QUANTITY);
        BigDecimal amount = Given.money(line.getAmount(), "Amount");
        BigDecimal unitPrice = Given.money(line.getUnitPrice(), "UnitPrice");
        BigDecimal allowance = moneyIfAny(line.getAllowance(), "Allowance");
        BigDecimal charge = moneyIfAny(line.getCharge(), "Charge");
        String category = Values.text(line.getTaxCategory(), "TaxCategory");
        check.line(new OrderLine(id, quantity, unitPrice, allowance, charge, amount, category));
        for (Line within : line.getLine()) {
            line(within);
        }
    }

    void subtotal(TaxSubtotal subtotal) throws BadRequestException {
        String category = Values.text(subtotal.getCategory(), "Category");
        BigDecimal taxable = Given.money(subtotal.getTaxable(), "Taxable");
        BigDecimal tax = Given.money(subtotal.getTax(), "Tax");
        int percent = Given.whole(
                subtotal.getPercent(), "Percent", 0, org.messkit.services.business.orders.TaxSubtotal.GREATEST_PERCENT);
        check.subtotal(new org.messkit.services.business.orders.TaxSubtotal(category, taxable, percent, tax));
    }

    void dates(LocalDate issued, LocalDate due) {
        check.dates(issued, due);
    }

    /** Ends the check. */
    Map<Rule, Integer> violations(int statedLines, Totals stated) throws BadRequestException {
        BigDecimal lines = Given.money(stated.getLineTotal(), "LineTotal");
        BigDecimal tax = Given.money(stated.getTaxTotal(), "TaxTotal");
        BigDecimal allowances = Given.money(stated.getAllowanceTotal(), "AllowanceTotal");
        BigDecimal charges = Given.money(stated.getChargeTotal(), "ChargeTotal");
        BigDecimal payable = Given.money(stated.getPayable(), "Payable");
        return check.violations(statedLines, new OrderTotals(lines, allowances, charges, tax, payable));
    }

    private static BigDecimal moneyIfAny(BigDecimal money, String name) throws BadRequestException {
        return money == null ? BigDecimal.ZERO : Given.money(money, name);
    }
}
