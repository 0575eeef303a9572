// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.verdict;

import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.log.Rules;

/** What TPS does from a level to one above it. */
enum Trend {
    /** It rises by more than 5 %. */
    UP,
    /** It is about the same. */
    EQUAL,
    /** It falls by more than 5 %. */
    DOWN,
    /** The comparison intervals overlap, or the cores' own speed makes the trend or hides it. */
    UNSURE;

    static Trend of(CurvePoint below, CurvePoint above) {
        return isOfTheCores(below, above) ? UNSURE : of(below, above, 1);
    }

    /** Whether there is a trend, and would be another one if the same work had taken the service's cores as long at both levels. */
    static boolean isOfTheCores(CurvePoint below, CurvePoint above) {
        Trend seen = of(below, above, 1);
        double pace = pace(below, above);
        // Not a number where nobody watched the cores.
        return seen != UNSURE && Math.abs(Math.log(pace)) > Rules.NEIGHBOUR.value() && seen != of(below, above, pace);
    }

    /** How many times as long the same work took the service's cores at the upper level; not a number where nobody watched. */
    static double pace(CurvePoint below, CurvePoint above) {
        return above.use().coreWorkMicros() / below.use().coreWorkMicros();
    }

    private static Trend of(CurvePoint below, CurvePoint above, double pace) {
        double ratio = above.tps() * pace / below.tps();
        if (Math.abs(ratio - 1) <= Rules.SAME_TPS.value()) {
            return EQUAL;
        }
        boolean overlap = below.comparison().isPresent()
                && above.comparison().isPresent()
                && below.comparison().get().low() <= above.comparison().get().high() * pace
                && above.comparison().get().low() * pace
                        <= below.comparison().get().high();
        if (overlap) {
            return UNSURE;
        }
        return ratio > 1 ? UP : DOWN;
    }
}
