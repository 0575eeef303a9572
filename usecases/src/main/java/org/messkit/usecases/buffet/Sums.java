// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.buffet;

import java.util.Arrays;

/** What the lines of one order add up to, in hundredths, as they state it. */
final class Sums {
    private final long[] taxable = new long[TaxCategory.values().length];
    private long lines;
    private long allowances;
    private long charges;

    /** Adds a line; the category is null if it has one that there is no rate for. */
    void add(long amount, TaxCategory category, long allowance, long charge) {
        lines += amount;
        allowances += allowance;
        charges += charge;
        if (category != null) {
            taxable[category.ordinal()] += amount;
        }
    }

    /** Sets every sum to one value. */
    void fill(long hundredths) {
        Arrays.fill(taxable, hundredths);
        lines = hundredths;
        allowances = hundredths;
        charges = hundredths;
    }

    long taxable(TaxCategory category) {
        return taxable[category.ordinal()];
    }

    long lines() {
        return lines;
    }

    long allowances() {
        return allowances;
    }

    long charges() {
        return charges;
    }
}
