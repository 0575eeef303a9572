// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.steady;

import java.util.Locale;
import org.messkit.results.log.Rules;
import org.messkit.results.series.Steadiness;
import org.messkit.testnodes.controller.process.ServiceMetrics;

/**
 * Decides when a service has settled: its speed is steady, its JVM compiles next to nothing and loads no class, and that at
 * two checks in a row. Not thread-safe.
 */
final class SteadyWait {
    private static final int CHECKS = 2;
    private final double tolerance;
    private ServiceMetrics before;
    private int passed;
    private String why = "it was never checked";

    /**
     * Makes one.
     *
     * @param tolerance share of the mean that halves may differ by and that the interval may reach
     * @param start what the service said at the start of the wait
     */
    SteadyWait(double tolerance, ServiceMetrics start) {
        this.tolerance = tolerance;
        this.before = start;
    }

    /**
     * Looks once more.
     *
     * @param now what the service says
     * @return whether the wait is over
     */
    boolean check(WarmUpSeries series, ServiceMetrics now) {
        double seconds = (now.epochMicros() - before.epochMicros()) / 1e6;
        double compiling = (now.compilationSeconds() - before.compilationSeconds()) / seconds;
        double classes = now.loadedClasses() - before.loadedClasses();
        before = now;
        Steadiness steadiness = series.judge(tolerance);
        why = reason(series.values().length, steadiness, compiling, classes);
        passed = why.isEmpty() ? passed + 1 : 0;
        return passed >= CHECKS;
    }

    /** What the last check found wanting, for the user; empty where it passed. */
    String why() {
        return why.isEmpty() ? "only the last check passed" : why;
    }

    private String reason(int values, Steadiness steadiness, double compiling, double classes) {
        if (Double.isNaN(steadiness.halvesApart())) {
            return String.format(
                    Locale.ROOT,
                    "the wait was too short to tell: %d values of its speed, and %d must follow its warm-up",
                    values,
                    Steadiness.LEAST_STEADY);
        }
        if (!steadiness.steady()) {
            return String.format(
                    Locale.ROOT,
                    "the halves of its speed lie %.1f %% apart, and its mean is known to %.1f %%; the tolerance is %.1f %%",
                    steadiness.halvesApart() * 100,
                    steadiness.relativeHalfWidth() * 100,
                    tolerance * 100);
        }
        if (Double.isNaN(compiling)) {
            return "its JVM does not tell how long it compiled";
        }
        if (compiling > Rules.COMPILING.value()) {
            return String.format(Locale.ROOT, "its JVM compiled for %.1f %% of the time", compiling * 100);
        }
        return classes > 0 ? String.format(Locale.ROOT, "its JVM still loaded classes (%.0f)", classes) : "";
    }
}
