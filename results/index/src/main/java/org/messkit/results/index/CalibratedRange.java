// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index;

import java.util.List;
import java.util.OptionalInt;
import org.messkit.results.index.curve.Curve;
import org.messkit.results.index.curve.View;
import org.messkit.results.log.Calibration;

/** The optimum range of each curve of a run, for runs to come. */
public final class CalibratedRange {
    private CalibratedRange() {}

    /** What a run that measured the levels of a search says of them. */
    public static Calibration of(RunIndex index) {
        return new Calibration(
                index.run().info().id(),
                index.curves().stream().map(curve -> range(index, curve)).toList());
    }

    private static Calibration.Range range(RunIndex run, CurveIndex index) {
        Curve curve = index.curve();
        List<Integer> range = curve.levels(View.B);
        List<Integer> below = curve.levels(View.A);
        boolean known = curve.knee().isPresent() && !range.isEmpty();
        // The knee lies between the last level of view A and the first of view B: a range of the levels of B alone
        // would begin above it.
        int from = !known ? 0 : below.isEmpty() ? range.get(0) : below.get(below.size() - 1);
        return new Calibration.Range(
                index.service().name(),
                index.payload(),
                levels(run, index),
                known ? OptionalInt.of(from) : OptionalInt.empty(),
                curve.knee(),
                known ? OptionalInt.of(range.get(range.size() - 1)) : OptionalInt.empty(),
                index.max().concurrency(),
                index.max().tps(),
                index.verdict().verdict().label());
    }

    /** All that were tried: a level that was not valid this time may be the next. */
    private static List<Integer> levels(RunIndex run, CurveIndex index) {
        return run.run().cells().stream()
                .filter(c -> c.service().equals(index.service()) && c.payload().equals(index.payload()))
                .map(c -> c.load().concurrency())
                .distinct()
                .sorted()
                .toList();
    }
}
