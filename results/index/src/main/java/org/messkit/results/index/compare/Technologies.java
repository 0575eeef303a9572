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
        Map<String, List<CurveIndex>> groups = new TreeMap<>();
        index.curves().forEach(c -> groups.computeIfAbsent(
                        c.service().useCase() + " by " + c.service().binding(), g -> new ArrayList<>())
                .add(c));
        List<Comparison> comparisons = new ArrayList<>();
        groups.forEach((title, curves) -> {
            List<Pair> pairs = pairs(index, curves);
            if (!pairs.isEmpty()) {
                comparisons.add(Comparison.of(title, pairs, List.of(), OptionalDouble.empty()));
            }
        });
        return comparisons;
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
