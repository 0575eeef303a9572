// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.wire;

import java.util.LinkedHashMap;
import java.util.Map;

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
 * @param outOfRange exchanges too long for the histogram
 * @param recorded entries of the histogram
 * @param reasons failures by reason and how often
 * @param histogram service times of validated transactions in nanoseconds, HdrHistogram's compressed V2 form; not copied
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
        byte[] histogram) {
    private static final String REASON = "reason:";

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
        return new Frame(Frame.Kind.DONE, f, histogram);
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
                f.blob());
    }
}
