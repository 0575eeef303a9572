// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.wire;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a TestNode counted in one cell. Totals span settle, window and drain; the rest is of the window.
 *
 * @param fromEpochMicros when the window began, wall clock
 * @param toEpochMicros when it ended, wall clock
 * @param sent requests begun, total
 * @param unreached of them never reached the service
 * @param failed of them wrong or unanswered, the unreached included
 * @param valid validated transactions
 * @param invalid other transactions
 * @param invalidNanos time in the exchanges of other transactions, summed
 * @param outsideNanos time between exchanges, summed
 * @param edgeNanos what the counted cycles reach over the window's edges, less what uncounted ones reach in, summed
 * @param requestBytes bodies of requests, summed
 * @param responseBytes bodies of answers, summed
 * @param wireBytes heads and bodies, summed
 * @param outOfRange transactions too long for the histogram
 * @param recorded entries of the histogram
 * @param reasons failures by reason and how often
 * @param histogram service times of validated transactions in nanoseconds, HdrHistogram's compressed V2 form; not copied
 * @param arrivals what only open load has
 * @param changes what all requests sent do to what a stateful service keeps, if all are carried out; else nothing
 */
public record CellReport(
        long fromEpochMicros,
        long toEpochMicros,
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
        long recorded,
        Map<String, Long> reasons,
        byte[] histogram,
        Optional<Arrivals> arrivals,
        Changes changes) {
    /** What the times of an interval's frame begin with that are of one operation, over the whole window; its name follows. */
    public static final String OPERATION = "service.";

    /** A report of a stateless service. */
    public CellReport(
            long fromEpochMicros,
            long toEpochMicros,
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
            long recorded,
            Map<String, Long> reasons,
            byte[] histogram,
            Optional<Arrivals> arrivals) {
        this(
                fromEpochMicros,
                toEpochMicros,
                sent,
                unreached,
                failed,
                valid,
                invalid,
                invalidNanos,
                outsideNanos,
                edgeNanos,
                requestBytes,
                responseBytes,
                wireBytes,
                outOfRange,
                recorded,
                reasons,
                histogram,
                arrivals,
                Changes.NONE);
    }

    /**
     * What requests do to what a service keeps, as in {@code org.messkit.usecases.Changes}.
     *
     * @param checksum by which that of all that is kept grows, modulo 2 to the 64th
     */
    public record Changes(long inserted, long updated, long deleted, long checksum) {
        /** Nothing. */
        public static final Changes NONE = new Changes(0, 0, 0, 0);

        /** How many more are kept. */
        public long rows() {
            return inserted - deleted;
        }

        /** From the fields of a frame. */
        public static Changes of(Frame f) {
            return new Changes(f.number("inserted"), f.number("updated"), f.number("deleted"), f.number("checksum"));
        }

        /** As the fields of a frame. */
        public Map<String, String> fields() {
            return Map.of(
                    "inserted", Long.toString(inserted),
                    "updated", Long.toString(updated),
                    "deleted", Long.toString(deleted),
                    "checksum", Long.toString(checksum));
        }
    }

    /**
     * How the schedule of an open load was kept.
     *
     * @param due arrivals whose intended start lies in the window, by the schedule alone
     * @param starts of them begun
     * @param served validated transactions that ended in the window
     * @param servedWireBytes heads and bodies of all that ended in the window
     * @param late of them begun late although a user was free
     * @param queued of them that found no free user
     * @param backlogPeak most arrivals that were due and not begun
     * @param overloaded whether the backlog went beyond its bound, which ended the load
     * @param histogram response times, in the same form as the service times
     */
    public record Arrivals(
            long due,
            long starts,
            long served,
            long servedWireBytes,
            long late,
            long queued,
            long backlogPeak,
            boolean overloaded,
            byte[] histogram) {}

    private static final String REASON = "reason:";
    /** Where the second histogram begins. */
    private static final String SERVICE_LENGTH = "service-length";

    /** As a frame. */
    public Frame frame() {
        Map<String, String> f = new LinkedHashMap<>();
        f.put("from-us", Long.toString(fromEpochMicros));
        f.put("to-us", Long.toString(toEpochMicros));
        f.put("sent", Long.toString(sent));
        f.put("unreached", Long.toString(unreached));
        f.put("failed", Long.toString(failed));
        f.put("valid", Long.toString(valid));
        f.put("invalid", Long.toString(invalid));
        f.put("invalid-ns", Long.toString(invalidNanos));
        f.put("outside-ns", Long.toString(outsideNanos));
        f.put("edge-ns", Long.toString(edgeNanos));
        f.put("request-bytes", Long.toString(requestBytes));
        f.put("response-bytes", Long.toString(responseBytes));
        f.put("wire-bytes", Long.toString(wireBytes));
        f.put("out-of-range", Long.toString(outOfRange));
        f.put("recorded", Long.toString(recorded));
        reasons.forEach((why, count) -> f.put(REASON + why, Long.toString(count)));
        f.putAll(changes.fields());
        if (arrivals.isEmpty()) {
            return new Frame(Frame.Kind.DONE, f, histogram);
        }
        Arrivals open = arrivals.get();
        f.put("due", Long.toString(open.due));
        f.put("served", Long.toString(open.served));
        f.put("served-wire-bytes", Long.toString(open.servedWireBytes));
        f.put("starts", Long.toString(open.starts));
        f.put("late", Long.toString(open.late));
        f.put("queued", Long.toString(open.queued));
        f.put("backlog-peak", Long.toString(open.backlogPeak));
        f.put("overloaded", Boolean.toString(open.overloaded));
        f.put(SERVICE_LENGTH, Integer.toString(histogram.length));
        byte[] both = Arrays.copyOf(histogram, histogram.length + open.histogram.length);
        System.arraycopy(open.histogram, 0, both, histogram.length, open.histogram.length);
        return new Frame(Frame.Kind.DONE, f, both);
    }

    /** From a frame. */
    public static CellReport of(Frame f) {
        Map<String, Long> reasons = new LinkedHashMap<>();
        f.fields().forEach((name, value) -> {
            if (name.startsWith(REASON)) {
                reasons.put(name.substring(REASON.length()), Long.parseLong(value));
            }
        });
        return new CellReport(
                f.number("from-us"),
                f.number("to-us"),
                f.number("sent"),
                f.number("unreached"),
                f.number("failed"),
                f.number("valid"),
                f.number("invalid"),
                f.number("invalid-ns"),
                f.number("outside-ns"),
                f.number("edge-ns"),
                f.number("request-bytes"),
                f.number("response-bytes"),
                f.number("wire-bytes"),
                f.number("out-of-range"),
                f.number("recorded"),
                reasons,
                f.fields().containsKey(SERVICE_LENGTH)
                        ? Arrays.copyOf(f.blob(), (int) f.number(SERVICE_LENGTH))
                        : f.blob(),
                arrivals(f),
                Changes.of(f));
    }

    private static Optional<Arrivals> arrivals(Frame f) {
        if (!f.fields().containsKey(SERVICE_LENGTH)) {
            return Optional.empty();
        }
        return Optional.of(new Arrivals(
                f.number("due"),
                f.number("starts"),
                f.number("served"),
                f.number("served-wire-bytes"),
                f.number("late"),
                f.number("queued"),
                f.number("backlog-peak"),
                Boolean.parseBoolean(f.field("overloaded")),
                Arrays.copyOfRange(f.blob(), (int) f.number(SERVICE_LENGTH), f.blob().length)));
    }
}
