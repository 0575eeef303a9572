// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.sax;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.streaming.orders.OrderCheck;
import org.messkit.services.streaming.orders.OrderLine;
import org.messkit.services.streaming.orders.OrderTotals;
import org.messkit.services.streaming.orders.TaxSubtotal;
import org.messkit.services.streaming.orders.Values;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** Applies the rules to an order while it passes; keeps the texts of open lines, sums and identifiers. */
final class OrderReading extends Reading {
    static final String NAMESPACE = "urn:messkit:buffet:1";

    private static final Set<String> GROUPS = Set.of("Order", "Line", "TaxSubtotal", "Totals");
    private static final int GREATEST_QUANTITY = 1_000_000;
    private static final int PERCENT = 100;

    private final OrderCheck check = new OrderCheck();
    private final Deque<Part> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private boolean leaf;
    private OrderTotals totals;
    private Answer answer;

    /** An open element, by its name in the namespace of orders, with the texts of its children if it is a group. */
    private record Part(String name, Map<String, String> texts) {
        String text(String name) {
            return texts.get(name);
        }
    }

    @Override
    public void startElement(String namespace, String name, String qualified, Attributes attributes)
            throws SAXException {
        String own = namespace.equals(NAMESPACE) ? name : "";
        if (open.isEmpty() && !own.equals("Order")) {
            throw new SAXException(new BadRequestException("the payload must be an Order in " + NAMESPACE));
        }
        open.push(new Part(own, GROUPS.contains(own) ? new HashMap<>() : Map.of()));
        text.setLength(0);
        leaf = true;
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    @Override
    public void endElement(String namespace, String name, String qualified) throws SAXException {
        Part part = open.pop();
        Part parent = open.peek();
        if (leaf) {
            String said = text.toString().strip();
            check.leaf(said.isEmpty());
            if (parent != null && GROUPS.contains(parent.name())) {
                parent.texts().put(part.name(), said);
            }
        }
        leaf = false;
        try {
            switch (part.name()) {
                case "Line" -> line(part);
                case "TaxSubtotal" -> subtotal(part);
                case "Totals" -> totals(part);
                default -> {
                    if (parent == null) {
                        order(part);
                    }
                }
            }
        } catch (BadRequestException e) {
            throw new SAXException(e);
        }
    }

    @Override
    Answer answer() {
        return answer;
    }

    private void line(Part line) throws BadRequestException {
        check.line(new OrderLine(
                Values.text(line.text("LineId"), "LineId"),
                Values.whole(line.text("Quantity"), "Quantity", 1, GREATEST_QUANTITY),
                money(line, "UnitPrice"),
                moneyIfAny(line, "Allowance"),
                moneyIfAny(line, "Charge"),
                money(line, "Amount"),
                Values.text(line.text("TaxCategory"), "TaxCategory")));
    }

    private void subtotal(Part subtotal) throws BadRequestException {
        check.subtotal(new TaxSubtotal(
                Values.text(subtotal.text("Category"), "Category"),
                money(subtotal, "Taxable"),
                Values.whole(subtotal.text("Percent"), "Percent", 0, PERCENT),
                money(subtotal, "Tax")));
    }

    private void totals(Part stated) throws BadRequestException {
        totals = new OrderTotals(
                money(stated, "LineTotal"),
                money(stated, "AllowanceTotal"),
                money(stated, "ChargeTotal"),
                money(stated, "TaxTotal"),
                money(stated, "Payable"));
    }

    private void order(Part order) throws BadRequestException {
        String orderId = Values.text(order.text("OrderId"), "OrderId");
        check.dates(Values.date(order.text("IssueDate"), "IssueDate"), Values.date(order.text("DueDate"), "DueDate"));
        int count = Values.whole(order.text("LineCount"), "LineCount", 0, Integer.MAX_VALUE);
        if (totals == null) {
            throw new BadRequestException("an Order must have Totals");
        }
        answer = new OrderValidation(orderId, check.violations(count, totals));
    }

    private static BigDecimal money(Part part, String name) throws BadRequestException {
        return Values.money(part.text(name), name);
    }

    private static BigDecimal moneyIfAny(Part part, String name) throws BadRequestException {
        String text = part.text(name);
        return text == null ? BigDecimal.ZERO : Values.money(text, name);
    }
}
