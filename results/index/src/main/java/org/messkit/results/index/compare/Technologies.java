// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.messkit.results.index.CurveIndex;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.curve.CurvePoint;

/** Technologies within a run: services of one use case and binding, at the same payload and level, each two of them. */
public final class Technologies {
    private Technologies() {}

    /** A comparison per use case and binding that has two services or more. */
    public static List<Comparison> of(RunIndex index) {
        List<Comparison> comparisons = new ArrayList<>();
        groups(index).forEach((title, curves) -> {
            List<Pair> pairs = pairs(index, curves);
            if (!pairs.isEmpty()) {
                comparisons.add(Comparison.of(title, pairs, List.of(), OptionalDouble.empty()));
            }
        });
        return comparisons;
    }

    /** Of a run without a comparison, what each use case and binding has, and what would bring one; for the user, in one line. */
    public static String missing(RunIndex index) {
        List<String> each = new ArrayList<>();
        groups(index).forEach((title, curves) -> {
            if (curves.stream().noneMatch(CurveIndex::ceiling)) {
                each.add(title + " has " + has(curves));
            }
        });
        return (each.isEmpty() ? "no level was measured" : String.join("; ", each)) + ", or a second run as compare "
                + index.run().info().id() + " OTHER";
    }

    private static String has(List<CurveIndex> curves) {
        List<String> technologies = curves.stream()
                .map(c -> c.service().technology()
                        + (c.service().variant().isEmpty()
                                ? ""
                                : "+" + c.service().variant()))
                .distinct()
                .toList();
        return technologies.size() == 1
                ? technologies.get(0) + " alone: a second technology there would do"
                : String.join(", ", technologies)
                        + ", which share no payload and level that both have measured: the same levels for both would do";
    }

    private static Map<String, List<CurveIndex>> groups(RunIndex index) {
        Map<String, List<CurveIndex>> groups = new TreeMap<>();
        index.curves().forEach(c -> groups.computeIfAbsent(
                        c.service().useCase() + " by " + c.service().binding(), g -> new ArrayList<>())
                .add(c));
        return groups;
    }

    private static List<Pair> pairs(RunIndex index, List<CurveIndex> curves) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            for (int j = i + 1; j < curves.size(); j++) {
                CurveIndex one = curves.get(i);
                CurveIndex other = curves.get(j);
                if (one.payload().equals(other.payload())) {
                    one.curve().points().forEach(a -> other.curve()
                            .at(a.concurrency())
                            .ifPresent(b -> pairs.add(new Pair(
                                    side(index, one, a),
                                    side(index, other, b),
                                    one.payload(),
                                    a.concurrency(),
                                    java.util.Optional.empty()))));
                }
            }
        }
        return pairs;
    }

    private static Pair.Side side(RunIndex index, CurveIndex curve, CurvePoint point) {
        return Pair.Side.of(curve.service().name(), point, index.mean(curve, point.concurrency()));
    }
}
