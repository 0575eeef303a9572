// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.cell;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.messkit.loads.ClosedLoad;
import org.messkit.loads.Load;
import org.messkit.loads.OpenLoad;
import org.messkit.loads.Tally;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.testnodes.controller.scenario.element.Limits;
import org.messkit.testnodes.monitor.StandStill;
import org.messkit.testnodes.wire.CellReport;
import org.messkit.usecases.Changes;

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
    private Optional<Tally.Arrivals> arrivals = Optional.empty();
    private Map<String, Long> reasons = Map.of();
    private List<StandStill.Stood> stood = List.of();
    private long due = 4000;
    private double compiling;
    private boolean compilersAccepted;
    private Map<String, Histogram> steps = Map.of();

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

    /** Arrivals that are due in the window, where they are not 4,000; before {@link #arrivals}. */
    SampleFigures due(long count) {
        due = count;
        return this;
    }

    /** Open load at 100/s. */
    SampleFigures arrivals(long starts, long served, long late, boolean overloaded) {
        arrivals = Optional.of(new Tally.Arrivals(times(0), due, starts, served, 0, late, 0, 77, overloaded));
        return this;
    }

    /** Each transaction has two exchanges, of these mean times together. */
    SampleFigures steps(double loginMillis, double orderMillis) {
        Map<String, Histogram> both = new LinkedHashMap<>();
        for (Map.Entry<String, Double> step :
                Map.of("login", loginMillis, "order", orderMillis).entrySet()) {
            Histogram times = new Histogram(300_000_000_000L, 2);
            times.recordValueWithCount((long) (step.getValue() * 1_000_000), transactions);
            both.put(step.getKey(), times);
        }
        steps = both;
        return this;
    }

    /** Share of the service's cores in its compilers. */
    SampleFigures compiling(double share, boolean accepted) {
        compiling = share;
        compilersAccepted = accepted;
        return this;
    }

    SampleFigures stood(String process, double seconds) {
        stood = List.of(new StandStill.Stood(process, seconds));
        return this;
    }

    SampleFigures reasons(Map<String, Long> counted) {
        reasons = counted;
        return this;
    }

    Verdict judged(String useCase, double errorLimit) {
        Tally tally = new Tally(
                sent,
                sent,
                unreached,
                failed,
                transactions,
                errors,
                (transactions + errors) * Math.max(1, steps.size()),
                errors * (long) (meanMillis * 1_000_000),
                (transactions + errors) * 1_000_000,
                edgeNanos,
                0,
                0,
                0,
                outOfRange,
                times(recorded < 0 ? transactions - outOfRange : recorded),
                Map.of(),
                steps,
                arrivals,
                Optional.empty(),
                Optional.empty(),
                reasons);
        CellReport report = new CellReport(0, 3_000_000, tally, Changes.NONE);
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
                new Cell.Cpu(1, 1, consumerCores),
                Optional.empty(),
                Optional.of(new Cell.Internals(0, 0, 0, 0, compiling)));
        Load load = arrivals.isPresent()
                ? OpenLoad.at(100.0, OpenLoad.Arrivals.UNIFORM, CONCURRENCY)
                : new ClosedLoad(CONCURRENCY);
        double busy = Double.isNaN(coresBusy) ? consumerCores : coresBusy;
        return new Judge(new Limits(errorLimit, otherWork, compilersAccepted, false), 1)
                .judge(cell(useCase, load), report, figures, busy, stood);
    }

    private static Cell cell(String useCase, Load load) {
        return new Cell(
                1,
                new Cell.Service(useCase + "/any@pox", useCase, "any", "", "pox"),
                new Cell.Payload(5000, 3, 2),
                load,
                1,
                Outcome.MEASURED,
                "",
                Optional.empty());
    }

    private Histogram times(long count) {
        Histogram times = new Histogram(300_000_000_000L, 3);
        times.recordValueWithCount((long) (meanMillis * 1_000_000), count);
        return times;
    }
}
