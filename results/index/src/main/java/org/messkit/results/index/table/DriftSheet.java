// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.table;

import java.util.List;
import java.util.Optional;
import org.messkit.results.index.cells.Drift;
import org.messkit.results.log.Run;

/** What each service process changed by from its first cell to its last. */
final class DriftSheet {
    private DriftSheet() {}

    /** Empty where nothing was repeated. */
    static Optional<Sheet> of(Run run) {
        PayloadNames names = PayloadNames.of(run.cells());
        List<List<String>> rows =
                Drift.of(run.cells()).stream().map(drift -> row(drift, names)).toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sheet(
                        "Drift",
                        "The first cell of each service process and the same one again as its last. What changed in between is of the"
                                + " service or of the machine; a ratio far from 1 puts differences of that size between cells in"
                                + " doubt. Of one pair the spread is not known.",
                        List.of(
                                "Service",
                                "#Fork",
                                "#Payload (bytes)",
                                "#Load",
                                "#TPS first",
                                "#TPS last",
                                "#Last / first"),
                        rows));
    }

    private static List<String> row(Drift drift, PayloadNames names) {
        return List.of(
                Words.name(drift.last().service().name(), drift.last().payload()),
                Numbers.whole(drift.last().fork()),
                names.of(drift.last()),
                ExpectationSheet.load(drift.last().load()),
                Numbers.figure(drift.firstTps()),
                Numbers.figure(drift.lastTps()),
                Numbers.figure(drift.ratio()));
    }
}
