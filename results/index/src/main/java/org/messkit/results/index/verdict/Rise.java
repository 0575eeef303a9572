// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.verdict;

import java.util.Optional;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.log.Rules;
import org.messkit.results.series.Interval;

/**
 * The power of what CR rises by that TPS rises by: 1 is in proportion, 0.5 its square root.
 *
 * @param low lower end of its 95 % interval
 * @param power as measured
 * @param high upper end
 */
record Rise(double low, double power, double high) {
    /**
     * From one level to a higher one. Half widths of comparison intervals add up to that of the ratio's own interval; for a single fork it is
     * the difference that counts as none.
     */
    static Rise of(CurvePoint below, CurvePoint above) {
        double requests = Math.log((double) above.concurrency() / below.concurrency());
        double tps = Math.log(above.tps() / below.tps());
        Optional<Interval> from = below.comparison();
        Optional<Interval> to = above.comparison();
        double half = from.isPresent() && to.isPresent()
                ? Math.log(from.get().high() / from.get().estimate())
                        + Math.log(to.get().high() / to.get().estimate())
                : Math.log1p(Rules.SAME_TPS.value());
        return new Rise((tps - half) / requests, tps / requests, (tps + half) / requests);
    }
}
