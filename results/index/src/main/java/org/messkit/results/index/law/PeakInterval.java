// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.law;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;
import org.hipparchus.optim.univariate.UnivariatePointValuePair;
import org.messkit.results.log.Rules;
import org.messkit.results.series.StudentT;

/**
 * How sure the Universal Scalability Law's peak is: the 95 % interval by profile, of all peaks with which the best law leaves residuals that
 * are not surely larger. It is skewed, and where the levels do not tell that TPS ever falls it has no upper end.
 *
 * @param low lower end, of concurrency or of TPS
 * @param high upper end; infinite where it lies beyond twice the most that was measured
 * @see "D. M. Bates, D. G. Watts, Nonlinear Regression Analysis and Its Applications, Wiley 1988, section 6.1"
 */
public record PeakInterval(double low, double high) {
    private static final double TOLERANCE = 1e-9;
    private static final int EVALUATIONS = 500;

    /**
     * Of the concurrency at which TPS is greatest.
     *
     * @param levels four or more
     * @param squares of the best law, of ln TPS
     */
    static PeakInterval ofConcurrency(List<Level> levels, double squares) {
        Profile profile = new Profile(levels);
        return profile.interval(profile::ofConcurrency, 0, profile.farthest, squares);
    }

    /** Of the greatest TPS, likewise. */
    static PeakInterval ofTps(List<Level> levels, double squares) {
        Profile profile = new Profile(levels);
        double beyond = Math.log(Rules.EXTRAPOLATED.value());
        return profile.interval(profile::ofTps, profile.most - beyond, profile.most + beyond, squares);
    }

    /** The least squares of laws whose peak is given. */
    private static final class Profile {
        private final double[] n;
        private final double[] x;
        private final double farthest;
        private final double most;

        Profile(List<Level> levels) {
            n = levels.stream().mapToDouble(Level::concurrency).toArray();
            x = levels.stream().mapToDouble(l -> Math.log(l.tps())).toArray();
            farthest = Math.log(Rules.EXTRAPOLATED.value()
                    * levels.stream().mapToDouble(Level::concurrency).max().orElseThrow());
            most = Arrays.stream(x).max().orElseThrow();
        }

        /** Where the least squares reach what chance explains, on either side of the best; all in logarithms. */
        PeakInterval interval(DoubleUnaryOperator squares, double lowest, double highest, double ofBest) {
            int freedom = n.length - 3;
            double t = StudentT.quantile(0.975, freedom);
            double limit = ofBest * (1 + t * t / freedom);
            UnivariatePointValuePair best = least(squares, lowest, highest);
            if (best.getValue() > limit) {
                return new PeakInterval(Math.exp(highest), Double.POSITIVE_INFINITY);
            }
            boolean below = squares.applyAsDouble(lowest) > limit;
            boolean above = squares.applyAsDouble(highest) > limit;
            return new PeakInterval(
                    Math.exp(below ? root(squares, lowest, best.getPoint(), limit) : lowest),
                    above ? Math.exp(root(squares, best.getPoint(), highest, limit)) : Double.POSITIVE_INFINITY);
        }

        private static double root(DoubleUnaryOperator squares, double from, double to, double limit) {
            return new BracketingNthOrderBrentSolver(TOLERANCE, 5)
                    .solve(EVALUATIONS, at -> squares.applyAsDouble(at) - limit, from, to);
        }

        /** With the peak at a concurrency, by its logarithm. */
        private double ofConcurrency(double log) {
            return least(sigma -> squares(sigma, Math.exp(log), Double.NaN), 0, 1)
                    .getValue();
        }

        /** With so much TPS at the peak, by its logarithm. */
        private double ofTps(double log) {
            return least(
                            peak -> least(sigma -> squares(sigma, Math.exp(peak), log), 0, 1)
                                    .getValue(),
                            0,
                            farthest)
                    .getValue();
        }

        /** λ is what fits best, or where the greatest TPS is given what makes it so. */
        private double squares(double sigma, double peak, double greatest) {
            double kappa = (1 - sigma) / (peak * peak);
            double[] rest = new double[n.length];
            double mean = 0;
            for (int i = 0; i < n.length; i++) {
                rest[i] = x[i] - shape(sigma, kappa, n[i]);
                mean += rest[i] / n.length;
            }
            double lambda = Double.isNaN(greatest) ? mean : greatest - shape(sigma, kappa, peak);
            double squares = 0;
            for (double r : rest) {
                squares += (r - lambda) * (r - lambda);
            }
            return squares;
        }

        private static double shape(double sigma, double kappa, double n) {
            return Math.log(n / (1 + sigma * (n - 1) + kappa * n * (n - 1)));
        }

        private static UnivariatePointValuePair least(DoubleUnaryOperator of, double from, double to) {
            return new BrentOptimizer(TOLERANCE, TOLERANCE)
                    .optimize(
                            new UnivariateObjectiveFunction(of::applyAsDouble),
                            GoalType.MINIMIZE,
                            new SearchInterval(from, to),
                            new MaxEval(EVALUATIONS));
        }
    }
}
