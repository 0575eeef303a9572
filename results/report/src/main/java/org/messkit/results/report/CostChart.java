// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import java.util.List;
import java.util.Locale;
import org.messkit.results.index.table.Numbers;
import org.messkit.results.profile.ProfileIndex;
import org.messkit.results.series.Interval;

/** Bars of what an operation costs per megabyte, each with its interval over forks. Drawn here, so that it needs no script. */
final class CostChart {
    private static final int ROW = 26;
    private static final int NAMES = 380;
    private static final int BARS = 480;
    private static final int FIGURES = 140;

    private CostChart() {}

    static String of(ProfileIndex index) {
        List<ProfileIndex.Measured> subjects = index.subjects();
        double most = subjects.stream().mapToDouble(CostChart::high).max().orElse(1);
        Html svg = new Html();
        svg.open("svg class=\"costs\" viewBox=\"0 0 " + (NAMES + BARS + FIGURES) + " " + (ROW * subjects.size() + 4)
                + "\" role=\"img\" aria-label=\"Milliseconds per megabyte; the table holds every figure\"");
        for (int i = 0; i < subjects.size(); i++) {
            bar(svg, subjects.get(i), i * ROW, BARS / most);
        }
        return svg.close("svg").toString();
    }

    private static void bar(Html svg, ProfileIndex.Measured m, int top, double scale) {
        double cost = cost(m, m.speed());
        int middle = top + ROW / 2 + 2;
        svg.element(
                "text x=\"" + (NAMES - 8) + "\" y=\"" + (middle + 4) + "\" text-anchor=\"end\"",
                m.label() + ", " + Numbers.whole(m.subject().bytes()));
        svg.open("rect class=\"" + (m.subject().floor() ? "sceiling" : "s0") + "\" x=\"" + NAMES + "\" y=\"" + (top + 6)
                        + "\" height=\"" + (ROW - 10) + "\" width=\"" + at(cost * scale) + "\"")
                .close("rect");
        m.interval().map(mean -> mean.tps()).ifPresent(speed -> whisker(svg, m, speed, middle, scale));
        svg.element(
                        "text x=\"" + (NAMES + BARS + 8) + "\" y=\"" + (middle + 4) + "\"",
                        Numbers.figure(cost) + " ms per MB")
                .line();
    }

    private static void whisker(Html svg, ProfileIndex.Measured m, Interval speed, int middle, double scale) {
        String low = at(NAMES + cost(m, speed.high()) * scale);
        String high = at(NAMES + cost(m, speed.low()) * scale);
        svg.open("path class=\"whisker\" d=\"M" + low + " " + (middle - 5) + "v10M" + low + " " + middle + "H" + high
                        + "M" + high + " " + (middle - 5) + "v10\"")
                .close("path");
    }

    private static double high(ProfileIndex.Measured m) {
        return cost(m, m.interval().map(mean -> mean.tps().low()).orElse(m.speed()));
    }

    private static double cost(ProfileIndex.Measured m, double speed) {
        return 1e9 / speed / m.subject().bytes();
    }

    private static String at(double x) {
        return String.format(Locale.ROOT, "%.1f", x);
    }
}
