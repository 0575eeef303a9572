// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.HdrHistogram.Histogram;

/**
 * What the users of a cell counted, at rest. A transaction is what a user wants done; it has one exchange or more. Totals span
 * settle, window and drain, the rest the window alone. Tallies of several TestNodes merge by addition.
 *
 * @param transactions transactions begun
 * @param sent exchanges begun
 * @param unreached exchanges of them that never reached the service
 * @param failed transactions with a wrong answer or none, the unreached included
 * @param valid validated transactions in the window
 * @param invalid other transactions in the window
 * @param exchanges exchanges of all transactions in the window
 * @param invalidNanos time in the exchanges of other transactions in the window
 * @param outsideNanos time between exchanges of all transactions in the window
 * @param edgeNanos what the counted cycles reach over the window's edges, less what uncounted ones reach in
 * @param requestBytes bodies of requests in the window
 * @param responseBytes bodies of answers in the window
 * @param wireBytes heads and bodies in the window
 * @param outOfRange times of transactions in the window that were longer than the histograms can hold
 * @param serviceTime nanoseconds in the exchanges of each valid transaction in the window
 * @param operations the same by operation, within 1 % of each time; empty where a use case has one alone
 * @param steps nanoseconds of each exchange by step, within 1 %, of valid transactions that have more than one
 * @param arrivals what only a load with a schedule has
 * @param cycles of closed load; empty of a load with a schedule
 * @param overdue what the window's end found under way for too long; empty where nothing was
 * @param reasons failures by reason and how often, at most {@value #REASONS} different ones
 */
public record Tally(
        long transactions,
        long sent,
        long unreached,
        long failed,
        long valid,
        long invalid,
        long exchanges,
        long invalidNanos,
        long outsideNanos,
        long edgeNanos,
        long requestBytes,
        long responseBytes,
        long wireBytes,
        long outOfRange,
        Histogram serviceTime,
        Map<String, Histogram> operations,
        Map<String, Histogram> steps,
        Optional<Arrivals> arrivals,
        Optional<Cycles> cycles,
        Optional<Overdue> overdue,
        Map<String, Long> reasons) {
    static final int REASONS = 5;

    /**
     * How the schedule of an open load was kept.
     *
     * @param responseTime nanoseconds from the intended start to the end of the last exchange, of the valid ones of the window
     * @param due arrivals whose intended start lies in the window, by the schedule alone
     * @param starts of them begun
     * @param served validated transactions that ended in the window, whenever they should have begun
     * @param servedWireBytes heads and bodies of all that ended in the window
     * @param late starts more than a millisecond after their time although the service had done with a user, or because one
     *     before was late so: the TestNode's fault
     * @param queued starts that found no free user, and not for that reason
     * @param backlogPeak most arrivals that were due and not begun, looked at every 10 ms
     * @param overloaded whether the backlog went beyond its bound, which ended the load
     */
    public record Arrivals(
            Histogram responseTime,
            long due,
            long starts,
            long served,
            long servedWireBytes,
            long late,
            long queued,
            long backlogPeak,
            boolean overloaded) {
        /** Both. The peaks of two TestNodes need not be at one time: their sum is an upper bound. */
        Arrivals plus(Arrivals other) {
            return new Arrivals(
                    added(responseTime, other.responseTime),
                    due + other.due,
                    starts + other.starts,
                    served + other.served,
                    servedWireBytes + other.servedWireBytes,
                    late + other.late,
                    queued + other.queued,
                    backlogPeak + other.backlogPeak,
                    overloaded || other.overloaded);
        }
    }

    /** Copies. */
    public Tally {
        operations = Collections.unmodifiableMap(new LinkedHashMap<>(operations));
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    /** Validated transactions that TPS are made of: in closed load without the window's edges, in open load those that ended. */
    public double inWindow() {
        return cycles.map(Cycles::inWindow)
                .or(() -> arrivals.map(a -> (double) a.served()))
                .orElse((double) valid);
    }

    /** What two TestNodes counted of one cell. */
    public Tally plus(Tally other) {
        Map<String, Long> why = new LinkedHashMap<>(reasons);
        other.reasons.forEach((reason, count) -> why.merge(reason, count, Long::sum));
        return new Tally(
                transactions + other.transactions,
                sent + other.sent,
                unreached + other.unreached,
                failed + other.failed,
                valid + other.valid,
                invalid + other.invalid,
                exchanges + other.exchanges,
                invalidNanos + other.invalidNanos,
                outsideNanos + other.outsideNanos,
                edgeNanos + other.edgeNanos,
                requestBytes + other.requestBytes,
                responseBytes + other.responseBytes,
                wireBytes + other.wireBytes,
                outOfRange + other.outOfRange,
                added(serviceTime, other.serviceTime),
                added(operations, other.operations),
                added(steps, other.steps),
                both(arrivals, other.arrivals, Arrivals::plus),
                both(cycles, other.cycles, Cycles::plus),
                both(overdue, other.overdue, Overdue::plus),
                commonest(why));
    }

    /** The reasons that failures have most often. */
    static Map<String, Long> commonest(Map<String, Long> reasons) {
        Map<String, Long> commonest = new LinkedHashMap<>();
        reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(REASONS)
                .forEach(e -> commonest.put(e.getKey(), e.getValue()));
        return commonest;
    }

    private static <P> Optional<P> both(Optional<P> one, Optional<P> other, BinaryOperator<P> sum) {
        return one.isEmpty()
                ? other
                : one.map(a -> other.map(b -> sum.apply(a, b)).orElse(a));
    }

    private static Map<String, Histogram> added(Map<String, Histogram> one, Map<String, Histogram> other) {
        Map<String, Histogram> all = new LinkedHashMap<>(one);
        other.forEach((name, times) -> all.merge(name, times, Tally::added));
        return all;
    }

    static Histogram added(Histogram one, Histogram other) {
        Histogram sum = one.copy();
        sum.add(other);
        return sum;
    }
}
