// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.log.Rules;

/** A level's use as shares of what there is, 0 to about 1; empty where it is not known. */
record Shares(OptionalDouble server, OptionalDouble consumer, OptionalDouble link, CurvePoint.Internals internals) {

    static Shares of(CurvePoint point, Conditions conditions) {
        return new Shares(
                share(point.use().serverCores(), conditions.serverCores()),
                share(point.use().consumerCores(), conditions.consumerCores()),
                share(point.use().wireBytesPerSecond(), conditions.linkBytesPerSecond()),
                point.internals());
    }

    private static OptionalDouble share(double used, OptionalDouble all) {
        return Double.isFinite(used) && all.isPresent() && all.getAsDouble() > 0
                ? OptionalDouble.of(used / all.getAsDouble())
                : OptionalDouble.empty();
    }

    static boolean above(OptionalDouble share, Rules limit) {
        return share.isPresent() && share.getAsDouble() > limit.value();
    }

    static boolean atLeast(OptionalDouble share, Rules limit) {
        return share.isPresent() && share.getAsDouble() >= limit.value();
    }

    static boolean atMost(OptionalDouble share, Rules limit) {
        return share.isPresent() && share.getAsDouble() <= limit.value();
    }

    /** What is known, in words. */
    String text() {
        List<String> known = new ArrayList<>();
        add(known, "server CPU", server);
        add(known, "consumer CPU", consumer);
        add(known, "link", link);
        add(known, "collecting", internals.collecting());
        add(known, "blocked", internals.blocked());
        add(known, "waiting for a pool", internals.poolWait());
        add(known, "disk busy", internals.diskBusy());
        return String.join(", ", known);
    }

    /** What of the service is not known, in words; empty if all is. A link without a capacity is loopback, of which nothing is to be known. */
    List<String> unknown() {
        List<String> unknown = new ArrayList<>();
        addUnknown(unknown, "garbage collection", internals.collecting());
        addUnknown(unknown, "lock waits", internals.blocked());
        addUnknown(unknown, "pool waits", internals.poolWait());
        addUnknown(unknown, "disk", internals.diskBusy());
        return unknown;
    }

    private static void add(List<String> known, String name, OptionalDouble share) {
        share.ifPresent(s -> known.add(String.format(Locale.ROOT, "%s %.0f %%", name, 100 * s)));
    }

    private static void addUnknown(List<String> unknown, String name, OptionalDouble share) {
        if (share.isEmpty()) {
            unknown.add(name);
        }
    }
}
