// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.messkit.results.log.Rules;

/**
 * Fits every law to a curve's levels and chooses by {@link LawFit#aicc()}. Refuses where a law would say more than the levels
 * do. Thread-safe.
 */
public final class Laws {
    /** Fewer levels leave the corrected criterion without a degree of freedom. */
    public static final int LEAST_LEVELS = Rules.LEAST_LEVELS.count();

    /** Residual error as a share of the mean TPS above which no law is shown. */
    public static final double POOREST_FIT = Rules.POOREST_FIT.value();

    private static final int LEAST_RISING = 1;
    private static final int LEAST_CAPPED = 2;

    private Laws() {}

    /** What came of it. */
    public sealed interface Result permits Chosen, Refused {}

    /**
     * The laws, best first.
     *
     * @param fits each law's fit, by rising criterion
     * @param peak how sure the Universal Scalability Law's peak is; empty where the fitted law has none
     */
    public record Chosen(List<LawFit> fits, Optional<PeakBootstrap> peak) implements Result {
        /** Copies. */
        public Chosen {
            fits = List.copyOf(fits);
        }

        /** The law of least criterion. */
        public LawFit best() {
            return fits.get(0);
        }

        /** Laws that the levels do not tell from the best: within 2 of its criterion. */
        public List<LawFit> rivals() {
            return fits.stream()
                    .skip(1)
                    .filter(f -> f.aicc() - best().aicc() < Rules.TOLD_APART.value())
                    .toList();
        }

        /** The fit of the Universal Scalability Law, chosen or not: what-if is asked of its coefficients. */
        public LawFit universal() {
            return fits.stream()
                    .filter(f -> f.law() instanceof UniversalScalability)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** No law is shown, and why. */
    public record Refused(String reason) implements Result {}

    /**
     * Fits all laws.
     *
     * @param levels of different concurrency, in any order
     * @param seed of the bootstrap
     */
    public static Result fit(List<Level> levels, long seed) {
        long distinct =
                levels.stream().mapToDouble(Level::concurrency).distinct().count();
        if (distinct != levels.size()) {
            throw new IllegalArgumentException("levels must differ in concurrency, got: " + levels);
        }
        if (levels.size() < LEAST_LEVELS) {
            return new Refused("a law needs at least " + LEAST_LEVELS + " measured levels, got: " + levels.size());
        }
        LawFit universal;
        try {
            universal = universal(levels);
        } catch (ArithmeticException e) {
            return new Refused("no law fits: " + e.getMessage());
        }
        List<LawFit> fits = new ArrayList<>(List.of(universal, amdahl(levels), hardCap(levels)));
        fits.sort(Comparator.comparingDouble(LawFit::aicc));
        double mean = levels.stream().mapToDouble(Level::tps).average().orElseThrow();
        double error = fits.get(0).residualError() / mean;
        if (error > POOREST_FIT) {
            return new Refused(String.format(
                    java.util.Locale.ROOT,
                    "no law fits: the best, %s, leaves a residual error of %.0f %% of the mean TPS, more than %.0f %%",
                    fits.get(0).law().label(),
                    100 * error,
                    100 * POOREST_FIT));
        }
        boolean peak = universal.law().peakConcurrency().isPresent();
        return new Chosen(fits, peak ? Optional.of(PeakBootstrap.of(levels, seed)) : Optional.empty());
    }

    /** The Universal Scalability Law, σ and κ within [0, 1]. Needs four levels to have errors. */
    public static LawFit universal(List<Level> levels) {
        ScalabilityFit fit = new ScalabilityFit(levels);
        ScalabilityFit.Solution s = fit.solve();
        double[] errors = fit.standardErrors(s, true);
        int freedom = levels.size() - 3;
        return new LawFit(
                s.law(),
                List.of(
                        new Coefficient("lambda", s.lambda(), errors[0], freedom),
                        new Coefficient("sigma", s.sigma(), errors[1], freedom),
                        new Coefficient("kappa", s.kappa(), errors[2], freedom)),
                s.squares(),
                levels.size());
    }

    /** Amdahl's law, σ within [0, 1]. Needs three levels to have errors. */
    public static LawFit amdahl(List<Level> levels) {
        ScalabilityFit fit = new ScalabilityFit(levels);
        ScalabilityFit.Solution s = fit.solveAmdahl();
        double[] errors = fit.standardErrors(s, false);
        int freedom = levels.size() - 2;
        return new LawFit(
                new Amdahl(s.lambda(), s.sigma()),
                List.of(
                        new Coefficient("lambda", s.lambda(), errors[0], freedom),
                        new Coefficient("sigma", s.sigma(), errors[1], freedom)),
                s.squares(),
                levels.size());
    }

    /**
     * The hard cap: of every division of the levels into rising and capped ones, the one of least squares. A division has one
     * rising level or more and two capped ones or more: a cap through the highest level alone would fit any last level, and so
     * say nothing. Needs three levels.
     *
     * @throws IllegalArgumentException if there are fewer
     */
    public static LawFit hardCap(List<Level> levels) {
        if (levels.size() < LEAST_RISING + LEAST_CAPPED) {
            throw new IllegalArgumentException(
                    "a hard cap needs at least " + (LEAST_RISING + LEAST_CAPPED) + " levels, got: " + levels.size());
        }
        List<Level> sorted = levels.stream()
                .sorted(Comparator.comparingDouble(Level::concurrency))
                .toList();
        return IntStream.rangeClosed(LEAST_RISING, sorted.size() - LEAST_CAPPED)
                .mapToObj(rising -> hardCap(sorted, rising))
                .min(Comparator.comparingDouble(LawFit::squares))
                .orElseThrow();
    }

    private static LawFit hardCap(List<Level> sorted, int rising) {
        List<Level> line = sorted.subList(0, rising);
        List<Level> top = sorted.subList(rising, sorted.size());
        double weight = line.stream()
                .mapToDouble(l -> l.concurrency() * l.concurrency())
                .sum();
        double lambda =
                line.stream().mapToDouble(l -> l.concurrency() * l.tps()).sum() / weight;
        HardCap law = new HardCap(
                lambda, top.stream().mapToDouble(Level::tps).average().orElseThrow());
        double squares = sorted.stream()
                .mapToDouble(l -> Math.pow(l.tps() - law.tps(l.concurrency()), 2))
                .sum();
        int freedom = sorted.size() - 2;
        double error = Math.sqrt(squares / freedom);
        return new LawFit(
                law,
                List.of(
                        new Coefficient("lambda", lambda, error / Math.sqrt(weight), freedom),
                        new Coefficient("cap", law.cap(), error / Math.sqrt(top.size()), freedom)),
                squares,
                sorted.size());
    }
}
