// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.load;

import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/** What one user counts: written by its thread alone, read when the thread has ended, except for the recorder. */
final class UserRecord {
    /** Five minutes: far beyond every read time-out, so nothing real is out of range. */
    static final long LONGEST_NANOS = 300_000_000_000L;

    static final int PRECISION = 3;

    final SingleWriterRecorder serviceTime = new SingleWriterRecorder(LONGEST_NANOS, PRECISION);
    final Map<String, Long> reasons = new LinkedHashMap<>();
    /** The histogram of the interval before, given back to the recorder; the collecting thread's own. */
    Histogram spare;

    long sent;
    long unreached;
    long failed;
    long valid;
    long invalid;
    long invalidNanos;
    long outsideNanos;
    long edgeNanos;
    long requestBytes;
    long responseBytes;
    long wireBytes;
    long outOfRange;

    /**
     * Counts one transaction.
     *
     * @param cycleStart end of the transaction before
     * @param cycleEnd end of this one
     */
    void add(Observation seen, long cycleStart, long cycleEnd, Window window) {
        boolean measured = window.measures(seen.endNanos());
        edgeNanos += window.edgeNanos(cycleStart, cycleEnd, measured);
        sent++;
        Observation.Result result = seen.result();
        if (result != Observation.Result.VALID) {
            failure(seen, result);
        }
        if (!measured) {
            return;
        }
        long exchangeNanos = seen.endNanos() - seen.startNanos();
        outsideNanos += cycleEnd - cycleStart - exchangeNanos;
        requestBytes += seen.requestBytes();
        responseBytes += seen.responseBytes();
        wireBytes += seen.wireBytes();
        if (result != Observation.Result.VALID) {
            invalid++;
            invalidNanos += exchangeNanos;
            return;
        }
        valid++;
        if (exchangeNanos > LONGEST_NANOS) {
            outOfRange++;
        } else {
            serviceTime.recordValue(exchangeNanos);
        }
    }

    private void failure(Observation seen, Observation.Result result) {
        failed++;
        if (result == Observation.Result.UNREACHED) {
            unreached++;
        }
        if (reasons.size() < Tally.REASONS || reasons.containsKey(seen.reason())) {
            reasons.merge(seen.reason(), 1L, Long::sum);
        }
    }

    static Histogram histogram() {
        return new Histogram(LONGEST_NANOS, PRECISION);
    }
}
