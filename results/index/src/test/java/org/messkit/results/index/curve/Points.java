// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Curves for tests; what a test does not name is unknown or unremarkable. */
public final class Points {
    private Points() {}

    /** A level of a single fork, with a mean time by Little's law. */
    public static CurvePoint point(int concurrency, double tps) {
        return point(concurrency, tps, 1000 * concurrency / tps, OptionalDouble.empty());
    }

    static CurvePoint point(int concurrency, double tps, double meanMillis, OptionalDouble p99Millis) {
        return new CurvePoint(
                concurrency,
                tps,
                Optional.empty(),
                Optional.empty(),
                1,
                meanMillis,
                p99Millis,
                new CurvePoint.Use(Double.NaN, Double.NaN, 0, Double.NaN),
                CurvePoint.Internals.NONE);
    }

    /** A curve of concurrency and TPS in turn. */
    public static Curve curve(double... pairs) {
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            points.add(point((int) pairs[i], pairs[i + 1]));
        }
        return new Curve(points, Set.of());
    }
}
