// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.jaxb;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import javax.xml.stream.XMLOutputFactory;
import org.messkit.services.business.answers.SummaryAnswer;
import org.messkit.services.business.orders.Tally;
import org.messkit.services.business.orders.Values;
import org.messkit.services.jaxb.types.Line;
import org.messkit.services.jaxb.types.Lines;
import org.messkit.services.jaxb.types.PricedLine;
import org.messkit.services.jaxb.types.PurchaseOrderSummary;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;

/** Has the bound lines of the compartments asked for added up, and makes the objects of a full answer. One request's alone. */
final class BoundLines {
    private static final int MOST_DIGITS = 30;

    private final Tally tally = new Tally();
    /** The full answer, null where a summary is asked for. */
    private final PurchaseOrderSummary whole;

    BoundLines(boolean full) {
        whole = full ? new PurchaseOrderSummary() : null;
    }

    void add(Lines lines) throws BadRequestException {
        for (Line line : lines.getLine()) {
            add(line);
        }
        for (Lines assembly : lines.getAssembly()) {
            add(assembly);
        }
    }

    /**
     * What was asked for.
     *
     * @param factory writes summaries, of which no objects are worth making
     * @param answers write full answers
     */
    Answer answer(String orderId, XMLOutputFactory factory, Binding<PurchaseOrderSummary> answers) {
        if (whole == null) {
            return new SummaryAnswer(factory, orderId, tally);
        }
        whole.setOrderId(orderId);
        whole.setLineCount(BigInteger.valueOf(tally.lineCount()));
        whole.setTotalQuantity(BigInteger.valueOf(tally.totalQuantity()));
        whole.setTotalPrice(money(tally.totalPrice()));
        return answers.answer(whole);
    }

    private void add(Line line) throws BadRequestException {
        int quantity = Given.whole(line.getQuantity(), "Quantity", 1, Tally.GREATEST_QUANTITY);
        BigDecimal unitPrice = price(line);
        tally.add(quantity, unitPrice);
        if (whole != null) {
            whole.getLine().add(priced(line, unitPrice.multiply(BigDecimal.valueOf(quantity))));
        }
    }

    private static PricedLine priced(Line line, BigDecimal price) throws BadRequestException {
        if (line.getDescription() == null) {
            throw new BadRequestException("a Line must have a Description");
        }
        PricedLine priced = new PricedLine();
        priced.setItemId(Values.text(line.getItemId(), "ItemId"));
        priced.setQuantity(line.getQuantity());
        priced.setUnitPrice(money(line.getUnitPrice()));
        priced.setDescription(line.getDescription());
        priced.setPrice(money(price));
        return priced;
    }

    private static BigDecimal money(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    private static BigDecimal price(Line line) throws BadRequestException {
        BigDecimal price = line.getUnitPrice();
        // An exponent makes a short text a number of a billion digits: scale and precision come before arithmetic.
        if (price == null
                || Math.abs(price.scale()) > MOST_DIGITS
                || price.precision() > MOST_DIGITS
                || price.signum() < 0
                || price.compareTo(Tally.GREATEST_PRICE) > 0
                || price.scale() > 2 && price.stripTrailingZeros().scale() > 2) {
            throw new BadRequestException(
                    "a line must have a UnitPrice of 0 to " + Tally.GREATEST_PRICE + " with at most two decimals");
        }
        return price;
    }
}
