// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.messkit.results.index.CurveIndex;
import org.messkit.results.index.PayloadIndex;
import org.messkit.results.index.compare.Pair;
import org.messkit.results.index.curve.Curve;
import org.messkit.results.log.Cell;
import org.messkit.results.series.Interval;

/** Figures and names as the sheets show them. */
final class Words {
    private Words() {}

    static String name(CurveIndex c) {
        return name(c.service(), c.payload());
    }

    static String name(Cell.Service service, Cell.Payload payload) {
        return name(service.name(), payload) + (service.isCeiling() ? " (rig ceiling)" : "");
    }

    static String name(String service, Cell.Payload payload) {
        return service + (payload.inFull() ? ", full answer" : "");
    }

    static String name(PayloadIndex p) {
        return p.service().name() + (p.answer().equals("full") ? ", full answer" : "");
    }

    /** The payload of a pair among others. */
    static String payload(Pair pair, List<Pair> pairs) {
        return PayloadNames.of(
                pair.payload(),
                pairs.stream()
                        .filter(p -> p.one().name().equals(pair.one().name()))
                        .filter(p -> p.other().name().equals(pair.other().name()))
                        .map(Pair::payload));
    }

    static String text(Interval interval) {
        return Numbers.figure(interval.low()) + "–" + Numbers.figure(interval.high());
    }

    static String text(OptionalDouble number) {
        return number.isPresent() ? Numbers.figure(number.getAsDouble()) : Sheet.NONE;
    }

    static String knee(Curve curve) {
        return curve.kneeAtMost().isPresent()
                ? "≤ " + Numbers.whole(curve.kneeAtMost().getAsInt())
                : text(curve.knee());
    }

    static String finite(double number) {
        return Double.isFinite(number) ? Numbers.figure(number) : Sheet.NONE;
    }

    static String bound(double number) {
        return Double.isInfinite(number) ? "∞" : Numbers.figure(number);
    }

    /** As a user would write it. */
    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** Coefficients are small: three significant digits, whatever their size. */
    static String small(double number) {
        return Double.isInfinite(number) ? "∞" : number == 0 ? "0" : String.format(Locale.ROOT, "%.3g", number);
    }
}
