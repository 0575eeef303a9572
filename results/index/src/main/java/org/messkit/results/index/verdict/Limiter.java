// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.verdict;

import java.util.List;
import java.util.Optional;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.index.verdict.Verdict.Resource;
import org.messkit.results.log.Rules;

/** What a level at the top of its curve ran out of. */
public final class Limiter {
    private static final String FREE = "server CPU below " + Rules.SERVER_FREE.text() + ", ";

    private final CurvePoint point;
    private final Conditions conditions;
    private final Shares shares;

    private Limiter(CurvePoint point, Conditions conditions) {
        this.point = point;
        this.conditions = conditions;
        this.shares = Shares.of(point, conditions);
    }

    static Finding of(CurvePoint point, Conditions conditions) {
        return new Limiter(point, conditions).find();
    }

    /** The TestNode or the link, if one of them is the limit at a level, be it the top or not; else empty. */
    public static Optional<Finding> outside(CurvePoint point, Conditions conditions) {
        return new Limiter(point, conditions).outside();
    }

    /** Whether processors, locks, pools, collector and disk are all known, and none of them is near its limit. */
    static boolean isIdle(CurvePoint point, Conditions conditions) {
        Limiter level = new Limiter(point, conditions);
        return level.shares.unknown().isEmpty()
                && Shares.atMost(level.shares.server(), Rules.NETWORK_SERVER)
                && Shares.atMost(level.shares.consumer(), Rules.NODE_BUSY)
                && !Shares.atLeast(level.shares.link(), Rules.LINK_FULL)
                && Shares.atMost(level.shares.internals().collecting(), Rules.COLLECTING)
                && Shares.atMost(level.shares.internals().poolWait(), Rules.WAITING)
                && Shares.atMost(level.shares.internals().blocked(), Rules.WAITING)
                && Shares.atMost(level.shares.internals().diskBusy(), Rules.DISK_BUSY);
    }

    private Finding find() {
        Optional<Finding> outside = outside();
        if (outside.isPresent()) {
            return outside.get();
        }
        if (Shares.above(shares.internals().collecting(), Rules.COLLECTING)) {
            return server(
                    Resource.GC,
                    "more than " + Rules.COLLECTING.text() + " of the time in garbage collection",
                    "profile allocation; try a larger heap");
        }
        if (Shares.atLeast(shares.server(), Rules.SERVER_FULL)) {
            String gc = shares.internals().collecting().isEmpty()
                    ? "; garbage collection is not recorded: record it, it may be part of this"
                    : "";
            return server(
                    Resource.CPU,
                    "TPS is at its top and server CPU at " + Rules.SERVER_FULL.text() + " or more",
                    "profile the hot operations, or add cores" + gc);
        }
        return Shares.atMost(shares.server(), Rules.SERVER_FREE) ? waiting() : undecided();
    }

    private Optional<Finding> outside() {
        if (Shares.above(shares.consumer(), Rules.NODE_BUSY)) {
            return Optional.of(finding(
                    new Verdict.ConsumerBound(),
                    "consumer CPU above " + Rules.NODE_BUSY.text(),
                    "add TestNodes, or give this one more cores"));
        }
        return Shares.atLeast(shares.link(), Rules.LINK_FULL)
                ? Optional.of(finding(
                        new Verdict.NetworkBound(),
                        "the link carries " + Rules.LINK_FULL.text() + " or more of what it can",
                        "measure the bandwidth; more adapters or a faster network"))
                : Optional.empty();
    }

    /** TPS is at its top, yet the processors are free: something is waited for. */
    private Finding waiting() {
        if (Shares.above(shares.internals().poolWait(), Rules.WAITING)) {
            return server(
                    Resource.POOL,
                    FREE + "more than " + Rules.WAITING.text() + " of the time waiting for a pool",
                    "enlarge the pool");
        }
        if (Shares.above(shares.internals().blocked(), Rules.WAITING)) {
            return locks();
        }
        if (Shares.above(shares.internals().diskBusy(), Rules.DISK_BUSY)) {
            return server(
                    Resource.DISK,
                    FREE + "disk busy more than " + Rules.DISK_BUSY.text() + " of the time",
                    "a faster disk, or fewer flushes");
        }
        boolean quiet = Shares.atMost(shares.server(), Rules.NETWORK_SERVER)
                && Shares.atMost(shares.consumer(), Rules.NETWORK_CONSUMER);
        // By elimination: an idle service on loopback, or on a link that is nearly empty, waits for itself.
        if (quiet && shares.unknown().isEmpty() && Shares.atLeast(shares.link(), Rules.NETWORK_LINK)) {
            return finding(
                    new Verdict.NetworkBound(),
                    "the link carries " + Rules.NETWORK_LINK.text() + " or more of what it can, server CPU up to "
                            + Rules.NETWORK_SERVER.text() + ", consumer CPU up to " + Rules.NETWORK_CONSUMER.text()
                            + ", TPS hardly moves, and neither locks, pools, collector nor disk wait",
                    "measure the bandwidth; more adapters or a faster network");
        }
        return undecided();
    }

    private Finding locks() {
        if (conditions.serverCores().orElse(0) < Rules.CORES_FOR_LOCKS.value()) {
            return finding(
                    new Verdict.Undecided(),
                    "threads are blocked, but below four service cores a lock cannot be told from the wait for a core",
                    "run on a service with four cores or more");
        }
        return server(
                Resource.LOCK,
                FREE + "threads blocked more than " + Rules.WAITING.text() + " of the time",
                "name the monitor with a flight recording (jdk.JavaMonitorEnter)");
    }

    private Finding undecided() {
        List<String> unknown = shares.unknown();
        if (shares.server().isEmpty()) {
            unknown.add(0, "server CPU");
        }
        return finding(
                new Verdict.Undecided(),
                "TPS is at its top, and nothing that was recorded is at its limit",
                unknown.isEmpty()
                        ? "profile the service at this level"
                        : "not recorded: " + String.join(", ", unknown));
    }

    private Finding server(Resource resource, String rule, String next) {
        return finding(new Verdict.ServerBound(resource), rule, next);
    }

    private Finding finding(Verdict verdict, String rule, String next) {
        return new Finding(verdict, rule, "CR " + point.concurrency() + ": " + shares.text(), next);
    }
}
