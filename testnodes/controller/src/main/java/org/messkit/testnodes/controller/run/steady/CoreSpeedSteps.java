// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.steady;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.messkit.results.log.Rules;
import org.messkit.results.series.ChangePoints;
import org.messkit.results.series.Outliers;
import org.messkit.results.series.Quantiles;
import org.messkit.testnodes.monitor.CoreSpeed;

/**
 * What cores took for the same piece of work, as steps: it is constant from one change point to the next; changes of less than a tenth, or
 * of less than a second, are none. So a core whose speed does not change leaves what is divided by it as it is, whatever the noise of single
 * pieces. Immutable.
 *
 * @param cores steps of each core
 */
public record CoreSpeedSteps(List<List<Step>> cores) {
    private static final double TAIL = 0.05;
    private static final int LEAST_SAMPLES = 10;

    /**
     * One step.
     *
     * @param fromEpochMicros where it begins
     * @param work CPU time of a piece of work, in µs
     */
    public record Step(long fromEpochMicros, double work) {}

    /** Finds the steps of each core; cores of which nothing was seen are left out. */
    public static CoreSpeedSteps of(List<List<CoreSpeed.Sample>> cores) {
        return new CoreSpeedSteps(cores.stream()
                .filter(samples -> !samples.isEmpty())
                .map(CoreSpeedSteps::steps)
                .toList());
    }

    /** CPU time of a piece of work at an instant, in µs, the mean of all cores; 1 where nothing is known. */
    double at(long epochMicros) {
        return cores.stream()
                .mapToDouble(steps -> steps.stream()
                        .filter(step -> step.fromEpochMicros <= epochMicros)
                        .reduce(steps.get(0), (before, after) -> after)
                        .work)
                .average()
                .orElse(1);
    }

    /** How much more work took in the slowest step of a core than in its fastest; 1 where no core's speed changed. */
    double span() {
        return cores.stream()
                .mapToDouble(
                        steps -> steps.stream().mapToDouble(Step::work).max().orElseThrow()
                                / steps.stream().mapToDouble(Step::work).min().orElseThrow())
                .max()
                .orElse(1);
    }

    /** What to add to a reason, for the user; nothing where no core's speed changed. */
    public String remark() {
        return span() == 1
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; its cores took up to %.1f times as long for the same work as at best, so neighbours may be the cause",
                        span());
    }

    private static List<Step> steps(List<CoreSpeed.Sample> samples) {
        double[] work = Outliers.replaced(
                samples.stream().mapToDouble(CoreSpeed.Sample::work).toArray(), TAIL);
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int change : ChangePoints.of(work)) {
            starts.add(change);
        }
        merge(work, starts);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            steps.add(new Step(samples.get(starts.get(i)).epochMicros(), level(work, starts, i)));
        }
        return List.copyOf(steps);
    }

    /** The smallest change goes first: what is merged may bring the next one below the margin, too. */
    private static void merge(double[] work, List<Integer> starts) {
        while (starts.size() > 1) {
            int least = 1;
            for (int i = 2; i < starts.size(); i++) {
                if (weight(work, starts, i) < weight(work, starts, least)) {
                    least = i;
                }
            }
            if (weight(work, starts, least) >= Rules.CORE_STEP.value()) {
                return;
            }
            starts.remove(least);
        }
    }

    /** How far the levels before and after a change lie apart; nothing where either is too short to be one. */
    private static double weight(double[] work, List<Integer> starts, int i) {
        boolean isShort = length(work, starts, i) < LEAST_SAMPLES || length(work, starts, i - 1) < LEAST_SAMPLES;
        return isShort ? 0 : Math.abs(Math.log(level(work, starts, i) / level(work, starts, i - 1)));
    }

    private static double level(double[] work, List<Integer> starts, int i) {
        return Quantiles.of(Arrays.copyOfRange(work, starts.get(i), end(work, starts, i)), 0.5);
    }

    private static int length(double[] work, List<Integer> starts, int i) {
        return end(work, starts, i) - starts.get(i);
    }

    private static int end(double[] work, List<Integer> starts, int i) {
        return i + 1 < starts.size() ? starts.get(i + 1) : work.length;
    }
}
