// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.business.orders;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Applies the rules to the parts of one order, lines before subtotals before the end. Used once, by one thread. */
public final class OrderCheck {
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

    /** Takes an element without elements; none may be empty. */
    public void leaf(boolean empty) {
        hold(Rule.EMPTY_ELEMENT, !empty);
    }

    /** Takes one line, which may stand in another: each is taken by itself. */
    public void line(OrderLine line) {
        lines++;
        hold(Rule.DUPLICATE_LINE, lineIds.add(line.id()));
        BigDecimal right = line.unitPrice()
                .multiply(BigDecimal.valueOf(line.quantity()))
                .subtract(line.allowance())
                .add(line.charge());
        same(Rule.LINE_AMOUNT, right, line.amount());
        allowances = allowances.add(line.allowance());
        charges = charges.add(line.charge());
        lineTotal = lineTotal.add(line.amount());
        amounts.merge(line.taxCategory(), line.amount(), BigDecimal::add);
        linesIn.merge(line.taxCategory(), 1, Integer::sum);
    }

    /** Takes a tax subtotal, after all lines. */
    public void subtotal(TaxSubtotal subtotal) {
        rated.add(subtotal.category());
        same(Rule.TAX_BASE, amounts.getOrDefault(subtotal.category(), BigDecimal.ZERO), subtotal.taxable());
        BigDecimal right = subtotal.taxable()
                .multiply(BigDecimal.valueOf(subtotal.percent(), 2))
                .setScale(2, RoundingMode.HALF_UP);
        same(Rule.TAX_AMOUNT, right, subtotal.tax());
        taxes = taxes.add(subtotal.tax());
    }

    /** Takes the order's dates; it must not be due before it was issued. */
    public void dates(LocalDate issued, LocalDate due) {
        hold(Rule.DATE_ORDER, !due.isBefore(issued));
    }

    /** Ends the check. */
    public Map<Rule, Integer> violations(int statedLines, OrderTotals stated) {
        hold(Rule.LINE_COUNT, statedLines == lines);
        linesIn.forEach((category, count) -> {
            if (!rated.contains(category)) {
                violations.merge(Rule.TAX_CATEGORY, count, Integer::sum);
            }
        });
        same(Rule.LINE_TOTAL, lineTotal, stated.lines());
        same(Rule.ALLOWANCE_TOTAL, allowances, stated.allowances());
        same(Rule.CHARGE_TOTAL, charges, stated.charges());
        same(Rule.TAX_TOTAL, taxes, stated.tax());
        same(Rule.PAYABLE_TOTAL, stated.lines().add(stated.tax()), stated.payable());
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
