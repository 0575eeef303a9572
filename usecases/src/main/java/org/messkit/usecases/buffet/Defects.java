// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.buffet;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What is wrong with one order. Totals are made of what the lines state, right or wrong, so that each defect breaks its own
 * rule alone.
 */
final class Defects {
    private static final int MOST_WRONG_AMOUNTS = 3;

    private final Set<Rule> broken;
    private final SplittableRandom random;
    private final int badLine;
    private final int wrongAmounts;
    private final int badSubtotal;

    /** None if no rule is to be broken. */
    Defects(Set<Rule> broken, SplittableRandom random, int lines) {
        this.broken = broken;
        this.random = random;
        // A line has the number of the one before it only if there is one.
        this.badLine = lines == 1 ? 0 : 1 + random.nextInt(lines - 1);
        this.wrongAmounts = Math.min(lines - badLine, 1 + random.nextInt(MOST_WRONG_AMOUNTS));
        this.badSubtotal = random.nextInt(TaxCategory.values().length);
    }

    /** The amount as stated, in hundredths: off by some if the rule is broken. */
    long stated(Rule rule, long hundredths) {
        return broken.contains(rule) ? hundredths + 1 + random.nextInt(99) : hundredths;
    }

    long lineAmount(int line, long hundredths) {
        boolean wrong = line >= badLine && line < badLine + wrongAmounts;
        return wrong ? stated(Rule.LINE_AMOUNT, hundredths) : hundredths;
    }

    long inSubtotal(Rule rule, TaxCategory category, long hundredths) {
        return category.ordinal() == badSubtotal ? stated(rule, hundredths) : hundredths;
    }

    boolean breaks(Rule rule) {
        return broken.contains(rule);
    }

    boolean breaks(Rule rule, int line) {
        return line == badLine && broken.contains(rule);
    }

    /** How often each rule is broken, in the order of the codes. */
    Map<Rule, Integer> violations() {
        Map<Rule, Integer> violations = new EnumMap<>(Rule.class);
        for (Rule rule : broken) {
            violations.put(rule, rule == Rule.LINE_AMOUNT ? wrongAmounts : 1);
        }
        return violations;
    }
}
