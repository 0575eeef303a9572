// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.table;

import java.util.List;
import java.util.Optional;
import org.messkit.results.index.cells.Operations;
import org.messkit.results.log.Run;

/** What each operation of a mix took. */
final class OperationSheet {
    private OperationSheet() {}

    /** Empty where no use case of the run has several operations. */
    static Optional<Sheet> of(Run run) {
        PayloadNames names = PayloadNames.of(run.cells());
        List<List<String>> rows =
                Operations.of(run.cells()).stream().map(o -> row(o, names)).toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sheet(
                        "Operations",
                        "Service times of the measured cells by operation, each within 1 %. TPS are those of the operation alone; how many there are"
                                + " of each is the mix's, so that times compare and TPS do not. p99 is given from 1,000 transactions up.",
                        List.of(
                                "Service",
                                "#Payload (bytes)",
                                "#Load",
                                "Operation",
                                "#Transactions",
                                "#TPS",
                                "#Mean (ms)",
                                "#p50 (ms)",
                                "#p99 (ms)"),
                        rows));
    }

    /** Steps; empty where every transaction of the run is one exchange. */
    static Optional<Sheet> steps(Run run) {
        PayloadNames names = PayloadNames.of(run.cells());
        List<List<String>> rows =
                Operations.steps(run.cells()).stream().map(o -> row(o, names)).toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sheet(
                        "Steps",
                        "A transaction of these cells has several exchanges, each a step. Times of the measured cells by step, each within 1 %."
                                + " p99 is given from 1,000 exchanges up.",
                        List.of(
                                "Service",
                                "#Payload (bytes)",
                                "#Load",
                                "Step",
                                "#Exchanges",
                                "#per second",
                                "#Mean (ms)",
                                "#p50 (ms)",
                                "#p99 (ms)"),
                        rows));
    }

    private static List<String> row(Operations o, PayloadNames names) {
        return List.of(
                Words.name(o.service().name(), o.payload()),
                names.of(o.service(), o.payload()),
                ExpectationSheet.load(o.load()),
                o.operation(),
                Numbers.whole(o.transactions()),
                Numbers.figure(o.tps()),
                Numbers.figure(o.meanMillis()),
                o.p50Millis().map(Numbers::figure).orElse(Sheet.NONE),
                o.p99Millis().map(Numbers::figure).orElse(Sheet.NONE));
    }
}
