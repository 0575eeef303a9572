// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * A transaction that takes as long as it is told, inside and outside the exchange, and ends as it is told. Counts from 0.
 *
 * @see ManualClock
 */
final class FakeTransaction implements Transaction {
    /** How one transaction goes. */
    record Course(long exchangeNanos, long outsideNanos, Observation.Result result, String reason) {
        static Course valid(long exchangeNanos, long outsideNanos) {
            return new Course(exchangeNanos, outsideNanos, Observation.Result.VALID, "");
        }
    }

    static final int REQUEST_BYTES = 5;
    static final int RESPONSE_BYTES = 7;
    static final int WIRE_BYTES = 100;

    private final ManualClock clock;
    private final IntFunction<Course> courses;
    private final IntConsumer before;
    private int runs;
    private long longest;

    FakeTransaction(ManualClock clock, IntFunction<Course> courses) {
        this(clock, courses, run -> {});
    }

    FakeTransaction(ManualClock clock, IntFunction<Course> courses, IntConsumer before) {
        this.clock = clock;
        this.courses = courses;
        this.before = before;
    }

    @Override
    public void run(Observation observation) {
        before.accept(runs);
        Course course = courses.apply(runs++);
        long from = clock.nanos();
        clock.pass(course.exchangeNanos);
        observation.exchange("", from, clock.nanos(), course.result != Observation.Result.UNREACHED);
        observation.bytes(REQUEST_BYTES, RESPONSE_BYTES, WIRE_BYTES);
        clock.pass(course.outsideNanos);
        if (course.result == Observation.Result.VALID) {
            observation.valid();
        } else {
            observation.failed(course.result, course.reason);
        }
        longest = Math.max(longest, course.exchangeNanos + course.outsideNanos);
    }

    /** How often it ran. */
    int runs() {
        return runs;
    }

    /** The longest cycle. */
    long longestCycleNanos() {
        return longest;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
