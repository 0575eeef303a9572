// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import java.math.BigDecimal;
import org.messkit.services.business.answers.SummaryAnswer;
import org.messkit.services.business.orders.PricedLine;
import org.messkit.services.business.orders.Tally;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Walks over the compartments asked for and has their lines added up. One request's alone. */
final class LineWalk {
    private final Tally tally = new Tally();
    private final boolean full;

    /** Keeps the lines for a full answer, or does not. */
    LineWalk(boolean full) {
        this.full = full;
    }

    /** Adds a compartment or an assembly. The parser's bound on depth bounds the recursion. */
    void add(Element lines) throws BadRequestException {
        for (Node node = lines.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                if (TvDinner.FIELDS.is(element, "Line")) {
                    line(element);
                } else if (TvDinner.FIELDS.is(element, "Assembly")) {
                    add(element);
                }
            }
        }
    }

    Answer summary(String orderId) {
        return new SummaryAnswer(Engines.OUTPUT, orderId, tally);
    }

    private void line(Element line) throws BadRequestException {
        int quantity = TvDinner.FIELDS.whole(line, "Quantity", 1, Tally.GREATEST_QUANTITY);
        BigDecimal price = TvDinner.FIELDS.money(line, "UnitPrice");
        tally.add(quantity, price);
        if (full) {
            tally.keep(priced(line, quantity, price));
        }
    }

    private static PricedLine priced(Element line, int quantity, BigDecimal price) throws BadRequestException {
        Element description = TvDinner.FIELDS
                .child(line, "Description")
                .orElseThrow(() -> new BadRequestException("a Line must have a Description"));
        return new PricedLine(TvDinner.FIELDS.text(line, "ItemId"), quantity, price, description.getTextContent());
    }
}
