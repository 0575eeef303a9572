// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.curve.AnswerTimes;

/** TPS within limits on p99. */
final class AnswerTimesSheet {
    private AnswerTimesSheet() {}

    static Sheet of(RunIndex index) {
        List<String> heads = new ArrayList<>(List.of("Service", "#Payload (bytes)"));
        AnswerTimes.LIMITS.forEach(limit -> heads.add("#p99 ≤ " + Numbers.whole(Math.round(limit)) + " ms"));
        heads.add("#critical-TPS");
        return new Sheet(
                "TPS within answer times",
                "The most TPS whose p99 service time keeps each limit, and in brackets the last level that did and the first that"
                        + " did not. Critical-TPS is their geometric mean; where a limit is not kept at the lowest level, or"
                        + " without p99 (from 1,000 transactions up), there is none. In closed load p99 hides stalls.",
                heads,
                Sheets.rows(index, c -> {
                    List<String> row = new ArrayList<>();
                    c.answerTimes().steps().forEach(step -> row.add(text(step)));
                    row.add(Words.text(c.answerTimes().criticalTps()));
                    return row;
                }));
    }

    private static String text(AnswerTimes.Step step) {
        if (step.tps().isEmpty() && step.firstFailure().isEmpty()) {
            return Sheet.NONE;
        }
        return Words.text(step.tps()) + " (" + level(step.lastSuccess()) + "/" + level(step.firstFailure()) + ")";
    }

    private static String level(Optional<Integer> level) {
        return level.map(Numbers::whole).orElse(Sheet.NONE);
    }
}
