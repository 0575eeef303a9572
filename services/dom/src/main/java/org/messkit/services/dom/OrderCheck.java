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
    private static final Fields FIELDS = Buffet.FIELDS;
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
        hold(Rule.LINE_COUNT, FIELDS.whole(order, "LineCount", 0, Integer.MAX_VALUE) == lines);
        hold(Rule.DATE_ORDER, !FIELDS.date(order, "DueDate").isBefore(FIELDS.date(order, "IssueDate")));
        linesIn.forEach((category, count) -> {
            if (!rated.contains(category)) {
                violations.put(Rule.TAX_CATEGORY, violations.getOrDefault(Rule.TAX_CATEGORY, 0) + count);
            }
        });
        totals(FIELDS.child(order, "Totals").orElseThrow(() -> new BadRequestException("an Order must have Totals")));
        return violations;
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
        hold(Rule.EMPTY_ELEMENT, !leaf || !element.getTextContent().isBlank());
    }

    private void line(Element line) throws BadRequestException {
        lines++;
        hold(Rule.DUPLICATE_LINE, lineIds.add(FIELDS.text(line, "LineId")));
        BigDecimal quantity = BigDecimal.valueOf(FIELDS.whole(line, "Quantity", 1, GREATEST_QUANTITY));
        BigDecimal allowance = FIELDS.moneyIfAny(line, "Allowance");
        BigDecimal charge = FIELDS.moneyIfAny(line, "Charge");
        BigDecimal amount = FIELDS.money(line, "Amount");
        BigDecimal right = FIELDS.money(line, "UnitPrice")
                .multiply(quantity)
                .subtract(allowance)
                .add(charge);
        same(Rule.LINE_AMOUNT, right, amount);
        allowances = allowances.add(allowance);
        charges = charges.add(charge);
        lineTotal = lineTotal.add(amount);
        String category = FIELDS.text(line, "TaxCategory");
        amounts.merge(category, amount, BigDecimal::add);
        linesIn.merge(category, 1, Integer::sum);
    }

    private void subtotal(Element subtotal) throws BadRequestException {
        String category = FIELDS.text(subtotal, "Category");
        rated.add(category);
        BigDecimal taxable = FIELDS.money(subtotal, "Taxable");
        BigDecimal tax = FIELDS.money(subtotal, "Tax");
        int percent = FIELDS.whole(subtotal, "Percent", 0, PERCENT);
        same(Rule.TAX_BASE, amounts.getOrDefault(category, BigDecimal.ZERO), taxable);
        BigDecimal right = taxable.multiply(BigDecimal.valueOf(percent, 2)).setScale(2, RoundingMode.HALF_UP);
        same(Rule.TAX_AMOUNT, right, tax);
        taxes = taxes.add(tax);
    }

    private void totals(Element totals) throws BadRequestException {
        BigDecimal statedLines = FIELDS.money(totals, "LineTotal");
        BigDecimal statedTax = FIELDS.money(totals, "TaxTotal");
        same(Rule.LINE_TOTAL, lineTotal, statedLines);
        same(Rule.ALLOWANCE_TOTAL, allowances, FIELDS.money(totals, "AllowanceTotal"));
        same(Rule.CHARGE_TOTAL, charges, FIELDS.money(totals, "ChargeTotal"));
        same(Rule.TAX_TOTAL, taxes, statedTax);
        same(Rule.PAYABLE_TOTAL, statedLines.add(statedTax), FIELDS.money(totals, "Payable"));
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
