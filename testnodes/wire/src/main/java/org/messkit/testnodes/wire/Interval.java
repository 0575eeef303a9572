// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.wire;

import java.util.Objects;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * What the users of a TestNode saw in one interval of a window. Intervals of several TestNodes merge by addition.
 *
 * @param fromMillis when it began, on the wall clock
 * @param toMillis when it ended
 * @param serviceTime nanoseconds in the exchanges of the valid transactions
 * @param responseTime nanoseconds from their intended starts; empty where there are none
 * @param node the TestNode's JVM at its end
 */
public record Interval(
        long fromMillis, long toMillis, Histogram serviceTime, Optional<Histogram> responseTime, NodeState node) {
    /** Checks. */
    public Interval {
        Objects.requireNonNull(serviceTime, "serviceTime");
        Objects.requireNonNull(responseTime, "responseTime");
        Objects.requireNonNull(node, "node");
    }

    /** The same interval of another TestNode added. */
    public Interval plus(Interval other) {
        return new Interval(
                Math.min(fromMillis, other.fromMillis),
                Math.max(toMillis, other.toMillis),
                sum(serviceTime, other.serviceTime),
                responseTime.map(
                        own -> other.responseTime.map(more -> sum(own, more)).orElse(own)),
                node.plus(other.node));
    }

    private static Histogram sum(Histogram one, Histogram other) {
        Histogram sum = one.copy();
        sum.add(other);
        return sum;
    }
}
