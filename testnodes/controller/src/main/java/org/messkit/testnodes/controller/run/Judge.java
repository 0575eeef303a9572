// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.series.Drift;
import org.messkit.results.series.Trend;
import org.messkit.testnodes.controller.scenario.Scenario;
import org.messkit.testnodes.wire.CellReport;

/**
 * Decides how a cell ended from its proofs: errors within the limit, counts reconciled, the cycle law in closed load or the
 * schedule kept in open load, the TestNode not the limit.
 *
 * @param limits what a cell may have and still be valid
 * @param testNodeCores cores of the TestNode
 */
record Judge(Scenario.Limits limits, int testNodeCores) {
    private static final double CYCLE_TOLERANCE = 0.02;
    private static final double BUSY_LIMIT = 0.70;
    /** Beyond this, what the TestNode does not use of its cores is not there for it either. */
    private static final double CORES_LIMIT = 0.95;
    /** Changes of less do not matter; the margin of steady-state studies. */
    private static final double DRIFT_MARGIN = 0.05;
    /** From third to third, of a change without a point; at its ends it is half as much again. */
    private static final double TREND_MARGIN = 0.1;
    /** Share of the arrivals that may be left when the window ends. */
    private static final double KEPT_UP_MARGIN = 0.05;
    /** Share of starts that may come late though a connection was free. */
    private static final double LATE_LIMIT = 0.01;

    /** An outcome and, where it is not measured, why. */
    record Verdict(Outcome outcome, String reason) {}

    private static final Verdict MEASURED = new Verdict(Outcome.MEASURED, "");

    /**
     * Judges a cell.
     *
     * @param ceiling whether the service is the rig's ceiling, which the TestNode may limit
     * @param coresBusy how busy the TestNode's cores were over the window, whoever used them, in cores
     */
    Verdict judge(boolean ceiling, Cell.Load load, CellReport report, Cell.Figures figures, double coresBusy) {
        Cell.Totals total = figures.total();
        if (total.failed() > limits.errors() * total.sent()) {
            return new Verdict(
                    Outcome.ERRORS, total.failed() + " of " + total.sent() + " failed, " + commonest(report));
        }
        if (!total.reconcile()) {
            return new Verdict(
                    Outcome.INCONSISTENT,
                    "consumers sent " + total.sent() + " and did not reach the service with " + total.unreached()
                            + ", the service counted " + total.server());
        }
        Optional<String> overload = report.arrivals().flatMap(arrivals -> overload(load, arrivals));
        if (overload.isPresent()) {
            return new Verdict(Outcome.OVERLOADED, overload.get());
        }
        if (figures.transactions() == 0) {
            return new Verdict(Outcome.INCONSISTENT, "no transaction ended in the window: it is too short");
        }
        if (report.outOfRange() > 0) {
            return new Verdict(Outcome.INCONSISTENT, report.outOfRange() + " transactions took longer than 5 minutes");
        }
        if (report.recorded() != report.valid()) {
            return new Verdict(
                    Outcome.INCONSISTENT,
                    report.valid() + " transactions were valid, the histogram has " + report.recorded());
        }
        if (load.isOpen()) {
            Verdict kept = scheduleKept(report, report.arrivals().orElseThrow());
            if (kept.outcome() != Outcome.MEASURED) {
                return kept;
            }
        } else {
            double law = cycleLaw(report, figures);
            if (Math.abs(law - load.concurrency()) > CYCLE_TOLERANCE * load.concurrency()) {
                return new Verdict(
                        Outcome.INCONSISTENT,
                        format("the cycle law gives %.2f concurrent requests instead of %d", law, load.concurrency()));
            }
        }
        return ceiling ? MEASURED : consumer(figures.cpu().consumerCores(), coresBusy);
    }

    /**
     * The cycle law: TPS × (time in the exchange + time outside it) = CR. The mean of the exchange comes from the histogram
     * and the time outside from the users, so what either loses shows. A cycle that the window cuts counts whole or not at
     * all; the users keep account of that.
     */
    private static double cycleLaw(CellReport report, Cell.Figures figures) {
        double inExchange =
                figures.transactions() * figures.serviceTime().meanMillis() / 1e3 + report.invalidNanos() / 1e9;
        return (inExchange + (report.outsideNanos() - report.edgeNanos()) / 1e9) / figures.seconds();
    }

    /** A service keeps up if it serves as many as come; those in flight at the window's edges apart. */
    private static Optional<String> overload(Cell.Load load, CellReport.Arrivals arrivals) {
        double rate = load.rate().orElseThrow();
        if (arrivals.overloaded()) {
            return Optional.of(format(
                    "%d arrivals waited at %.1f/s, more than the backlog bound allows or a drain serves: the service does not keep up",
                    arrivals.backlogPeak(), rate));
        }
        return arrivals.due() - arrivals.served() > KEPT_UP_MARGIN * arrivals.due() + load.concurrency()
                ? Optional.of(format(
                        "at %.1f/s %d transactions were due in the window and %d ended in it: the service does not keep up",
                        rate, arrivals.due(), arrivals.served()))
                : Optional.empty();
    }

    /** Nothing that was due may be missing, and what began late must not be the TestNode's doing. */
    private static Verdict scheduleKept(CellReport report, CellReport.Arrivals arrivals) {
        if (arrivals.due() != arrivals.starts() || arrivals.starts() != report.valid() + report.invalid()) {
            return new Verdict(
                    Outcome.INCONSISTENT,
                    arrivals.due() + " transactions were due in the window, " + arrivals.starts() + " began, "
                            + (report.valid() + report.invalid()) + " ended");
        }
        if (arrivals.late() > LATE_LIMIT * arrivals.starts()) {
            return new Verdict(
                    Outcome.CONSUMER_LIMITED,
                    format(
                            "the TestNode began %d of %d transactions more than 1 ms late by its own fault",
                            arrivals.late(), arrivals.starts()));
        }
        return MEASURED;
    }

    private Verdict consumer(double consumerCores, double coresBusy) {
        double busy = consumerCores / testNodeCores;
        if (busy > BUSY_LIMIT) {
            return new Verdict(
                    Outcome.CONSUMER_LIMITED,
                    format(
                            "the TestNode was busy %.0f %% of its %d cores, the limit is %.0f %%",
                            busy * 100, testNodeCores, BUSY_LIMIT * 100));
        }
        if (!limits.otherWork() && coresBusy / testNodeCores > CORES_LIMIT) {
            return new Verdict(
                    Outcome.CONSUMER_LIMITED,
                    format(
                            "the TestNode's %d cores were busy %.0f %%, of which it used %.0f %%: other work took the rest",
                            testNodeCores, coresBusy / testNodeCores * 100, busy * 100));
        }
        return MEASURED;
    }

    /**
     * Whether the service was at the end of the window what it was at its start. One that had not settled before and gets
     * faster is not steady; one that gets slower is drifting, settled or not.
     *
     * @param unsettled what to say of a service that had not settled; empty if it had
     * @param intervals of the window in their order
     * @param micros length of the window
     */
    static Verdict steady(Optional<Verdict> unsettled, List<WarmUpSeries.Interval> intervals, long micros) {
        WarmUpSeries window = new WarmUpSeries(1);
        window.add(0, intervals);
        double[] times = window.values();
        int from = Drift.steadyFrom(times, DRIFT_MARGIN);
        if (from == 0) {
            return trend(unsettled, Trend.of(times));
        }
        double before = Arrays.stream(times, 0, from).average().orElseThrow();
        double after = Arrays.stream(times, from, times.length).average().orElseThrow();
        return drift(
                unsettled, after / before, format("after %.1f s of the window", micros / 1e6 * from / times.length));
    }

    /** What changes little by little has no point at which it changes. */
    private static Verdict trend(Optional<Verdict> unsettled, double ratio) {
        return Math.abs(ratio - 1) < TREND_MARGIN
                ? unsettled.orElse(MEASURED)
                : drift(unsettled, ratio, "from the first third of the window to the last, little by little");
    }

    private static Verdict drift(Optional<Verdict> unsettled, double ratio, String where) {
        return ratio < 1 && unsettled.isPresent()
                ? unsettled.get()
                : new Verdict(
                        Outcome.DRIFTING, format("its service time changed by %+.0f %% %s", (ratio - 1) * 100, where));
    }

    private static String commonest(CellReport report) {
        return report.reasons().entrySet().stream()
                .max(java.util.Map.Entry.comparingByValue())
                .map(e -> e.getValue() + " of them: " + e.getKey())
                .orElse("no reason known");
    }

    private static String format(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
