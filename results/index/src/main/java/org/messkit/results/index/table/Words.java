// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.table;

import java.util.Locale;
import java.util.OptionalDouble;
import org.messkit.results.index.CurveIndex;
import org.messkit.results.series.Interval;

/** Figures and names as the sheets show them. */
final class Words {
    private Words() {}

    static String name(CurveIndex c) {
        return c.service().name()
                + (c.payload().inFull() ? ", full answer" : "")
                + (c.ceiling() ? " (rig ceiling)" : "");
    }

    static String text(Interval interval) {
        return Numbers.figure(interval.low()) + "–" + Numbers.figure(interval.high());
    }

    static String text(OptionalDouble number) {
        return number.isPresent() ? Numbers.figure(number.getAsDouble()) : Sheet.NONE;
    }

    static String finite(double number) {
        return Double.isFinite(number) ? Numbers.figure(number) : Sheet.NONE;
    }

    static String bound(double number) {
        return Double.isInfinite(number) ? "∞" : Numbers.figure(number);
    }

    /** Coefficients are small: three significant digits, whatever their size. */
    static String small(double number) {
        return Double.isInfinite(number) ? "∞" : number == 0 ? "0" : String.format(Locale.ROOT, "%.3g", number);
    }
}
