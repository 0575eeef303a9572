// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.messkit.results.log.Rules;

/**
 * Fits every law to a curve's levels and chooses by {@link LawFit#aic}, with what forks tell of the noise. Refuses where a law would say
 * more than the levels do. Thread-safe.
 */
public final class Laws {
    /** Fewer levels hardly tell one law from another. */
    public static final int LEAST_LEVELS = Rules.LEAST_LEVELS.count();

    /** Residual error as a share of TPS above which no law is shown. */
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
     * @param noise how much levels err; empty where forks do not tell
     * @param levels that they were fitted to
     */
    public record Chosen(List<LawFit> fits, Optional<Noise> noise, List<Level> levels) implements Result {
        /** Copies. */
        public Chosen {
            fits = List.copyOf(fits);
            levels = List.copyOf(levels);
        }

        /** How sure the concurrency of the Universal Scalability Law's peak is, chosen or not. Computed anew by each call. */
        public PeakInterval peak() {
            return PeakInterval.ofConcurrency(levels, universal().squares());
        }

        /** How sure its TPS are. Computed anew by each call, in milliseconds. */
        public PeakInterval peakTps() {
            return PeakInterval.ofTps(levels, universal().squares());
        }

        /** The law of least criterion. */
        public LawFit best() {
            return fits.get(0);
        }

        /**
         * Laws that the levels do not tell from the best: within 2 of its criterion, or with residuals that the noise between forks explains
         * (F test, 5 %). Without forks the few residuals are all that is known of the noise, and more than 2 is nothing.
         */
        public List<LawFit> rivals() {
            return fits.stream().skip(1).filter(this::isPossible).toList();
        }

        private boolean isPossible(LawFit fit) {
            double behind = fit.aic(noise) - best().aic(noise);
            return noise.isPresent()
                    ? behind < Rules.TOLD_APART.value() || fit.probability(noise.get()) >= Rules.UNLIKELY.value()
                    : behind < Rules.TOLD_APART_ALONE.value();
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
     * @param noise how much levels err; empty for single forks
     */
    public static Result fit(List<Level> levels, Optional<Noise> noise) {
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
        // Where no law leaves so little, levels err in a way that all forks share, and the residuals must tell of it.
        Optional<Noise> explained =
                noise.filter(n -> fits.stream().anyMatch(fit -> fit.probability(n) >= Rules.UNLIKELY.value()));
        fits.sort(Comparator.comparingDouble(fit -> fit.aic(explained)));
        double error = fits.get(0).residualError();
        if (error > POOREST_FIT) {
            return new Refused(String.format(
                    java.util.Locale.ROOT,
                    "no law fits: the best, %s, leaves a residual error of %.0f %% of TPS, more than %.0f %%",
                    fits.get(0).law().label(),
                    100 * error,
                    100 * POOREST_FIT));
        }
        return new Chosen(fits, explained, levels);
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
        double lambda = geometricMean(line.stream().mapToDouble(l -> l.tps() / l.concurrency()));
        HardCap law = new HardCap(lambda, geometricMean(top.stream().mapToDouble(Level::tps)));
        double squares = sorted.stream()
                .mapToDouble(l -> Math.pow(Math.log(l.tps() / law.tps(l.concurrency())), 2))
                .sum();
        int freedom = sorted.size() - 2;
        double error = Math.sqrt(squares / freedom);
        return new LawFit(
                law,
                List.of(
                        new Coefficient("lambda", lambda, lambda * error / Math.sqrt(line.size()), freedom),
                        new Coefficient("cap", law.cap(), law.cap() * error / Math.sqrt(top.size()), freedom)),
                squares,
                sorted.size());
    }

    private static double geometricMean(DoubleStream values) {
        return Math.exp(values.map(Math::log).average().orElseThrow());
    }
}
