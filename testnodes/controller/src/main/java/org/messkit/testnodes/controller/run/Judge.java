// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run;

import java.util.Locale;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.testnodes.wire.CellReport;

/**
 * Decides how a cell ended from its proofs: errors within the limit, counts reconciled, the cycle law, the TestNode not the
 * limit.
 *
 * @param errorLimit largest share of failed transactions
 * @param testNodeCores cores of the TestNode
 */
record Judge(double errorLimit, int testNodeCores) {
    private static final double CYCLE_TOLERANCE = 0.02;
    private static final double BUSY_LIMIT = 0.70;

    /** An outcome and, where it is not measured, why. */
    record Verdict(Outcome outcome, String reason) {}

    Verdict judge(String useCase, int concurrency, CellReport report, Cell.Figures figures) {
        Cell.Totals total = figures.total();
        if (total.failed() > errorLimit * total.sent()) {
            return new Verdict(
                    Outcome.ERRORS, total.failed() + " of " + total.sent() + " failed, " + commonest(report));
        }
        if (!total.reconcile()) {
            return new Verdict(
                    Outcome.INCONSISTENT,
                    "consumers sent " + total.sent() + " and did not reach the service with " + total.unreached()
                            + ", the service counted " + total.server());
        }
        if (figures.transactions() == 0) {
            return new Verdict(Outcome.INCONSISTENT, "no transaction ended in the window: it is too short");
        }
        if (report.recorded() + report.outOfRange() != report.valid()) {
            return new Verdict(
                    Outcome.INCONSISTENT,
                    report.valid() + " transactions were valid, the histogram has " + report.recorded());
        }
        if (report.outOfRange() > 0) {
            return new Verdict(Outcome.INCONSISTENT, report.outOfRange() + " exchanges took longer than 5 minutes");
        }
        return proven(useCase, concurrency, report, figures);
    }

    /**
     * The cycle law: TPS × (time in the exchange + time outside it) = CR. The mean of the exchange comes from the histogram
     * and the time outside from the users, so what either loses shows. A cycle that the window cuts counts whole or not at
     * all; the users keep account of that.
     */
    private Verdict proven(String useCase, int concurrency, CellReport report, Cell.Figures figures) {
        double inExchange =
                figures.transactions() * figures.serviceTime().meanMillis() / 1e3 + report.invalidNanos() / 1e9;
        double law = (inExchange + (report.outsideNanos() - report.edgeNanos()) / 1e9) / figures.seconds();
        if (Math.abs(law - concurrency) > CYCLE_TOLERANCE * concurrency) {
            return new Verdict(
                    Outcome.INCONSISTENT,
                    format("the cycle law gives %.2f concurrent requests instead of %d", law, concurrency));
        }
        double busy = figures.cpu().consumerCores() / testNodeCores;
        if (busy > BUSY_LIMIT && !useCase.equals("null")) {
            return new Verdict(
                    Outcome.CONSUMER_LIMITED,
                    format(
                            "the TestNode was busy %.0f %% of its %d cores, the limit is %.0f %%",
                            busy * 100, testNodeCores, BUSY_LIMIT * 100));
        }
        return new Verdict(Outcome.MEASURED, "");
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
