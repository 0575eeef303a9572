// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.table;

import java.util.List;
import java.util.Optional;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.compare.Comparison;

/** Figures that were normalised by machines' Performance Index, in tables of their own so that nobody takes them for measured ones. */
final class NormalisedSheets {
    private NormalisedSheets() {}

    /** Of one run; empty where its machine has no index. */
    static Optional<Sheet> of(RunIndex index) {
        List<List<String>> rows = Sheets.rows(
                index,
                c -> List.of(
                        c.headline().map(p -> Numbers.figure(p.tps())).orElse("withheld"),
                        Words.text(c.performanceIndex()),
                        Words.text(c.normalisedTps())));
        return index.curves().stream().noneMatch(c -> c.performanceIndex().isPresent())
                ? Optional.empty()
                : Optional.of(new Sheet(
                        "Normalised",
                        "Not measured: max-TPS as a machine of Performance Index 100 would have it, so that results of several machines can"
                                + " stand in one table. The index is of one core and one thread; what else differs between machines is not"
                                + " in it.",
                        List.of("Service", "#Payload (bytes)", "#max-TPS", "#Performance Index", "#Normalised max-TPS"),
                        rows));
    }

    /** Of two runs on machines of different speed; empty where their speed is not known, or about the same. */
    static Optional<Sheet> of(Comparison c) {
        if (c.speed().isEmpty()) {
            return Optional.empty();
        }
        double speed = c.speed().getAsDouble();
        return Optional.of(new Sheet(
                "Normalised: " + c.title(),
                "Not measured: the first one's machine has " + Numbers.figure(speed)
                        + " times the Performance Index of the other's, and the ratio is divided by that.",
                List.of("One", "Other", "#Payload (bytes)", "#CR", "#Ratio", "#Normalised ratio"),
                c.pairs().stream()
                        .map(p -> List.of(
                                Words.name(p.one().name(), p.payload()),
                                Words.name(p.other().name(), p.payload()),
                                Words.payload(p, c.pairs()),
                                Numbers.whole(p.concurrency()),
                                Numbers.figure(p.ratio()),
                                Numbers.figure(p.ratio() / speed)))
                        .toList()));
    }
}
