// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.cell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.messkit.loads.Load;
import org.messkit.loads.Tally;
import org.messkit.results.log.Cell;
import org.messkit.results.log.CycleLaw;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Rules;
import org.messkit.results.series.ShareTest;
import org.messkit.testnodes.controller.scenario.element.Limits;
import org.messkit.testnodes.monitor.StandStill;
import org.messkit.testnodes.wire.CellReport;

/**
 * Decides how a cell ended from its proofs: nobody stood still, errors within the limit, counts reconciled, all users at work and the cycle
 * law in closed load or the schedule kept in open load, the TestNode not the limit.
 *
 * @param limits what a cell may have and still be valid
 * @param testNodeCores cores of the TestNode
 */
record Judge(Limits limits, int testNodeCores) {
    /**
     * Judges a cell.
     *
     * @param cell what was measured, under which load; a cell of the rig's ceiling may be limited by the TestNode
     * @param coresBusy how busy the TestNode's cores were over the window, whoever used them, in cores
     * @param stood processes that stood still in the window, the longest first
     */
    Verdict judge(Cell cell, CellReport report, Cell.Figures figures, double coresBusy, List<StandStill.Stood> stood) {
        Load load = cell.load();
        Tally tally = report.tally();
        if (!stood.isEmpty() && stood.get(0).seconds() > Rules.STOOD_STILL.value() * figures.seconds()) {
            return stoodStill(stood.get(0));
        }
        Cell.Totals total = figures.total();
        if (total.failed() > limits.errors() * total.begun()) {
            return new Verdict(
                    Outcome.ERRORS, total.failed() + " of " + total.begun() + " failed, " + commonest(tally));
        }
        if (!total.reconcile()) {
            return new Verdict(
                    Outcome.INCONSISTENT,
                    "consumers sent " + total.sent() + " and did not reach the service with " + total.unreached()
                            + ", the service counted " + total.server());
        }
        Optional<String> overload = tally.arrivals().flatMap(arrivals -> overload(load, arrivals));
        if (overload.isPresent()) {
            return new Verdict(Outcome.OVERLOADED, overload.get());
        }
        Optional<String> missing = tally.arrivals().isPresent()
                ? Optional.empty()
                : UsersAtWork.missing(load.concurrency(), tally, figures);
        missing = missing.or(() -> unanswered(figures));
        if (missing.isPresent()) {
            return new Verdict(Outcome.INCONSISTENT, missing.get());
        }
        if (figures.transactions() == 0) {
            return new Verdict(Outcome.INCONSISTENT, "no transaction ended in the window: it is too short");
        }
        if (tally.outOfRange() > 0) {
            return new Verdict(Outcome.INCONSISTENT, tally.outOfRange() + " transactions took longer than 5 minutes");
        }
        long recorded = tally.serviceTime().getTotalCount();
        if (recorded != tally.valid()) {
            return new Verdict(
                    Outcome.INCONSISTENT, tally.valid() + " transactions were valid, the histogram has " + recorded);
        }
        Verdict kept = tally.arrivals().isPresent()
                ? scheduleKept(tally, tally.arrivals().get())
                : cyclesFill(load, tally, figures.seconds());
        if (!kept.isMeasured()) {
            return kept;
        }
        Verdict consumer = cell.service().isCeiling()
                ? Verdict.MEASURED
                : consumer(figures.cpu().consumerCores(), coresBusy);
        return consumer.isMeasured()
                ? tally.arrivals()
                        .flatMap(arrivals -> backlog(load, arrivals))
                        .or(() -> limits.compilers() ? Optional.empty() : compiled(figures))
                        .map(why -> new Verdict(Outcome.NOT_STEADY, why))
                        .orElse(Verdict.MEASURED)
                : consumer;
    }

    /** What a service's compilers take its requests do not have, and what they make of it changes all that follows. */
    private static Optional<String> compiled(Cell.Figures figures) {
        return figures.internals()
                .map(Cell.Internals::compiling)
                .filter(share -> share > Rules.COMPILED.value())
                .map(share -> format("its JVM's compilers had %.0f %% of its cores in the window", share * 100));
    }

    private static Verdict stoodStill(StandStill.Stood stood) {
        return new Verdict(
                stood.process().equals(CellWatch.TEST_NODE) ? Outcome.CONSUMER_LIMITED : Outcome.INCONSISTENT,
                format("%s stood still for %.2f s of the window", stood.process(), stood.seconds()));
    }

    /** Whom nobody answers until the drain ends has not got what a failed transaction is. */
    private Optional<String> unanswered(Cell.Figures figures) {
        return figures.overdue()
                .filter(overdue -> overdue.unanswered() > 0
                        && figures.total().failed() + overdue.unanswered()
                                > limits.errors() * figures.total().begun())
                .map(overdue -> format(
                        "no answer to %d of %d transactions for up to %.1f s, when the time of the drain was over",
                        overdue.unanswered(), figures.total().begun(), overdue.longestMillis() / 1000));
    }

    /**
     * The cycle law: transactions per second × (time in their exchanges + time outside them) = CR. The mean of the exchanges comes from
     * the histogram and the time outside from the users, so what either loses shows. A cycle that the window cuts counts whole or not
     * at all; the users keep account of that. Where transactions have several exchanges, the law holds for these as well: exchanges
     * per second × (time in one + time outside per exchange) = CR.
     */
    private static Verdict cyclesFill(Load load, Tally tally, double seconds) {
        double outside = tally.outsideNanos() - tally.edgeNanos() + (double) tally.invalidNanos();
        CycleLaw law = new CycleLaw(load.concurrency(), seconds, outside);
        Optional<String> off = law.ofTransactions(nanos(tally.serviceTime()));
        long stepped = tally.steps().values().stream()
                .mapToLong(Histogram::getTotalCount)
                .sum();
        // Of what is not valid, and of transactions with one exchange beside others with several, no step is known.
        if (off.isEmpty() && tally.invalid() == 0 && stepped == tally.exchanges()) {
            off = law.ofSteps(
                    tally.steps().values().stream().mapToDouble(Judge::nanos).sum());
        }
        return off.map(why -> new Verdict(Outcome.INCONSISTENT, why)).orElse(Verdict.MEASURED);
    }

    private static double nanos(Histogram times) {
        return times.getTotalCount() * times.getMean();
    }

    /** A service keeps up if it serves as many as come; those in flight at the window's edges apart. */
    private static Optional<String> overload(Load load, Tally.Arrivals arrivals) {
        double rate = load.rate().orElseThrow();
        if (arrivals.overloaded()) {
            return Optional.of(format(
                    "%d arrivals waited at %.1f/s, more than the backlog bound allows or a drain serves: the service does not keep up",
                    arrivals.backlogPeak(), rate));
        }
        return arrivals.due() - arrivals.served() > Rules.KEPT_UP.value() * arrivals.due() + load.concurrency()
                ? Optional.of(format(
                        "at %.1f/s %d transactions were due in the window and %d ended in it: the service does not keep up",
                        rate, arrivals.due(), arrivals.served()))
                : Optional.empty();
    }

    /** What serves more than comes serves a backlog of before: it has not settled at this rate. */
    private static Optional<String> backlog(Load load, Tally.Arrivals arrivals) {
        double beyond = load.concurrency() + 1.96 * Math.sqrt(arrivals.due());
        return arrivals.served() - arrivals.due() > beyond
                ? Optional.of(format(
                        "%d transactions were due in the window and %d ended in it: it served a backlog of before",
                        arrivals.due(), arrivals.served()))
                : Optional.empty();
    }

    /** Nothing that was due may be missing, and what began late must not be the TestNode's doing. */
    private static Verdict scheduleKept(Tally tally, Tally.Arrivals arrivals) {
        if (arrivals.due() != arrivals.starts() || arrivals.starts() != tally.valid() + tally.invalid()) {
            return new Verdict(
                    Outcome.INCONSISTENT,
                    arrivals.due() + " transactions were due in the window, " + arrivals.starts() + " began, "
                            + (tally.valid() + tally.invalid()) + " ended");
        }
        if (ShareTest.isSurelyAbove(arrivals.late(), arrivals.starts(), Rules.LATE.value())) {
            return new Verdict(
                    Outcome.CONSUMER_LIMITED,
                    format(
                            "the TestNode began %d of %d transactions more than 1 ms late by its own fault",
                            arrivals.late(), arrivals.starts()));
        }
        return Verdict.MEASURED;
    }

    private Verdict consumer(double consumerCores, double coresBusy) {
        double busy = consumerCores / testNodeCores;
        if (busy > Rules.NODE_BUSY.value()) {
            return new Verdict(
                    Outcome.CONSUMER_LIMITED,
                    format(
                            "the TestNode was busy %.0f %% of its %d cores, the limit is %.0f %%",
                            busy * 100, testNodeCores, Rules.NODE_BUSY.value() * 100));
        }
        if (!limits.otherWork() && coresBusy / testNodeCores > Rules.NODE_CORES.value()) {
            return new Verdict(
                    Outcome.CONSUMER_LIMITED,
                    format(
                            "the TestNode's %d cores were busy %.0f %%, of which it used %.0f %%: other work took the rest",
                            testNodeCores, coresBusy / testNodeCores * 100, busy * 100));
        }
        return Verdict.MEASURED;
    }

    private static String commonest(Tally tally) {
        return tally.reasons().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(e -> e.getValue() + " of them: " + e.getKey())
                .orElse("no reason known");
    }

    private static String format(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
