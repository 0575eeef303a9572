// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.messkit.loads.ClosedLoad;

/**
 * What must hold among the figures of a cell, asked again of its file. A valid cell passed these proofs when it ended, so what fails one
 * was changed since.
 *
 * @param accepted share of transactions that may fail; empty where the run does not say it
 */
record Proofs(OptionalDouble accepted) {
    /** Why a cell's figures cannot be; empty where they can, or there are none. */
    Optional<String> fault(Cell cell) {
        return cell.figures()
                .flatMap(figures -> first(List.of(
                        impossible(figures), cell.outcome().isValid() ? unproven(cell, figures) : Optional.empty())))
                .map(why -> "is inconsistent: " + why);
    }

    private static Optional<String> first(List<Optional<String>> faults) {
        return faults.stream().flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> impossible(Cell.Figures f) {
        Cell.Totals total = f.total();
        return first(List.of(
                when(
                        f.errors() > total.failed() || total.failed() > total.begun(),
                        f.errors() + " of the window and " + total.failed() + " in all failed, of " + total.begun()),
                when(
                        f.transactions() + f.errors() > total.begun(),
                        f.transactions() + f.errors() + " transactions ended and " + total.begun() + " began"),
                disordered(f.serviceTime(), f.transactions()),
                f.arrivals().flatMap(a -> disordered(a.responseTime(), f.transactions())),
                f.throughput()
                        .flatMap(t -> when(
                                !(t.tpsLow() <= f.tps() && f.tps() <= t.tpsHigh()),
                                "its TPS lie outside of their own interval"))));
    }

    private static Optional<String> disordered(Cell.Times t, long of) {
        double p50 = t.p50Millis().orElse(t.minMillis());
        double p99 = t.p99Millis().orElse(p50);
        double p999 = t.p999Millis().orElse(p99);
        boolean rising = t.minMillis() <= p50
                && p50 <= p99
                && p99 <= p999
                && p999 <= t.maxMillis()
                && t.minMillis() <= t.meanMillis()
                && t.meanMillis() <= t.maxMillis();
        return when(
                !rising || of > 0 && t.maxMillis() <= 0,
                "its times do not rise from the least to the most, or the mean lies outside");
    }

    private Optional<String> unproven(Cell cell, Cell.Figures f) {
        Cell.Totals total = f.total();
        long byOperation =
                f.operations().stream().mapToLong(Cell.Operation::transactions).sum();
        return first(List.of(
                when(f.transactions() == 0, "no transaction ended in the window"),
                when(
                        !total.reconcile(),
                        "consumers sent " + total.sent() + " and did not reach the service with " + total.unreached()
                                + ", the service counted " + total.server()),
                when(
                        accepted.isPresent() && total.failed() > accepted.getAsDouble() * total.begun(),
                        total.failed() + " of " + total.begun() + " failed, more than the scenario accepts"),
                when(
                        !f.operations().isEmpty() && byOperation != f.transactions(),
                        "its operations have " + byOperation + " of " + f.transactions() + " transactions"),
                when(
                        f.stored().filter(kept -> !kept.reconciles()).isPresent(),
                        "the store does not keep what it should"),
                cell.load() instanceof ClosedLoad ? cycles(cell, f) : schedule(f)));
    }

    private static Optional<String> schedule(Cell.Figures f) {
        return f.arrivals()
                .map(a -> when(
                        a.due() != f.transactions() + f.errors(),
                        a.due() + " transactions were due in the window, " + (f.transactions() + f.errors())
                                + " ended"))
                .orElse(Optional.of("an open load without arrivals"));
    }

    private static Optional<String> cycles(Cell cell, Cell.Figures f) {
        double inExchanges = f.transactions() * f.serviceTime().meanMillis() * 1e6;
        double outside = f.outsideClockMeanMicros() * 1e3 * (f.transactions() + f.errors());
        int users = cell.load().concurrency();
        if (Double.isNaN(f.cutMillis())) {
            return sinceCutIsNotKnown(users, f, inExchanges + outside);
        }
        CycleLaw law = new CycleLaw(users, f.seconds(), outside - f.cutMillis() * 1e6);
        return first(List.of(
                law.ofTransactions(inExchanges), f.exchanges().flatMap(all -> steps(law, f, all)), atWork(users, f)));
    }

    /** What failing transactions took is not known by now. */
    private static Optional<String> atWork(int users, Cell.Figures f) {
        return f.throughput()
                .flatMap(t -> when(
                        f.errors() == 0 && !t.fills(users, f.usersAtWork()),
                        String.format(
                                Locale.ROOT, "%.2f of %d users were at work in the window", f.usersAtWork(), users)));
    }

    /** Of what is not valid, and of transactions with one exchange beside others with several, no step is known. */
    private static Optional<String> steps(CycleLaw law, Cell.Figures f, Cell.Exchanges all) {
        long stepped = all.steps().stream().mapToLong(Cell.Step::exchanges).sum();
        if (f.errors() > 0 || stepped != all.count()) {
            return Optional.empty();
        }
        return law.ofSteps(all.steps().stream()
                .mapToDouble(step -> step.exchanges() * step.time().meanMillis() * 1e6)
                .sum());
    }

    /** Files of older formats do not say what the window cut: at most a whole cycle of each user at either end. */
    private static Optional<String> sinceCutIsNotKnown(int users, Cell.Figures f, double nanos) {
        double most = 2 * users * (f.serviceTime().maxMillis() * 1e6 + f.outsideClockMeanMicros() * 1e3);
        double whole = users * f.seconds() * 1e9;
        boolean holds = f.errors() > 0 || Math.abs(nanos - whole) <= Rules.CYCLE.value() * whole + most;
        return holds ? Optional.empty() : new CycleLaw(users, f.seconds(), 0).ofTransactions(nanos);
    }

    private static Optional<String> when(boolean wrong, String what) {
        return wrong ? Optional.of(what) : Optional.empty();
    }
}
