// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.messkit.services.spi.BadRequestException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Applies the rules to one order. The parser's bound on depth bounds the recursion here. Used once. */
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

    Map<Rule, Integer> violations(Element order) throws BadRequestException {
        element(order);
        hold(Rule.LINE_COUNT, Fields.whole(order, "LineCount", 0, Integer.MAX_VALUE) == lines);
        hold(Rule.DATE_ORDER, !Fields.date(order, "DueDate").isBefore(Fields.date(order, "IssueDate")));
        linesIn.forEach((category, count) -> {
            if (!rated.contains(category)) {
                violations.put(Rule.TAX_CATEGORY, violations.getOrDefault(Rule.TAX_CATEGORY, 0) + count);
            }
        });
        totals(Fields.child(order, "Totals").orElseThrow(() -> new BadRequestException("an Order must have Totals")));
        return violations;
    }

    /** Reads an element and all within it; lines come before subtotals by the schema. */
    private void element(Element element) throws BadRequestException {
        boolean leaf = true;
        if (Fields.is(element, "Line")) {
            line(element);
        } else if (Fields.is(element, "TaxSubtotal")) {
            subtotal(element);
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                leaf = false;
                element(child);
            }
        }
        hold(Rule.EMPTY_ELEMENT, !leaf || !element.getTextContent().isBlank());
    }

    private void line(Element line) throws BadRequestException {
        lines++;
        hold(Rule.DUPLICATE_LINE, lineIds.add(Fields.text(line, "LineId")));
        BigDecimal quantity = BigDecimal.valueOf(Fields.whole(line, "Quantity", 1, GREATEST_QUANTITY));
        BigDecimal allowance = Fields.moneyIfAny(line, "Allowance");
        BigDecimal charge = Fields.moneyIfAny(line, "Charge");
        BigDecimal amount = Fields.money(line, "Amount");
        BigDecimal right = Fields.money(line, "UnitPrice")
                .multiply(quantity)
                .subtract(allowance)
                .add(charge);
        same(Rule.LINE_AMOUNT, right, amount);
        allowances = allowances.add(allowance);
        charges = charges.add(charge);
        lineTotal = lineTotal.add(amount);
        String category = Fields.text(line, "TaxCategory");
        amounts.merge(category, amount, BigDecimal::add);
        linesIn.merge(category, 1, Integer::sum);
    }

    private void subtotal(Element subtotal) throws BadRequestException {
        String category = Fields.text(subtotal, "Category");
        rated.add(category);
        BigDecimal taxable = Fields.money(subtotal, "Taxable");
        BigDecimal tax = Fields.money(subtotal, "Tax");
        int percent = Fields.whole(subtotal, "Percent", 0, PERCENT);
        same(Rule.TAX_BASE, amounts.getOrDefault(category, BigDecimal.ZERO), taxable);
        BigDecimal right = taxable.multiply(BigDecimal.valueOf(percent, 2)).setScale(2, RoundingMode.HALF_UP);
        same(Rule.TAX_AMOUNT, right, tax);
        taxes = taxes.add(tax);
    }

    private void totals(Element totals) throws BadRequestException {
        BigDecimal statedLines = Fields.money(totals, "LineTotal");
        BigDecimal statedTax = Fields.money(totals, "TaxTotal");
        same(Rule.LINE_TOTAL, lineTotal, statedLines);
        same(Rule.ALLOWANCE_TOTAL, allowances, Fields.money(totals, "AllowanceTotal"));
        same(Rule.CHARGE_TOTAL, charges, Fields.money(totals, "ChargeTotal"));
        same(Rule.TAX_TOTAL, taxes, statedTax);
        same(Rule.PAYABLE_TOTAL, statedLines.add(statedTax), Fields.money(totals, "Payable"));
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
