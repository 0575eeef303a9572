// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import java.util.Arrays;

/**
 * What one transaction was like: one exchange or more, and how it ended. Mutable and reused, so that nothing is allocated in the
 * loop; one user's own. Each transaction begins with {@link #begin}.
 */
public final class Observation {
    /** How a transaction ended. */
    public enum Result {
        /** Answered, and the answer is right. */
        VALID,
        /** Answered, and the answer is wrong. */
        WRONG,
        /** No whole answer. */
        FAILED,
        /** The request never reached the service. */
        UNREACHED
    }

    private static final int FEW_STEPS = 4;

    private long endNanos;
    private long exchangeNanos;
    private int exchanges;
    private int unreached;
    private Result result = Result.FAILED;
    private String reason = "";
    private long requestBytes;
    private long responseBytes;
    private long wireBytes;
    private String operation = "";
    private String[] steps = new String[FEW_STEPS];
    private long[] stepNanos = new long[FEW_STEPS];

    /** A new transaction, of which nothing has happened yet. */
    void begin(long now) {
        endNanos = now;
        exchangeNanos = 0;
        exchanges = 0;
        unreached = 0;
        result = Result.FAILED;
        reason = "";
        requestBytes = 0;
        responseBytes = 0;
        wireBytes = 0;
        operation = "";
    }

    /** A right answer to all of it; wrong where nothing was asked. */
    public void valid() {
        if (exchanges == 0) {
            failed(Result.WRONG, "no request was sent");
        } else {
            result = Result.VALID;
            reason = "";
        }
    }

    /** Anything else, and why in one line. */
    public void failed(Result newResult, String why) {
        result = newResult;
        reason = why;
    }

    /**
     * One exchange, in the order of the transaction.
     *
     * @param step what it is for, a word; the same word in every transaction
     * @param fromNanos when it began, on {@link System#nanoTime()}'s clock
     * @param toNanos when it ended
     * @param isReached whether it may have reached the service
     */
    public void exchange(String step, long fromNanos, long toNanos, boolean isReached) {
        if (exchanges == steps.length) {
            steps = Arrays.copyOf(steps, 2 * exchanges);
            stepNanos = Arrays.copyOf(stepNanos, 2 * exchanges);
        }
        steps[exchanges] = step;
        stepNanos[exchanges] = toNanos - fromNanos;
        exchanges++;
        endNanos = toNanos;
        exchangeNanos += toNanos - fromNanos;
        unreached += isReached ? 0 : 1;
    }

    /**
     * What an exchange sent over the wire.
     *
     * @param request body of the request
     * @param response body of the answer
     * @param wire heads and bodies of both
     */
    public void bytes(int request, int response, int wire) {
        requestBytes += request;
        responseBytes += response;
        wireBytes += wire;
    }

    /** Which of a use case's operations it was; empty where it has one alone. */
    public void operation(String name) {
        operation = name;
    }

    String operation() {
        return operation;
    }

    /** When the last exchange ended. */
    long endNanos() {
        return endNanos;
    }

    /** Time in all exchanges. */
    long exchangeNanos() {
        return exchangeNanos;
    }

    int exchanges() {
        return exchanges;
    }

    int unreached() {
        return unreached;
    }

    String step(int exchange) {
        return steps[exchange];
    }

    long stepNanos(int exchange) {
        return stepNanos[exchange];
    }

    Result result() {
        return result;
    }

    String reason() {
        return reason;
    }

    long requestBytes() {
        return requestBytes;
    }

    long responseBytes() {
        return responseBytes;
    }

    long wireBytes() {
        return wireBytes;
    }
}
