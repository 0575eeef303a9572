// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.load;

/** What one transaction was like. Mutable and reused, so that nothing is allocated in the loop; one user's own. */
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

    private long startNanos;
    private long endNanos;
    private Result result = Result.FAILED;
    private String reason = "";
    private int requestBytes;
    private int responseBytes;
    private int wireBytes;
    private String operation = "";

    /** A right answer. */
    public void valid() {
        result = Result.VALID;
        reason = "";
    }

    /** Anything else, and why in one line. */
    public void failed(Result newResult, String why) {
        result = newResult;
        reason = why;
    }

    /** When the exchange began and ended, on {@link System#nanoTime()}'s clock. */
    public void exchange(long fromNanos, long toNanos) {
        startNanos = fromNanos;
        endNanos = toNanos;
    }

    /**
     * What went over the wire.
     *
     * @param request body of the request
     * @param response body of the answer
     * @param wire heads and bodies of both
     */
    public void bytes(int request, int response, int wire) {
        requestBytes = request;
        responseBytes = response;
        wireBytes = wire;
    }

    /** Which of a use case's operations it was; empty where it has one alone. */
    public void operation(String name) {
        operation = name;
    }

    String operation() {
        return operation;
    }

    long startNanos() {
        return startNanos;
    }

    long endNanos() {
        return endNanos;
    }

    Result result() {
        return result;
    }

    String reason() {
        return reason;
    }

    int requestBytes() {
        return requestBytes;
    }

    int responseBytes() {
        return responseBytes;
    }

    int wireBytes() {
        return wireBytes;
    }
}
