// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.streaming;

import java.math.BigDecimal;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.messkit.services.business.orders.OrderCheck;
import org.messkit.services.business.orders.OrderLine;
import org.messkit.services.business.orders.OrderTotals;
import org.messkit.services.business.orders.Rule;
import org.messkit.services.business.orders.TaxSubtotal;
import org.messkit.services.business.orders.Values;
import org.messkit.services.spi.BadRequestException;

/** One order on its way through a reader. The reader's bound on depth bounds the recursion. */
final class OrderReading {
    static final String NAMESPACE = "urn:messkit:buffet:1";

    private final XMLStreamReader in;
    private final ElementWalk walk;
    private final OrderCheck check = new OrderCheck();
    private String orderId;
    private String issued;
    private String due;
    private String lineCount;
    private OrderTotals totals;
    private Map<Rule, Integer> violations;

    /** Starts at the start tag of the root. */
    OrderReading(XMLStreamReader in) {
        this.in = in;
        this.walk = new ElementWalk(in);
    }

    /** Reads to the end tag of the root. */
    void read() throws BadRequestException, XMLStreamException {
        if (!walk.at(NAMESPACE, "Order")) {
            throw new BadRequestException("the payload must be an Order in " + NAMESPACE);
        }
        while (walk.child()) {
            switch (walk.name(NAMESPACE)) {
                case "OrderId" -> orderId = text();
                case "IssueDate" -> issued = text();
                case "DueDate" -> due = text();
                case "LineCount" -> lineCount = text();
                case "Totals" -> totals();
                default -> element();
            }
        }
        Values.text(orderId, "OrderId");
        check.dates(Values.date(issued, "IssueDate"), Values.date(due, "DueDate"));
        int count = Values.whole(lineCount, "LineCount", 0, Integer.MAX_VALUE);
        if (totals == null) {
            throw new BadRequestException("an Order must have Totals");
        }
        violations = check.violations(count, totals);
    }

    String orderId() {
        return orderId;
    }

    Map<Rule, Integer> violations() {
        return violations;
    }

    private void element() throws BadRequestException, XMLStreamException {
        switch (walk.name(NAMESPACE)) {
            case "Line" -> line();
            case "TaxSubtotal" -> subtotal();
            default -> other();
        }
    }

    /** Reads an element that only need not be empty, and those within it. */
    private void other() throws BadRequestException, XMLStreamException {
        boolean leaf = true;
        boolean blank = true;
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    leaf = false;
                    element();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> blank &= in.isWhiteSpace();
                case XMLStreamConstants.END_ELEMENT -> {
                    check.leaf(leaf && blank);
                    return;
                }
                default -> {
                    // Comments and instructions are no content.
                }
            }
        }
    }

    private void line() throws BadRequestException, XMLStreamException {
        String id = null;
        String quantity = null;
        String price = null;
        String allowance = null;
        String charge = null;
        String amount = null;
        String category = null;
        while (walk.child()) {
            switch (walk.name(NAMESPACE)) {
                case "LineId" -> id = text();
                case "Quantity" -> quantity = text();
                case "UnitPrice" -> price = text();
                case "Allowance" -> allowance = text();
                case "Charge" -> charge = text();
                case "Amount" -> amount = text();
                case "TaxCategory" -> category = text();
                default -> element();
            }
        }
        check.line(new OrderLine(
                Values.text(id, "LineId"),
                Values.whole(quantity, "Quantity", 1, OrderLine.GREATEST_QUANTITY),
                Values.money(price, "UnitPrice"),
                moneyIfAny(allowance, "Allowance"),
                moneyIfAny(charge, "Charge"),
                Values.money(amount, "Amount"),
                Values.text(category, "TaxCategory")));
    }

    private void subtotal() throws BadRequestException, XMLStreamException {
        String category = null;
        String taxable = null;
        String percent = null;
        String tax = null;
        while (walk.child()) {
            switch (walk.name(NAMESPACE)) {
                case "Category" -> category = text();
                case "Taxable" -> taxable = text();
                case "Percent" -> percent = text();
                case "Tax" -> tax = text();
                default -> element();
            }
        }
        check.subtotal(new TaxSubtotal(
                Values.text(category, "Category"),
                Values.money(taxable, "Taxable"),
                Values.whole(percent, "Percent", 0, TaxSubtotal.GREATEST_PERCENT),
                Values.money(tax, "Tax")));
    }

    private void totals() throws BadRequestException, XMLStreamException {
        String lines = null;
        String allowances = null;
        String charges = null;
        String tax = null;
        String payable = null;
        while (walk.child()) {
            switch (walk.name(NAMESPACE)) {
                case "LineTotal" -> lines = text();
                case "AllowanceTotal" -> allowances = text();
                case "ChargeTotal" -> charges = text();
                case "TaxTotal" -> tax = text();
                case "Payable" -> payable = text();
                default -> element();
            }
        }
        totals = new OrderTotals(
                Values.money(lines, "LineTotal"),
                Values.money(allowances, "AllowanceTotal"),
                Values.money(charges, "ChargeTotal"),
                Values.money(tax, "TaxTotal"),
                Values.money(payable, "Payable"));
    }

    private String text() throws XMLStreamException {
        String text = walk.text();
        check.leaf(text.isEmpty());
        return text;
    }

    private static BigDecimal moneyIfAny(String text, String name) throws BadRequestException {
        return text == null ? BigDecimal.ZERO : Values.money(text, name);
    }
}
