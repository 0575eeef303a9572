// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.table;

import java.util.List;
import org.messkit.results.index.PayloadIndex;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.curve.PayloadCurve;

/** TPS over payload. */
final class PayloadSheet {
    private PayloadSheet() {}

    static Sheet of(RunIndex index) {
        return new Sheet(
                "TPS over payload",
                "At the highest level that was measured with all payloads and is over-driven with none. TPS should fall in proportion to the bytes; beyond"
                        + " proportion 1 × is none. The extra drop is the step that falls furthest beyond its growth.",
                List.of(
                        "Service",
                        "#CR",
                        "#From (bytes)",
                        "#To (bytes)",
                        "#Data ×",
                        "#TPS less ×",
                        "#Beyond proportion ×",
                        "Reading",
                        "Next",
                        "Extra drop"),
                index.payloads().stream().map(PayloadSheet::row).toList());
    }

    private static List<String> row(PayloadIndex p) {
        PayloadCurve.Step whole = p.curve().whole().orElseThrow();
        return List.of(
                Words.name(p),
                Numbers.whole(p.curve().concurrency()),
                Numbers.whole(whole.fromBytes()),
                Numbers.whole(whole.toBytes()),
                Numbers.figure(whole.data()),
                Numbers.figure(whole.drop()),
                Numbers.figure(whole.excess()),
                whole.reading().label(),
                whole.next(),
                p.curve()
                        .extraDrop()
                        .map(s -> "from " + Numbers.whole(s.fromBytes()) + " to " + Numbers.whole(s.toBytes())
                                + " bytes: " + Numbers.figure(s.drop()) + " × less for " + Numbers.figure(s.data())
                                + " × the data")
                        .orElse(Sheet.NONE));
    }
}
