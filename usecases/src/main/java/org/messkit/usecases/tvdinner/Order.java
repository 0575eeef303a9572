// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.tvdinner;

import java.util.Set;
import java.util.SplittableRandom;
import org.messkit.usecases.AnswerSize;
import org.messkit.usecases.Message;
import org.messkit.usecases.writing.Fit;
import org.messkit.usecases.writing.Outline.Size;
import org.messkit.usecases.writing.Words;
import org.messkit.usecases.writing.XmlBytes;

/** One order, written and added up at once. Used once. */
final class Order {
    static final int DEPTH = 6;
    static final Size LINE = new Size(200, 5);
    static final int LEAST_LINE_BYTES = 122;
    /** An assembly in each compartment. */
    static final Size LEVEL = new Size(Compartment.COUNT * "<Assembly></Assembly>".length(), Compartment.COUNT);

    static final Size MARK = new Size("<Mark>A00</Mark>".length(), 1);

    private static final String ORDER = " xmlns=\"urn:messkit:tv-dinner:1\"";
    private static final String LINE_END = "</Description></Line>";
    private static final String END = "</Note></PurchaseOrder></DataArea></GetPurchaseOrder>";
    private static final int ID_DIGITS = 12;
    private static final long IDS = 1_000_000_000_000L;

    private final SplittableRandom random;
    private final Set<Compartment> asked;
    private final Fit fit;
    private final int bytes;
    private final AnswerSize answerSize;
    private final XmlBytes out;
    private final XmlBytes pricedLines;
    private long id;
    private int idOffset;
    private int lines;
    private int lineCount;
    private long totalQuantity;
    private long totalCents;

    Order(SplittableRandom random, Set<Compartment> asked, Fit fit, int bytes, AnswerSize answerSize) {
        this.random = random;
        this.asked = asked;
        this.fit = fit;
        this.bytes = bytes;
        this.answerSize = answerSize;
        this.out = new XmlBytes(bytes);
        this.pricedLines = new XmlBytes(answerSize == AnswerSize.FULL ? bytes : 0);
    }

    /** The order without lines and with an empty note. */
    static Size frame(Set<Compartment> asked, AnswerSize answerSize) {
        Order order = new Order(new SplittableRandom(0), asked, new Fit(0, 0, 0, 0), 0, answerSize);
        order.writeOrder();
        return new Size(order.out.size(), order.out.elements());
    }

    Message message() {
        writeOrder();
        XmlBytes answer = new XmlBytes(256 + pricedLines.size())
                .open("PurchaseOrderSummary", ORDER)
                .open("OrderId");
        int answerOffset = answer.ascii("PO").size();
        answer.digits(id, ID_DIGITS).close("OrderId");
        answer.leaf("LineCount", Integer.toString(lineCount));
        answer.leaf("TotalQuantity", Long.toString(totalQuantity));
        answer.open("TotalPrice").decimal(totalCents).close("TotalPrice");
        answer.copy(pricedLines, 0, pricedLines.size()).close("PurchaseOrderSummary");
        return new Message(
                out.toByteArray(),
                answer.toByteArray(),
                new Message.Identifier(ID_DIGITS, idOffset, answerOffset),
                out.elements(),
                out.depth());
    }

    private void writeOrder() {
        out.open("GetPurchaseOrder", ORDER);
        out.open("ApplicationArea").leaf("Sender", "BAY7").leaf("Task", "Parts");
        out.leaf("CreationDateTime", "2026-03-02T09:30:00Z");
        out.open("BODID").put('B').digits(random.nextInt(100_000_000), 8).close("BODID");
        out.close("ApplicationArea").open("DataArea");
        out.open("Get", answerSize == AnswerSize.FULL ? " answer=\"full\"" : "");
        for (Compartment compartment : asked) {
            out.leaf("Compartment", compartment.namespace);
        }
        out.close("Get").open("PurchaseOrder").open("OrderId").ascii("PO");
        id = random.nextLong(IDS);
        idOffset = out.size();
        out.digits(id, ID_DIGITS).close("OrderId");
        writeParty();
        writeShipping();
        for (Compartment compartment : Compartment.values()) {
            writeCompartment(compartment);
        }
        out.open("Note");
        Words.write(out, random, bytes - out.size() - END.length());
        out.close("Note").close("PurchaseOrder").close("DataArea").close("GetPurchaseOrder");
    }

    private void writeParty() {
        out.open("Party", " xmlns=\"urn:messkit:tv-dinner:party:1\"").leaf("Dealer", "D0417");
        out.open("Name");
        Words.write(out, random, 24);
        out.close("Name").leaf("Street", "12 Ladle Lane").leaf("City", "Kettering");
        out.leaf("Zip", "04711").leaf("Country", "XK").leaf("Phone", "555-0117").leaf("Fax", "555-0118");
        out.close("Party");
    }

    private void writeShipping() {
        out.open("Shipping", " xmlns=\"urn:messkit:tv-dinner:shipping:1\"").leaf("Carrier", "Handcart");
        out.leaf("Mode", "road").leaf("Terms", "DAP").leaf("Due", "2026-03-09").leaf("Dock", "7");
        out.leaf("City", "Kettering").leaf("Zip", "04711");
        for (int i = 0; i < fit.spares(); i++) {
            out.open("Mark").put('K').digits(random.nextInt(100), 2).close("Mark");
        }
        out.close("Shipping");
    }

    private void writeCompartment(Compartment compartment) {
        int index = compartment.ordinal();
        int count = fit.units() / Compartment.COUNT + (index < fit.units() % Compartment.COUNT ? 1 : 0);
        out.open(compartment.tag, compartment.declaration());
        int levels = fit.levels() + 1;
        for (int level = 0; level < levels; level++) {
            if (level > 0) {
                out.open("Assembly");
            }
            // The innermost assembly gets the odd lines: one line alone must stand at the full depth.
            int here = level < levels - 1 ? count / levels : count - count / levels * (levels - 1);
            for (int i = 0; i < here; i++) {
                writeLine(compartment);
            }
        }
        for (int level = 1; level < levels; level++) {
            out.close("Assembly");
        }
        out.close(compartment.tag);
    }

    private void writeLine(Compartment compartment) {
        int start = out.size();
        int end = start + fit.unitBytes();
        int quantity = 1 + random.nextInt(99);
        int cents = 5 + random.nextInt(99_995);
        out.open("Line")
                .open("ItemId")
                .ascii(compartment.itemPrefix)
                .digits(++lines, 6)
                .close("ItemId");
        out.leaf("Quantity", Integer.toString(quantity));
        out.open("UnitPrice").decimal(cents).close("UnitPrice").open("Description");
        Words.write(out, random, end - LINE_END.length() - out.size());
        out.close("Description").close("Line");
        if (asked.contains(compartment)) {
            lineCount++;
            totalQuantity += quantity;
            totalCents += (long) quantity * cents;
            if (answerSize == AnswerSize.FULL) {
                pricedLines.copy(out, start, out.size() - "</Line>".length());
                pricedLines.open("Price").decimal((long) quantity * cents).close("Price");
                pricedLines.close("Line");
            }
        }
    }
}
