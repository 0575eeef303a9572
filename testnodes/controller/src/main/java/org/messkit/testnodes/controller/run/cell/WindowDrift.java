// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.cell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Rules;
import org.messkit.results.series.Drift;
import org.messkit.results.series.Trend;
import org.messkit.testnodes.controller.run.steady.WarmUpSeries;

/** Decides whether a service stayed what it was over a window. */
final class WindowDrift {
    private WindowDrift() {}

    /**
     * Whether the service was at the end of the window what it was at its start. One that had not settled before and gets
     * faster is not steady; one that gets slower is drifting, settled or not.
     *
     * @param unsettled what to say of a service that had not settled; empty if it had
     * @param intervals of the window in their order
     * @param micros length of the window
     */
    static Verdict judge(Optional<Verdict> unsettled, List<WarmUpSeries.Interval> intervals, long micros) {
        WarmUpSeries window = new WarmUpSeries(1);
        window.add(0, intervals);
        double[] times = window.values();
        int from = Drift.steadyFrom(times, Rules.DRIFT.value());
        if (from == 0) {
            return trend(unsettled, Trend.of(times));
        }
        double before = Arrays.stream(times, 0, from).average().orElseThrow();
        double after = Arrays.stream(times, from, times.length).average().orElseThrow();
        return drift(
                unsettled,
                after / before,
                String.format(Locale.ROOT, "after %.1f s of the window", micros / 1e6 * from / times.length));
    }

    /** What changes little by little has no point at which it changes. */
    private static Verdict trend(Optional<Verdict> unsettled, double ratio) {
        return Math.abs(ratio - 1) < Rules.TREND.value()
                ? unsettled.orElse(Verdict.MEASURED)
                : drift(unsettled, ratio, "from the first third of the window to the last, little by little");
    }

    private static Verdict drift(Optional<Verdict> unsettled, double ratio, String where) {
        return ratio < 1 && unsettled.isPresent()
                ? unsettled.get()
                : new Verdict(
                        Outcome.DRIFTING,
                        String.format(
                                Locale.ROOT, "its service time changed by %+.0f %% %s", (ratio - 1) * 100, where));
    }
}
