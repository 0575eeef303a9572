// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.jaxb;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.messkit.services.jaxb.types.order.Line;
import org.messkit.services.jaxb.types.order.TaxSubtotal;
import org.messkit.services.jaxb.types.order.Totals;
import org.messkit.services.spi.BadRequestException;

/** Applies the rules to the parts of one order, lines before subtotals before the end. Used once. */
final class OrderCheck {
    private static final int GREATEST_QUANTITY = 1_000_000;
    private static final int PERCENT = 100;

    private final Map<Rule, Integer> violations = new EnumMap<>(Rule.class);
    private final Map<String, BigDecimal> amounts = new HashMap<>();
    private final Map<String, Integer> linesIn = new HashMap<>();
    private final Set<String> rated = new HashSet<>();
    private final Set<String> lineIds = new HashSet<>();
    private int lines;
    private BigDecimal lineTotal = BigDecimal.ZERO;
    private BigDecimal allowances = BigDecimal.ZERO;
    private BigDecimal charges = BigDecimal.ZERO;
    private BigDecimal taxes = BigDecimal.ZERO;

    /** Holds a text against the rule for leaves; an element that is not there has none. */
    void leaf(String text) {
        hold(Rule.EMPTY_ELEMENT, text == null || !text.isBlank());
    }

    /** A line and those within it. The reader's bound on depth bounds the recursion. */
    void line(Line line) throws BadRequestException {
        lines++;
        leaf(line.getItem());
        hold(Rule.DUPLICATE_LINE, lineIds.add(Given.text(line.getLineId(), "LineId")));
        int quantity = Given.whole(line.getQuantity(), "Quantity", 1, GREATEST_QUANTITY);
        BigDecimal allowance = line.getAllowance() == null ? BigDecimal.ZERO : line.getAllowance();
        BigDecimal charge = line.getCharge() == null ? BigDecimal.ZERO : line.getCharge();
        BigDecimal amount = Given.money(line.getAmount(), "Amount");
        BigDecimal right = Given.money(line.getUnitPrice(), "UnitPrice")
                .multiply(BigDecimal.valueOf(quantity))
                .subtract(Given.money(allowance, "Allowance"))
                .add(Given.money(charge, "Charge"));
        same(Rule.LINE_AMOUNT, right, amount);
        allowances = allowances.add(allowance);
        charges = charges.add(charge);
        lineTotal = lineTotal.add(amount);
        String category = Given.text(line.getTaxCategory(), "TaxCategory");
        amounts.merge(category, amount, BigDecimal::add);
        linesIn.merge(category, 1, Integer::sum);
        for (Line within : line.getLine()) {
            line(within);
        }
    }

    void subtotal(TaxSubtotal subtotal) throws BadRequestException {
        String category = Given.text(subtotal.getCategory(), "Category");
        rated.add(category);
        BigDecimal taxable = Given.money(subtotal.getTaxable(), "Taxable");
        BigDecimal tax = Given.money(subtotal.getTax(), "Tax");
        int percent = Given.whole(subtotal.getPercent(), "Percent", 0, PERCENT);
        same(Rule.TAX_BASE, amounts.getOrDefault(category, BigDecimal.ZERO), taxable);
        BigDecimal right = taxable.multiply(BigDecimal.valueOf(percent, 2)).setScale(2, RoundingMode.HALF_UP);
        same(Rule.TAX_AMOUNT, right, tax);
        taxes = taxes.add(tax);
    }

    void dates(LocalDate issued, LocalDate due) {
        hold(Rule.DATE_ORDER, !due.isBefore(issued));
    }

    /** Ends the check. */
    Map<Rule, Integer> violations(int statedLines, Totals stated) throws BadRequestException {
        BigDecimal statedTotal = Given.money(stated.getLineTotal(), "LineTotal");
        BigDecimal statedTax = Given.money(stated.getTaxTotal(), "TaxTotal");
        hold(Rule.LINE_COUNT, statedLines == lines);
        linesIn.forEach((category, count) -> {
            if (!rated.contains(category)) {
                violations.merge(Rule.TAX_CATEGORY, count, Integer::sum);
            }
        });
        same(Rule.LINE_TOTAL, lineTotal, statedTotal);
        same(Rule.ALLOWANCE_TOTAL, allowances, Given.money(stated.getAllowanceTotal(), "AllowanceTotal"));
        same(Rule.CHARGE_TOTAL, charges, Given.money(stated.getChargeTotal(), "ChargeTotal"));
        same(Rule.TAX_TOTAL, taxes, statedTax);
        same(Rule.PAYABLE_TOTAL, statedTotal.add(statedTax), Given.money(stated.getPayable(), "Payable"));
        return violations;
    }

    private void same(Rule rule, BigDecimal right, BigDecimal stated) {
        hold(rule, right.compareTo(stated) == 0);
    }

    private void hold(Rule rule, boolean held) {
        if (!held) {
            violations.merge(rule, 1, Integer::sum);
        }
    }
}
