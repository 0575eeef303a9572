// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.buffet;

import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The rules of the schema, by code. The generator can break each without breaking another. It shares none with the services, also not their
 * names: what is expected must not come from what is tested.
 */
enum Rule {
    ALLOWANCE_TOTAL,
    CHARGE_TOTAL,
    DATE_ORDER,
    DUPLICATE_LINE,
    EMPTY_ELEMENT,
    LINE_AMOUNT,
    LINE_COUNT,
    LINE_TOTAL,
    PAYABLE_TOTAL,
    TAX_AMOUNT,
    TAX_BASE,
    TAX_CATEGORY,
    TAX_TOTAL;

    private static final int MOST_AT_ONCE = 3;

    /** One to three rules to break in an order of that many lines. */
    static Set<Rule> some(SplittableRandom random, int lines) {
        Set<Rule> broken = EnumSet.noneOf(Rule.class);
        int count = 1 + random.nextInt(MOST_AT_ONCE);
        while (broken.size() < count) {
            Rule rule = values()[random.nextInt(values().length)];
            if (rule != DUPLICATE_LINE || lines > 1) {
                broken.add(rule);
            }
        }
        return broken;
    }
}
