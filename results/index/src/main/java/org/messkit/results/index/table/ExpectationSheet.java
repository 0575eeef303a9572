// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.table;

import java.util.List;
import java.util.Optional;
import org.messkit.loads.Load;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.expect.Expectations;
import org.messkit.results.index.expect.Judged;
import org.messkit.results.log.Cell;

/** What the scenario expects, and what came of it. */
final class ExpectationSheet {
    private ExpectationSheet() {}

    /** Empty where nothing is expected. */
    static Optional<Sheet> of(RunIndex index) {
        PayloadNames names = PayloadNames.of(index.run().cells());
        List<List<String>> rows = Expectations.of(index.run()).stream()
                .map(judged -> row(judged, names))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sheet(
                        "Expectations",
                        "The scenario's limits, each held against the mean over forks. Not judged: there is no valid figure, so the"
                                + " expectation does not hold.",
                        List.of("Service", "#Payload (bytes)", "#Load", "Expected", "Verdict", "Seen"),
                        rows));
    }

    private static List<String> row(Judged judged, PayloadNames names) {
        Cell cell = judged.cell();
        return List.of(
                Words.name(cell.service().name(), cell.payload()),
                names.of(cell),
                load(cell.load()),
                judged.expectation().label(),
                judged.verdict().label(),
                judged.why());
    }

    static String load(Load load) {
        return load.rate().map(rate -> Numbers.figure(rate) + "/s").orElse(Numbers.whole(load.concurrency()) + " CR");
    }
}
