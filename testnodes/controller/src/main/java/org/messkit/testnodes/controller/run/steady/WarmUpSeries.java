// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.steady;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.messkit.results.series.Steadiness;

/**
 * What a warm-up looked like: the speed of a service while payloads take turns, each in slices of a few seconds. One value is the mean
 * time per transaction in a piece of a slice, over the payload's own level, so that payloads of any size lie in one series. A piece
 * is long enough for {@value #COMPLETIONS} completions of the slowest payload, as far as a slice has the room. Not thread-safe.
 */
public final class WarmUpSeries {
    static final int COMPLETIONS = 50;
    private static final int LEAST_PIECES = 8;

    /**
     * What ended in one short interval.
     *
     * @param count transactions
     * @param nanos their service times, summed
     */
    public record Interval(long count, double nanos) {
        /** The times of a histogram. */
        public static Interval of(Histogram histogram) {
            long count = histogram.getTotalCount();
            return new Interval(count, count == 0 ? 0 : histogram.getMean() * count);
        }

        /** Its times over what a piece of work took meanwhile. */
        Interval over(double work) {
            return new Interval(count, nanos / work);
        }

        Interval and(Interval other) {
            return new Interval(count + other.count, nanos + other.nanos);
        }
    }

    private record Slice(int payload, List<Interval> intervals) {}

    private final int payloads;
    private final List<Slice> slices = new ArrayList<>();

    /** Makes an empty one. */
    public WarmUpSeries(int payloads) {
        this.payloads = payloads;
    }

    /** Adds a slice; payloads come in turn, from 0. */
    public void add(int payload, List<Interval> intervals) {
        slices.add(new Slice(payload, List.copyOf(intervals)));
    }

    /** Judges what there is; after whole turns of all payloads. */
    Steadiness judge(double tolerance) {
        return Steadiness.of(values(), tolerance);
    }

    /** The series, 1 being each payload's level over the second half of its slices. */
    public double[] values() {
        int pieces = pieces();
        double[] levels = new double[payloads];
        for (int payload = 0; payload < payloads; payload++) {
            levels[payload] = level(payload);
        }
        return slices.stream()
                .flatMapToDouble(slice -> pieces(slice, pieces).stream()
                        .mapToDouble(piece -> piece.nanos / piece.count / levels[slice.payload]))
                .toArray();
    }

    /** Into how many pieces every slice is cut, the same for all, so that each payload has the same weight. */
    private int pieces() {
        long fewest = Long.MAX_VALUE;
        int intervals = Integer.MAX_VALUE;
        for (Slice slice : slices.subList(slices.size() / 2, slices.size())) {
            fewest = Math.min(
                    fewest, slice.intervals.stream().mapToLong(Interval::count).sum());
            intervals = Math.min(intervals, slice.intervals.size());
        }
        return (int) Math.max(Math.min(LEAST_PIECES, intervals), Math.min(intervals, fewest / COMPLETIONS));
    }

    /** Pieces in which nothing ended have no mean; their time shows in the next one. */
    private static List<Interval> pieces(Slice slice, int count) {
        List<Interval> pieces = new ArrayList<>();
        int size = slice.intervals.size();
        for (int piece = 0; piece < count; piece++) {
            slice.intervals.subList(size * piece / count, size * (piece + 1) / count).stream()
                    .reduce(Interval::and)
                    .filter(sum -> sum.count > 0)
                    .ifPresent(pieces::add);
        }
        return pieces;
    }

    private double level(int payload) {
        List<Slice> own =
                slices.stream().filter(slice -> slice.payload == payload).toList();
        Interval sum = own.subList(own.size() / 2, own.size()).stream()
                .flatMap(slice -> slice.intervals.stream())
                .reduce(new Interval(0, 0), Interval::and);
        return sum.count == 0 ? Double.NaN : sum.nanos / sum.count;
    }
}
