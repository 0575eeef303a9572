// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.messkit.results.index.curve.Curve;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.index.curve.View;
import org.messkit.results.index.law.HardCap;
import org.messkit.results.index.law.Law;
import org.messkit.results.index.law.Laws;
import org.messkit.results.log.Calibration;
import org.messkit.results.log.Rules;

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
        int from = !known ? 0 : below.isEmpty() ? range.get(0) : surelyBelow(index, below);
        CurvePoint best = best(index);
        return new Calibration.Range(
                index.service().name(),
                index.payload(),
                levels(run, index),
                known ? OptionalInt.of(from) : OptionalInt.empty(),
                curve.knee(),
                known ? OptionalInt.of(range.get(range.size() - 1)) : OptionalInt.empty(),
                best.concurrency(),
                best.tps(),
                index.verdict().verdict().label());
    }

    /** The last level of view A that lies below the knee by the law, too: one unlucky cell near the knee would move it. */
    private static int surelyBelow(CurveIndex index, List<Integer> viewA) {
        Optional<Law> law = law(index);
        double top = index.curve().points().stream()
                .mapToDouble(p -> law.map(l -> l.tps(p.concurrency())).orElse(0.0))
                .max()
                .orElseThrow();
        return viewA.stream()
                .filter(level -> law.isEmpty() || law.get().tps(level) < Curve.REACHES * top)
                .reduce(viewA.get(0), (lower, higher) -> higher);
    }

    /** The law that the curve is judged by; of a curve that falls one with a top, for it is not flat, however few levels say so. */
    private static Optional<Law> law(CurveIndex index) {
        if (!(index.law() instanceof Laws.Chosen chosen)) {
            return Optional.empty();
        }
        Law best = chosen.best().law();
        boolean falls = index.curve().overdrive().isPresent();
        return Optional.of(
                falls && best.peakConcurrency().isEmpty() ? chosen.universal().law() : best);
    }

    /**
     * Of the levels that were seen to reach the top the one of most TPS by the law, for around the top levels differ by less than a cell
     * errs; of a flat top the lowest level. Where no law is shown, or one without a top, the level of most TPS.
     */
    private static CurvePoint best(CurveIndex index) {
        Optional<Law> shown = law(index);
        if (shown.isEmpty()) {
            return index.max();
        }
        Law law = shown.get();
        if (law instanceof HardCap) {
            double most = reaching(index, Rules.FLAT.value())
                    .mapToDouble(p -> law.tps(p.concurrency()))
                    .max()
                    .orElseThrow();
            return reaching(index, Rules.FLAT.value())
                    .filter(p -> law.tps(p.concurrency()) >= Rules.ALIKE.value() * most)
                    .findFirst()
                    .orElseThrow();
        }
        return law.peakConcurrency().isEmpty()
                ? index.max()
                : reaching(index, Curve.REACHES)
                        .max(Comparator.comparingDouble(p -> law.tps(p.concurrency())))
                        .orElseThrow();
    }

    /** Levels that were seen at this share of the most TPS, rising. */
    private static Stream<CurvePoint> reaching(CurveIndex index, double share) {
        return index.curve().points().stream()
                .filter(p -> p.tps() >= share * index.max().tps());
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
