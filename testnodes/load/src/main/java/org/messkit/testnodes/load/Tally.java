// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * What the users of a cell counted, merged at rest. Totals span settle, window and drain, the rest the window alone.
 *
 * @param sent requests begun
 * @param unreached requests that never reached the service
 * @param failed requests with a wrong answer or none, the unreached included
 * @param valid validated transactions in the window
 * @param invalid other transactions in the window
 * @param invalidNanos time in the exchanges of other transactions in the window
 * @param outsideNanos time between exchanges of all transactions in the window
 * @param edgeNanos what the counted cycles reach over the window's edges, less what uncounted ones reach in
 * @param requestBytes bodies of requests in the window
 * @param responseBytes bodies of answers in the window
 * @param wireBytes heads and bodies in the window
 * @param outOfRange times of transactions in the window that were longer than the histograms can hold
 * @param serviceTime nanoseconds of the valid exchanges in the window
 * @param operations the same by operation, within 1 % of each time; empty where a use case has one alone
 * @param arrivals what only open load has
 * @param reasons failures by reason and how often, at most {@value #REASONS} different ones
 */
public record Tally(
        long sent,
        long unreached,
        long failed,
        long valid,
        long invalid,
        long invalidNanos,
        long outsideNanos,
        long edgeNanos,
        long requestBytes,
        long responseBytes,
        long wireBytes,
        long outOfRange,
        Histogram serviceTime,
        Map<String, Histogram> operations,
        Optional<Arrivals> arrivals,
        Map<String, Long> reasons) {
    static final int REASONS = 5;

    /**
     * How the schedule of an open load was kept.
     *
     * @param responseTime nanoseconds from the intended start to the end of the exchange, of the valid ones of the window
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
            boolean overloaded) {}

    /** Copies. */
    public Tally {
        operations = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(operations));
        reasons = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }
}
