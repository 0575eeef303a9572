// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.messkit.results.index.Assumptions;
import org.messkit.results.index.CurveIndex;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.law.Coefficient;
import org.messkit.results.index.law.LawFit;
import org.messkit.results.index.law.Laws;
import org.messkit.results.index.law.PeakInterval;
import org.messkit.results.index.law.UniversalScalability;

/** Which law each curve follows. */
final class LawSheet {
    private static final int FIELDS = 12;

    private LawSheet() {}

    static Sheet of(RunIndex index) {
        Assumptions assumed = index.assumed();
        String sigma = "σ × " + Words.plain(assumed.sigmaTimes());
        String kappa = "κ × " + Words.plain(assumed.kappaTimes());
        return new Sheet(
                "Law",
                "The law of least AIC among the Universal Scalability Law, Amdahl's law and a hard cap, fitted to ln TPS, all levels of"
                        + " equal weight; the noise is that between forks where there are any. Also possible: laws that the levels do not"
                        + " tell from it. σ (contention), κ (coherency) and the peak are the Universal Scalability Law's, with 95 %"
                        + " intervals by t and, for the peak, by profile. No law is read beyond twice the most that was measured. The"
                        + " last columns tell what the greatest TPS would be with other coefficients; one beyond 1 makes no law.",
                List.of(
                        "Service",
                        "#Payload (bytes)",
                        "Law",
                        "Also possible",
                        "#σ",
                        "#σ interval",
                        "#κ",
                        "#κ interval",
                        "#Peak (CR)",
                        "#Peak interval",
                        "#TPS at most",
                        "#with " + sigma,
                        "#with " + kappa,
                        "#with both"),
                Sheets.rows(index, c -> row(c, assumed)));
    }

    private static List<String> row(CurveIndex c, Assumptions assumed) {
        if (!(c.law() instanceof Laws.Chosen chosen)) {
            String reason = ((Laws.Refused) c.law()).reason();
            List<String> refused = new ArrayList<>(Collections.nCopies(FIELDS, Sheet.NONE));
            refused.set(0, reason);
            return refused;
        }
        UniversalScalability law = (UniversalScalability) chosen.universal().law();
        Coefficient sigma = chosen.universal().coefficient("sigma");
        Coefficient kappa = chosen.universal().coefficient("kappa");
        String rivals =
                chosen.rivals().stream().map(LawFit::law).map(l -> l.label()).collect(Collectors.joining(", "));
        return List.of(
                chosen.best().law().label(),
                rivals.isEmpty() ? Sheet.NONE : rivals,
                Words.small(sigma.value()),
                Words.small(sigma.low()) + "–" + Words.small(sigma.high()),
                Words.small(kappa.value()),
                Words.small(kappa.low()) + "–" + Words.small(kappa.high()),
                atMost(c.peakConcurrency(law), c.farthestConcurrency()),
                peak(chosen.peak()),
                atMost(c.greatestTps(law), c.farthestTps()),
                greatest(c, law, law.with(assumed.sigmaTimes(), 1)),
                greatest(c, law, law.with(1, assumed.kappaTimes())),
                greatest(c, law, law.with(assumed.sigmaTimes(), assumed.kappaTimes())));
    }

    private static String peak(PeakInterval interval) {
        return Words.bound(interval.low()) + "–" + Words.bound(interval.high());
    }

    private static String atMost(OptionalDouble figure, double farthest) {
        return figure.isPresent() ? Words.text(figure) : "> " + Numbers.figure(farthest);
    }

    private static String greatest(CurveIndex c, UniversalScalability law, Optional<UniversalScalability> other) {
        return other.filter(l -> c.greatestTps(law).isPresent())
                .map(l -> Words.bound(l.greatestTps()))
                .orElse(Sheet.NONE);
    }
}
