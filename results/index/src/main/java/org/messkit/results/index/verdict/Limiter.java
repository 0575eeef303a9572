// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.verdict;

import java.util.List;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.index.verdict.Verdict.Resource;

/** What a level at the top of its curve ran out of. */
final class Limiter {
    static final double CONSUMER_BUSY = 0.70;
    static final double SERVER_FULL = 0.90;
    static final double SERVER_NOT_FULL = 0.70;
    static final double LINK_FULL = 0.80;
    private static final double COLLECTING = 0.10;
    private static final double WAITING = 0.20;
    private static final double DISK_BUSY = 0.80;
    private static final double CORES_FOR_LOCKS = 4;
    private static final double NETWORK_SERVER = 0.50;
    static final double NETWORK_CONSUMER = 0.30;

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

    /** Whether processors, locks, pools, collector and disk are all known, and none of them is near its limit. */
    static boolean isIdle(CurvePoint point, Conditions conditions) {
        Limiter level = new Limiter(point, conditions);
        List<String> unknown = level.shares.unknown();
        unknown.remove("link capacity");
        return unknown.isEmpty()
                && Shares.atMost(level.shares.server(), NETWORK_SERVER)
                && Shares.atMost(level.shares.consumer(), CONSUMER_BUSY)
                && !Shares.atLeast(level.shares.link(), LINK_FULL)
                && Shares.atMost(level.shares.internals().collecting(), COLLECTING)
                && Shares.atMost(level.shares.internals().poolWait(), WAITING)
                && Shares.atMost(level.shares.internals().blocked(), WAITING)
                && Shares.atMost(level.shares.internals().diskBusy(), DISK_BUSY);
    }

    private Finding find() {
        if (Shares.above(shares.consumer(), CONSUMER_BUSY)) {
            return finding(
                    new Verdict.ConsumerBound(),
                    "consumer CPU above 70 %",
                    "add TestNodes, or give this one more cores");
        }
        if (Shares.atLeast(shares.link(), LINK_FULL)) {
            return finding(
                    new Verdict.NetworkBound(),
                    "the link carries 80 % or more of what it can",
                    "measure the bandwidth; more adapters or a faster network");
        }
        if (Shares.above(shares.internals().collecting(), COLLECTING)) {
            return server(
                    Resource.GC,
                    "more than 10 % of the time in garbage collection",
                    "profile allocation; try a larger heap");
        }
        if (Shares.atLeast(shares.server(), SERVER_FULL)) {
            String gc = shares.internals().collecting().isEmpty()
                    ? "; garbage collection is not recorded: record it, it may be part of this"
                    : "";
            return server(
                    Resource.CPU,
                    "TPS is at its top and server CPU at 90 % or more",
                    "profile the hot operations, or add cores" + gc);
        }
        return Shares.atMost(shares.server(), SERVER_NOT_FULL) ? waiting() : undecided();
    }

    /** TPS is at its top, yet the processors are free: something is waited for. */
    private Finding waiting() {
        if (Shares.above(shares.internals().poolWait(), WAITING)) {
            return server(
                    Resource.POOL,
                    "server CPU below 70 %, more than 20 % of the time waiting for a pool",
                    "enlarge the pool");
        }
        if (Shares.above(shares.internals().blocked(), WAITING)) {
            return locks();
        }
        if (Shares.above(shares.internals().diskBusy(), DISK_BUSY)) {
            return server(
                    Resource.DISK,
                    "server CPU below 70 %, disk busy more than 80 % of the time",
                    "a faster disk, or fewer flushes");
        }
        List<String> unknown = shares.unknown();
        unknown.remove("link capacity");
        boolean quiet =
                Shares.atMost(shares.server(), NETWORK_SERVER) && Shares.atMost(shares.consumer(), NETWORK_CONSUMER);
        // By elimination alone: an idle service on loopback waits for itself.
        if (quiet && unknown.isEmpty() && conditions.linkBytesPerSecond().isPresent()) {
            return finding(
                    new Verdict.NetworkBound(),
                    "server CPU up to 50 %, consumer CPU up to 30 %, TPS hardly moves, and neither locks, pools, collector nor disk wait",
                    "measure the bandwidth; more adapters or a faster network");
        }
        return undecided();
    }

    private Finding locks() {
        if (conditions.serverCores().orElse(0) < CORES_FOR_LOCKS) {
            return finding(
                    new Verdict.Undecided(),
                    "threads are blocked, but below four service cores a lock cannot be told from the wait for a core",
                    "run on a service with four cores or more");
        }
        return server(
                Resource.LOCK,
                "server CPU below 70 %, threads blocked more than 20 % of the time",
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
