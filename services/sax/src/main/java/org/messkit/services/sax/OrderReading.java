// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.sax;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.messkit.services.business.answers.ValidationAnswer;
import org.messkit.services.business.orders.OrderCheck;
import org.messkit.services.business.orders.OrderLine;
import org.messkit.services.business.orders.OrderTotals;
import org.messkit.services.business.orders.TaxSubtotal;
import org.messkit.services.business.orders.Values;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** Applies the rules to an order while it passes; keeps the texts of open lines, sums and identifiers. */
final class OrderReading extends Reading {
    static final String NAMESPACE = "urn:messkit:buffet:1";

    private static final Set<String> GROUPS = Set.of("Order", "Line", "TaxSubtotal", "Totals");

    private final OrderCheck check = new OrderCheck();
    private final Deque<Group> open = new ArrayDeque<>();
    private final Deque<Group> spare = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private boolean leaf;
    private OrderTotals totals;
    private Answer answer;

    /** The texts of an open group's children; of any other element none are kept. */
    private record Group(Map<OrderField, String> texts) {
        static final Group OTHER = new Group(Map.of());

        String text(OrderField field) {
            return texts.get(field);
        }
    }

    @Override
    public void startElement(String namespace, String name, String qualified, Attributes attributes)
            throws SAXException {
        String own = namespace.equals(NAMESPACE) ? name : "";
        if (open.isEmpty() && !own.equals("Order")) {
            throw new SAXException(new BadRequestException("the payload must be an Order in " + NAMESPACE));
        }
        open.push(GROUPS.contains(own) ? group() : Group.OTHER);
        text.setLength(0);
        leaf = true;
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    @Override
    public void endElement(String namespace, String name, String qualified) throws SAXException {
        String own = namespace.equals(NAMESPACE) ? name : "";
        Group ended = open.pop();
        Group parent = open.peek();
        if (leaf) {
            String said = text.toString().strip();
            check.leaf(said.isEmpty());
            OrderField field = OrderField.named(own);
            if (parent != null && parent != Group.OTHER && field != null) {
                parent.texts().put(field, said);
            }
        }
        leaf = false;
        try {
            switch (own) {
                case "Line" -> line(ended);
                case "TaxSubtotal" -> subtotal(ended);
                case "Totals" -> totals(ended);
                default -> {
                    if (parent == null) {
                        order(ended);
                    }
                }
            }
        } catch (BadRequestException e) {
            throw new SAXException(e);
        }
        if (ended != Group.OTHER) {
            ended.texts().clear();
            spare.push(ended);
        }
    }

    /** One that is not in use any more, or another: a message has thousands of lines, and few are open at once. */
    private Group group() {
        return spare.isEmpty() ? new Group(new EnumMap<>(OrderField.class)) : spare.pop();
    }

    @Override
    Answer answer() {
        return answer;
    }

    private void line(Group line) throws BadRequestException {
        check.line(new OrderLine(
                Values.text(line.text(OrderField.LINE_ID), "LineId"),
                Values.whole(line.text(OrderField.QUANTITY), "Quantity", 1, OrderLine.GREATEST_QUANTITY),
                money(line, OrderField.UNIT_PRICE),
                moneyIfAny(line, OrderField.ALLOWANCE),
                moneyIfAny(line, OrderField.CHARGE),
                money(line, OrderField.AMOUNT),
                Values.text(line.text(OrderField.TAX_CATEGORY), "TaxCategory")));
    }

    private void subtotal(Group subtotal) throws BadRequestException {
        check.subtotal(new TaxSubtotal(
                Values.text(subtotal.text(OrderField.CATEGORY), "Category"),
                money(subtotal, OrderField.TAXABLE),
                Values.whole(subtotal.text(OrderField.PERCENT), "Percent", 0, TaxSubtotal.GREATEST_PERCENT),
                money(subtotal, OrderField.TAX)));
    }

    private void totals(Group stated) throws BadRequestException {
        totals = new OrderTotals(
                money(stated, OrderField.LINE_TOTAL),
                money(stated, OrderField.ALLOWANCE_TOTAL),
                money(stated, OrderField.CHARGE_TOTAL),
                money(stated, OrderField.TAX_TOTAL),
                money(stated, OrderField.PAYABLE));
    }

    private void order(Group order) throws BadRequestException {
        String orderId = Values.text(order.text(OrderField.ORDER_ID), "OrderId");
        check.dates(
                Values.date(order.text(OrderField.ISSUE_DATE), "IssueDate"),
                Values.date(order.text(OrderField.DUE_DATE), "DueDate"));
        int count = Values.whole(order.text(OrderField.LINE_COUNT), "LineCount", 0, Integer.MAX_VALUE);
        if (totals == null) {
            throw new BadRequestException("an Order must have Totals");
        }
        answer = new ValidationAnswer(ReadingHandler.OUTPUT, orderId, check.violations(count, totals));
    }

    private static BigDecimal money(Group group, OrderField field) throws BadRequestException {
        return Values.money(group.text(field), field.element());
    }

    private static BigDecimal moneyIfAny(Group group, OrderField field) throws BadRequestException {
        String text = group.text(field);
        return text == null ? BigDecimal.ZERO : Values.money(text, field.element());
    }
}
