// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.series;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Whether a share is surely above a limit. One of 88 is more than 1 %, and tells nothing of it. */
public final class ShareTest {
    private static final double ERROR = 0.05;

    private ShareTest() {}

    /**
     * The exact one-sided binomial test at 5 %.
     *
     * @param count of those that are meant, 0 or more
     * @param all at least the count
     * @param limit a share, between 0 and 1
     * @return whether so many would be seen in less than 5 % of cases if the share were the limit
     */
    public static boolean isSurelyAbove(long count, long all, double limit) {
        if (count <= limit * all) {
            return false;
        }
        if (all > Integer.MAX_VALUE) {
            // So many tell what they show.
            return true;
        }
        return BinomialDistribution.of((int) all, limit).survivalProbability((int) count - 1) < ERROR;
    }
}
