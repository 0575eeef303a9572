// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.messkit.results.log.Cell;
import org.messkit.testnodes.controller.scenario.Scenario;
import org.messkit.testnodes.wire.CellReport;

/**
 * A cell as it is when all is well: 4 users, 3 s, 2 ms in the exchange and 1 ms outside it. One thing at a time is changed.
 */
final class SampleFigures {
    static final int CONCURRENCY = 4;

    private long sent = 5400;
    private long unreached;
    private long failed;
    private long counted = 5400;
    private long transactions = 4000;
    private long errors;
    private long outOfRange;
    private long edgeNanos;
    private long recorded = -1;
    private double meanMillis = 2;
    private double consumerCores = 0.5;
    private double coresBusy = Double.NaN;
    private boolean otherWork;
    private Optional<CellReport.Arrivals> arrivals = Optional.empty();
    private Map<String, Long> reasons = Map.of();

    SampleFigures total(long newSent, long newUnreached, long newFailed, long newCounted) {
        sent = newSent;
        unreached = newUnreached;
        failed = newFailed;
        counted = newCounted;
        return this;
    }

    SampleFigures window(long newTransactions, long newErrors) {
        transactions = newTransactions;
        errors = newErrors;
        return this;
    }

    SampleFigures outOfRange(long count) {
        outOfRange = count;
        return this;
    }

    SampleFigures recorded(long count) {
        recorded = count;
        return this;
    }

    SampleFigures edgeMillis(long millis) {
        edgeNanos = millis * 1_000_000;
        return this;
    }

    SampleFigures meanMillis(double mean) {
        meanMillis = mean;
        return this;
    }

    SampleFigures consumerCores(double cores) {
        consumerCores = cores;
        return this;
    }

    /** Cores that were busy, whoever used them; by default the TestNode alone. */
    SampleFigures coresBusy(double cores) {
        coresBusy = cores;
        return this;
    }

    /** The scenario lets other work be. */
    SampleFigures otherWorkAccepted() {
        otherWork = true;
        return this;
    }

    /** Open load at 100/s, of which 4,000 were due. */
    SampleFigures arrivals(long starts, long served, long late, boolean overloaded) {
        arrivals = Optional.of(new CellReport.Arrivals(4000, starts, served, 0, late, 0, 77, overloaded, new byte[0]));
        return this;
    }

    SampleFigures reasons(Map<String, Long> counted) {
        reasons = counted;
        return this;
    }

    Judge.Verdict judged(String useCase, double errorLimit) {
        CellReport report = new CellReport(
                0,
                3_000_000,
                sent,
                unreached,
                failed,
                transactions,
                errors,
                errors * (long) (meanMillis * 1_000_000),
                (transactions + errors) * 1_000_000,
                edgeNanos,
                0,
                0,
                0,
                outOfRange,
                recorded < 0 ? transactions - outOfRange : recorded,
                reasons,
                new byte[0],
                arrivals);
        Cell.Figures figures = new Cell.Figures(
                Instant.EPOCH,
                3,
                transactions,
                errors,
                new Cell.Totals(sent, unreached, failed, counted),
                new Cell.Times(1, meanMillis, 2, Optional.empty(), Optional.empty(), 5),
                1000,
                0,
                0,
                0,
                new Cell.Cpu(1, 1, consumerCores));
        Cell.Load load = arrivals.isPresent()
                ? new Cell.Load("open", CONCURRENCY, Optional.of(100.0), "uniform")
                : new Cell.Load("closed", CONCURRENCY);
        double busy = Double.isNaN(coresBusy) ? consumerCores : coresBusy;
        return new Judge(new Scenario.Limits(errorLimit, otherWork, false), 1)
                .judge(useCase.equals("null"), load, report, figures, busy);
    }
}
