// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.buffet;

import java.util.Set;
import java.util.SplittableRandom;
import org.messkit.usecases.Message;
import org.messkit.usecases.writing.Fit;
import org.messkit.usecases.writing.Outline.Size;
import org.messkit.usecases.writing.Words;
import org.messkit.usecases.writing.XmlBytes;

/** One order, written while its sums are made. Used once. */
final class Order {
    static final int DEPTH = 3;
    static final Size MARK = new Size("<Mark>K00</Mark>".length(), 1);

    private static final String ORDER = " xmlns=\"urn:messkit:buffet:1\"";
    private static final String END = "</Note></Order>";
    private static final int ID_DIGITS = 12;
    private static final long IDS = 1_000_000_000_000L;

    private final SplittableRandom random;
    private final Fit fit;
    private final int bytes;
    private final XmlBytes out;
    private final Defects defects;
    private final Sums sums = new Sums();
    private final Lines lines;
    private long id;
    private int idOffset;

    Order(SplittableRandom random, Set<Rule> broken, Fit fit, int bytes) {
        this.random = random;
        this.fit = fit;
        this.bytes = bytes;
        this.out = new XmlBytes(bytes);
        this.defects = new Defects(broken, random, Math.max(1, fit.units()));
        this.lines = new Lines(out, random, fit.unitBytes(), defects, sums);
    }

    /**
     * The order without lines and with the shortest note.
     *
     * @param mostHundredths the greatest sum that may stand in it
     */
    static Size frame(long mostHundredths) {
        Order order = new Order(new SplittableRandom(0), Set.of(), new Fit(0, 0, 0, 0), 0);
        order.sums.fill(mostHundredths);
        order.writeHead();
        order.writeTail();
        int countDigits =
                Long.toString(mostHundredths / Lines.GREATEST_AMOUNT + 3).length() - 1;
        return new Size(order.out.size() + countDigits, order.out.elements());
    }

    /**
     * Writes it.
     *
     * @param chained whether lines stand in chains, each line in the one before, rather than in threes
     */
    Message message(boolean chained) {
        writeHead();
        if (chained) {
            lines.writeChains(fit.units(), fit.levels() + 1);
        } else {
            lines.writeThrees(fit.units());
        }
        writeTail();
        XmlBytes answer = new XmlBytes(512).open("OrderValidation", ORDER).open("OrderId");
        int answerOffset = answer.ascii("BO").size();
        answer.digits(id, ID_DIGITS).close("OrderId");
        var violations = defects.violations();
        answer.leaf("Valid", Boolean.toString(violations.isEmpty()));
        violations.forEach((rule, count) -> answer.open("Violation")
                .leaf("Rule", rule.name())
                .leaf("Count", Integer.toString(count))
                .close("Violation"));
        answer.close("OrderValidation");
        return new Message(
                out.toByteArray(),
                answer.toByteArray(),
                new Message.Identifier(ID_DIGITS, idOffset, answerOffset),
                out.elements(),
                out.depth());
    }

    private void writeHead() {
        out.open("Order", ORDER).open("OrderId").ascii("BO");
        id = random.nextLong(IDS);
        idOffset = out.size();
        out.digits(id, ID_DIGITS).close("OrderId").leaf("IssueDate", "2026-03-12");
        out.leaf("DueDate", defects.breaks(Rule.DATE_ORDER) ? "2026-03-11" : "2026-03-20");
        int count = fit.units() + (defects.breaks(Rule.LINE_COUNT) ? 1 + random.nextInt(3) : 0);
        out.leaf("Currency", "XTS")
                .leaf("LineCount", Integer.toString(count))
                .open("Buyer")
                .open("Name");
        Words.write(out, random, 20);
        out.close("Name").leaf("City", "Kettering").close("Buyer");
    }

    private void writeTail() {
        long taxes = 0;
        for (TaxCategory category : TaxCategory.values()) {
            long taxable = defects.inSubtotal(Rule.TAX_BASE, category, sums.taxable(category));
            long tax = defects.inSubtotal(Rule.TAX_AMOUNT, category, category.tax(taxable));
            taxes += tax;
            out.open("TaxSubtotal").leaf("Category", category.name());
            money("Taxable", taxable).leaf("Percent", Integer.toString(category.percent));
            money("Tax", tax).close("TaxSubtotal");
        }
        long lineTotal = defects.stated(Rule.LINE_TOTAL, sums.lines());
        long taxTotal = defects.stated(Rule.TAX_TOTAL, taxes);
        out.open("Totals");
        money("LineTotal", lineTotal);
        money("AllowanceTotal", defects.stated(Rule.ALLOWANCE_TOTAL, sums.allowances()));
        money("ChargeTotal", defects.stated(Rule.CHARGE_TOTAL, sums.charges()));
        money("TaxTotal", taxTotal);
        money("Payable", defects.stated(Rule.PAYABLE_TOTAL, lineTotal + taxTotal));
        out.close("Totals");
        for (int i = 0; i < fit.spares(); i++) {
            out.open("Mark").put('K').digits(random.nextInt(100), 2).close("Mark");
        }
        // No element may be empty, the filler neither.
        out.open("Note").put('n');
        Words.write(out, random, bytes - out.size() - END.length());
        out.close("Note").close("Order");
    }

    private XmlBytes money(String name, long hundredths) {
        return out.open(name).decimal(hundredths).close(name);
    }
}
