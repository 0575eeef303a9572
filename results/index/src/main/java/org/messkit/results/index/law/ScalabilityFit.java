// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;

/**
 * Least squares for the Universal Scalability Law with σ and κ within [0, 1], and with κ = 0, on ln TPS: levels err by a share of their
 * TPS, as forks do.
 *
 * <p>The solution of a bounded problem lies inside or on a face, where some coefficients stand at their bounds. Each face is
 * solved for itself from several starts, unless a solution lies inside, and the best is kept, so that no solver's way of treating bounds matters.
 */
final class ScalabilityFit {
    private static final double[][] STARTS = {{0.01, 1e-4}, {0.1, 0.01}, {0.5, 1e-3}, {0.02, 1e-6}};
    private static final double[][] FACES = {{Double.NaN, 0}, {0, Double.NaN}, {0, 0}, {1, Double.NaN}, {1, 0}};
    private static final double TOLERANCE = 1e-14;
    private static final int EVALUATIONS = 1_000;
    private static final double NEAR = 1e-9;

    private final double[] n;
    private final double[] x;
    private final Scale scale;

    /** What residuals are of. */
    enum Scale {
        /** TPS, as published fits have it. */
        TPS,
        /** Its natural logarithm. */
        LOG
    }

    ScalabilityFit(List<Level> levels) {
        this(levels, Scale.LOG);
    }

    ScalabilityFit(List<Level> levels, Scale scale) {
        n = levels.stream().mapToDouble(Level::concurrency).toArray();
        x = levels.stream().mapToDouble(Level::tps).toArray();
        this.scale = scale;
    }

    /** A solution: λ, σ, κ and the sum of squared residuals, in the scale of the fit. */
    record Solution(double lambda, double sigma, double kappa, double squares) {
        /** Whether no coefficient stands at its bound, or so near to it that a solver may have stopped on the way there. */
        boolean inside() {
            return sigma > NEAR && sigma < 1 - NEAR && kappa > NEAR && kappa < 1 - NEAR;
        }

        UniversalScalability law() {
            return new UniversalScalability(lambda, sigma, kappa);
        }
    }

    /** The best solution over starts and faces. */
    Solution solve() {
        Solution best = null;
        List<double[]> starts = new ArrayList<>(List.of(STARTS));
        Solution transformed = quadraticTransform();
        if (transformed.inside()) {
            starts.add(new double[] {transformed.sigma(), transformed.kappa()});
        }
        for (double[] start : starts) {
            best = better(best, solve(start, new double[] {Double.NaN, Double.NaN}));
        }
        if (best == null || !best.inside()) {
            for (double[] start : starts) {
                for (double[] face : FACES) {
                    best = better(best, solve(start, face));
                }
            }
        }
        return found(best);
    }

    /**
     * The quadratic transform: λ is what the lowest level has for each request, and λN/X − 1 = σ(N−1) + κN(N−1) is solved as a linear
     * equation. It gives the lowest level more weight than its noise deserves, and so is a start alone; its coefficients may lie out of bounds.
     *
     * @see "N. J. Gunther, Guerrilla Capacity Planning, 2007, section 5"
     */
    Solution quadraticTransform() {
        int lowest = 0;
        for (int i = 1; i < n.length; i++) {
            lowest = n[i] < n[lowest] ? i : lowest;
        }
        double lambda = x[lowest] / n[lowest];
        double[][] m = new double[2][2];
        double[] r = new double[2];
        for (int i = 0; i < n.length; i++) {
            double[] of = {n[i] - 1, n[i] * (n[i] - 1)};
            for (int j = 0; j < 2; j++) {
                m[j][0] += of[j] * of[0];
                m[j][1] += of[j] * of[1];
                r[j] += of[j] * (lambda * n[i] / x[i] - 1);
            }
        }
        double determinant = m[0][0] * m[1][1] - m[0][1] * m[1][0];
        double sigma = (r[0] * m[1][1] - r[1] * m[0][1]) / determinant;
        double kappa = (r[1] * m[0][0] - r[0] * m[1][0]) / determinant;
        double squares = 0;
        double[] law = model(new double[] {lambda, sigma, kappa});
        double[] seen = target();
        for (int i = 0; i < n.length; i++) {
            squares += (seen[i] - law[i]) * (seen[i] - law[i]);
        }
        return new Solution(lambda, sigma, kappa, squares);
    }

    /** The best solution without coherency cost. */
    Solution solveAmdahl() {
        Solution best = null;
        for (double[] start : STARTS) {
            for (double sigma : new double[] {Double.NaN, 0, 1}) {
                best = better(best, solve(start, new double[] {sigma, 0}));
            }
        }
        return found(best);
    }

    /** Standard errors of λ, σ and, if asked for, κ at a solution; infinite where the levels do not determine them. */
    double[] standardErrors(Solution s, boolean withKappa) {
        int coefficients = withKappa ? 3 : 2;
        RealMatrix jacobian = jacobian(new double[] {s.lambda(), s.sigma(), s.kappa()})
                .getSubMatrix(0, n.length - 1, 0, coefficients - 1);
        double variance = s.squares() / (n.length - coefficients);
        double[] errors = new double[coefficients];
        try {
            DecompositionSolver solver = new QRDecomposition(jacobian.transposeMultiply(jacobian), 0).getSolver();
            RealMatrix inverse = solver.getInverse();
            for (int i = 0; i < coefficients; i++) {
                errors[i] = Math.sqrt(variance * inverse.getEntry(i, i));
            }
        } catch (MathRuntimeException singular) {
            Arrays.fill(errors, Double.POSITIVE_INFINITY);
        }
        return errors;
    }

    /** Solves with σ and κ held at the face's values; not a number there is a free coefficient. Null if there is none. */
    private Solution solve(double[] start, double[] face) {
        int free = 1 + (Double.isNaN(face[0]) ? 1 : 0) + (Double.isNaN(face[1]) ? 1 : 0);
        RealVector first = new ArrayRealVector(free);
        first.setEntry(0, steepest());
        int at = 1;
        for (int i = 0; i < 2; i++) {
            if (Double.isNaN(face[i])) {
                first.setEntry(at++, start[i]);
            }
        }
        try {
            Optimum optimum = new LevenbergMarquardtOptimizer()
                    .withCostRelativeTolerance(TOLERANCE)
                    .withParameterRelativeTolerance(TOLERANCE)
                    .optimize(new LeastSquaresBuilder()
                            .start(first)
                            .target(target())
                            .model(point -> values(all(point, face), face))
                            .parameterValidator(ScalabilityFit::bounded)
                            .maxEvaluations(EVALUATIONS)
                            .maxIterations(EVALUATIONS)
                            .build());
            double[] p = all(bounded(optimum.getPoint()), face);
            double cost = optimum.getCost();
            return Double.isFinite(cost) ? new Solution(p[0], p[1], p[2], cost * cost) : null;
        } catch (MathRuntimeException noSolution) {
            return null;
        }
    }

    private double steepest() {
        double steepest = 0;
        for (int i = 0; i < n.length; i++) {
            steepest = Math.max(steepest, x[i] / n[i]);
        }
        return steepest;
    }

    private static RealVector bounded(RealVector point) {
        RealVector within = point.copy();
        within.setEntry(0, Math.max(Double.MIN_NORMAL, point.getEntry(0)));
        for (int i = 1; i < point.getDimension(); i++) {
            within.setEntry(i, Math.max(0, Math.min(1, point.getEntry(i))));
        }
        return within;
    }

    private static double[] all(RealVector point, double[] face) {
        double[] all = {point.getEntry(0), face[0], face[1]};
        int at = 1;
        for (int i = 0; i < 2; i++) {
            if (Double.isNaN(face[i])) {
                all[i + 1] = point.getEntry(at++);
            }
        }
        return all;
    }

    private double[] target() {
        return scale == Scale.TPS ? x : Arrays.stream(x).map(Math::log).toArray();
    }

    private double[] model(double[] p) {
        double[] values = new double[n.length];
        for (int i = 0; i < n.length; i++) {
            double tps = p[0] * n[i] / divisor(p, n[i]);
            values[i] = scale == Scale.TPS ? tps : Math.log(tps);
        }
        return values;
    }

    private static double divisor(double[] p, double n) {
        return 1 + p[1] * (n - 1) + p[2] * n * (n - 1);
    }

    private Pair<RealVector, RealMatrix> values(double[] p, double[] face) {
        RealMatrix whole = jacobian(p);
        RealMatrix free = whole.getColumnMatrix(0);
        for (int i = 0; i < 2; i++) {
            free = Double.isNaN(face[i]) ? beside(free, whole.getColumn(i + 1)) : free;
        }
        return new Pair<>(new ArrayRealVector(model(p), false), free);
    }

    private static RealMatrix beside(RealMatrix left, double[] column) {
        RealMatrix wider = MatrixUtils.createRealMatrix(left.getRowDimension(), left.getColumnDimension() + 1);
        wider.setSubMatrix(left.getData(), 0, 0);
        wider.setColumn(left.getColumnDimension(), column);
        return wider;
    }

    /** Derivatives of X(N), or of its logarithm, by λ, σ and κ. */
    private RealMatrix jacobian(double[] p) {
        double[][] rows = new double[n.length][];
        for (int i = 0; i < n.length; i++) {
            double d = divisor(p, n[i]);
            double tps = scale == Scale.TPS ? p[0] * n[i] / d : 1;
            rows[i] = new double[] {tps / p[0], -tps * (n[i] - 1) / d, -tps * n[i] * (n[i] - 1) / d};
        }
        return MatrixUtils.createRealMatrix(rows);
    }

    private static Solution better(Solution one, Solution other) {
        // Strictly: of equal solutions the one with more free coefficients came first and is kept.
        return one == null || other != null && other.squares() < one.squares() ? other : one;
    }

    private static Solution found(Solution best) {
        if (best == null) {
            throw new ArithmeticException("no start led to a solution");
        }
        return best;
    }
}
