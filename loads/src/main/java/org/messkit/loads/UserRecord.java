// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/** What one user counts: written by its thread alone, read when the thread has ended, except for the recorder. */
final class UserRecord {
    /** Five minutes: far beyond every read time-out, so nothing real is out of range. */
    static final long LONGEST_NANOS = 300_000_000_000L;

    static final int PRECISION = 3;
    /** Of times by operation: a user has a histogram of each, so each must be small. */
    private static final int OPERATION_PRECISION = 2;

    private final SingleWriterRecorder serviceTime = new SingleWriterRecorder(LONGEST_NANOS, PRECISION);
    /** Made by the first open transaction: closed load has no use for its memory. */
    private volatile SingleWriterRecorder responseTime;

    final Map<String, Long> reasons = new LinkedHashMap<>();
    /** Service times in the window by operation, where there are several. */
    final Map<String, Histogram> operations = new TreeMap<>();
    /** The histograms of the interval before, given back to the recorders; the collecting thread's own. */
    private Histogram spareService;

    private Histogram spareResponse;

    /** Times of exchanges in the window by step, where transactions have several. */
    final Map<String, Histogram> steps = new LinkedHashMap<>();

    /** What it is in now. */
    final UnderWay underWay = new UnderWay();

    private final CycleSums cycles = new CycleSums();
    long transactions;
    long sent;
    long unreached;
    long failed;
    long valid;
    long invalid;
    long exchanges;
    long invalidNanos;
    long outsideNanos;
    long edgeNanos;
    long requestBytes;
    long responseBytes;
    long wireBytes;
    long outOfRange;
    long starts;
    long served;
    long servedWireBytes;
    long late;
    long queued;
    /** By how much the start was late that those behind it owe their delay to; 0 if there is none. */
    private long lateNanos;

    /**
     * When a transaction of an open load began.
     *
     * @param intended when it should have
     * @param begun when it did
     * @param free whether the service had done with the user before
     */
    record Start(long intended, long begun, boolean free) {}

    /**
     * Counts one transaction of a closed load.
     *
     * @param cycleStart end of the transaction before
     * @param cycleEnd end of this one
     */
    void closed(Observation seen, long cycleStart, long cycleEnd, Window window) {
        boolean measured = window.measures(seen.endNanos());
        edgeNanos += window.edgeNanos(cycleStart, cycleEnd, measured);
        cycles.add(cycleStart, cycleEnd, seen.result() == Observation.Result.VALID, measured, window);
        underWay.ended(cycleStart, seen, window);
        add(seen, cycleEnd - cycleStart, measured);
    }

    /** Counts a transaction that nobody waited for any longer; its exchange was begun, and is no failure of the service. */
    void unanswered(long began, Observation seen, long now, Window window) {
        underWay.unanswered(began, now, window);
        edgeNanos += window.edgeNanos(began, now, false);
        transactions++;
        sent += Math.max(1, seen.exchanges());
        unreached += seen.unreached();
    }

    /** Its cycles. */
    Cycles cycles() {
        return cycles.sums();
    }

    /**
     * Counts one transaction of an open load: it belongs to the window in which it should have begun.
     *
     * @param end of the transaction
     */
    void open(Observation seen, Start start, long end, Window window) {
        boolean measured = window.measures(start.intended());
        boolean isLate = isLate(start);
        if (measured) {
            starts++;
            late += isLate ? 1 : 0;
            queued += isLate || start.free() ? 0 : 1;
        }
        if (window.measures(seen.endNanos())) {
            served += seen.result() == Observation.Result.VALID ? 1 : 0;
            servedWireBytes += seen.wireBytes();
        }
        underWay.ended(start.begun(), seen, window);
        if (add(seen, end - start.begun(), measured)) {
            response(seen.endNanos() - start.intended());
        }
    }

    private void response(long nanos) {
        if (responseTime == null) {
            responseTime = new SingleWriterRecorder(LONGEST_NANOS, PRECISION);
        }
        // The service time was recorded, so this one is missing beside it: the cell is told to be inconsistent.
        if (nanos > LONGEST_NANOS) {
            outOfRange++;
        } else {
            responseTime.recordValue(nanos);
        }
    }

    /** A start is also late if it waited behind one that was, and no longer than that. */
    private boolean isLate(Start start) {
        long delay = start.begun() - start.intended();
        if (delay <= OpenDriver.LATE_NANOS) {
            lateNanos = 0;
            return false;
        }
        if (start.free()) {
            lateNanos = delay;
        } else if (delay > lateNanos) {
            lateNanos = 0;
        }
        return lateNanos > 0;
    }

    /** Adds what was recorded since the last call; by the collecting thread. */
    void take(Histogram service, Histogram response) {
        spareService = serviceTime.getIntervalHistogram(spareService);
        service.add(spareService);
        SingleWriterRecorder open = responseTime;
        if (open != null) {
            spareResponse = open.getIntervalHistogram(spareResponse);
            response.add(spareResponse);
        }
    }

    /** Returns whether its service time was recorded. */
    private boolean add(Observation seen, long cycleNanos, boolean measured) {
        transactions++;
        sent += seen.exchanges();
        unreached += seen.unreached();
        Observation.Result result = seen.result();
        if (result != Observation.Result.VALID) {
            failure(seen);
        }
        if (!measured) {
            return false;
        }
        long exchangeNanos = seen.exchangeNanos();
        exchanges += seen.exchanges();
        outsideNanos += cycleNanos - exchangeNanos;
        requestBytes += seen.requestBytes();
        responseBytes += seen.responseBytes();
        wireBytes += seen.wireBytes();
        if (result != Observation.Result.VALID) {
            invalid++;
            invalidNanos += exchangeNanos;
            return false;
        }
        valid++;
        if (exchangeNanos > LONGEST_NANOS) {
            outOfRange++;
            return false;
        }
        serviceTime.recordValue(exchangeNanos);
        if (!seen.operation().isEmpty()) {
            operations
                    .computeIfAbsent(seen.operation(), name -> operationHistogram())
                    .recordValue(exchangeNanos);
        }
        // An exchange alone is the transaction, whose time is recorded already.
        for (int i = 0; i < seen.exchanges() && seen.exchanges() > 1; i++) {
            steps.computeIfAbsent(seen.step(i), name -> operationHistogram()).recordValue(seen.stepNanos(i));
        }
        return true;
    }

    private void failure(Observation seen) {
        failed++;
        if (reasons.size() < Tally.REASONS || reasons.containsKey(seen.reason())) {
            reasons.merge(seen.reason(), 1L, Long::sum);
        }
    }

    static Histogram operationHistogram() {
        return new Histogram(LONGEST_NANOS, OPERATION_PRECISION);
    }

    static Histogram histogram() {
        return new Histogram(LONGEST_NANOS, PRECISION);
    }
}
