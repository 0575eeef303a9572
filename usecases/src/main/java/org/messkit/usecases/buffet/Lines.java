// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.buffet;

import java.util.SplittableRandom;
import org.messkit.usecases.writing.Outline.Size;
import org.messkit.usecases.writing.Words;
import org.messkit.usecases.writing.XmlBytes;

/** Writes the lines of one order, all of one length, and adds them up. */
final class Lines {
    static final Size SIZE = new Size(226, 8);
    /** With the longest numbers and a short item. */
    static final int LEAST_BYTES =
            "<Line><LineId>L000000</LineId><Quantity>99</Quantity><UnitPrice>999.99</UnitPrice>".length()
                    + "<Allowance>9.99</Allowance><Amount>99999.99</Amount><TaxCategory>S</TaxCategory><Item>item</Item></Line>"
                            .length();
    /** In hundredths. */
    static final long GREATEST_AMOUNT = 9_999_999;

    private static final String END = "</Item></Line>";
    private static final TaxCategory[] CATEGORIES = TaxCategory.values();

    private final XmlBytes out;
    private final SplittableRandom random;
    private final int bytes;
    private final Defects defects;
    private final Sums sums;
    private int index;

    Lines(XmlBytes out, SplittableRandom random, int bytes, Defects defects, Sums sums) {
        this.out = out;
        this.random = random;
        this.bytes = bytes;
        this.defects = defects;
        this.sums = sums;
    }

    /** Writes that many lines, of three always two within the first. */
    void writeThrees(int count) {
        for (int i = 0; i < count; i++) {
            start();
            if (i % 3 != 0) {
                out.close("Line");
            }
            if (i % 3 == 2 || i % 3 < 2 && i == count - 1) {
                out.close("Line");
            }
        }
    }

    /** Writes that many lines in chains of that length, each line within the one before; the last chain may be shorter. */
    void writeChains(int count, int length) {
        for (int i = 0; i < count; i++) {
            start();
            if ((i + 1) % length == 0 || i == count - 1) {
                for (int open = i % length; open >= 0; open--) {
                    out.close("Line");
                }
            }
        }
    }

    private void start() {
        int end = out.size() + bytes;
        int line = index++;
        int quantity = 1 + random.nextInt(99);
        int price = 1_000 + random.nextInt(98_000);
        int change = 1 + random.nextInt(999);
        boolean charged = random.nextInt(4) == 0;
        long right = (long) quantity * price + (charged ? change : -change);
        long amount = defects.lineAmount(line, right);
        TaxCategory category =
                defects.breaks(Rule.TAX_CATEGORY, line) ? null : CATEGORIES[random.nextInt(CATEGORIES.length)];
        sums.add(amount, category, charged ? 0 : change, charged ? change : 0);
        int number = defects.breaks(Rule.DUPLICATE_LINE, line) ? line : line + 1;
        out.open("Line").open("LineId").put('L').digits(number, 6).close("LineId");
        out.leaf("Quantity", Integer.toString(quantity));
        money("UnitPrice", price);
        money(charged ? "Charge" : "Allowance", change);
        money("Amount", amount);
        out.leaf("TaxCategory", category == null ? "X" : category.name()).open("Item");
        int left = end - END.length() - out.size();
        if (defects.breaks(Rule.EMPTY_ELEMENT, line)) {
            out.ascii(" ".repeat(left));
        } else {
            Words.write(out, random, left);
        }
        out.close("Item");
    }

    private void money(String name, long hundredths) {
        out.open(name).decimal(hundredths).close(name);
    }
}
