// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.forks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.messkit.results.log.Rules;

/**
 * What differs between forks: ln TPS = level of service and cell + effect of the service's fork + rest. The variance is pooled
 * over cells, and over services where Bartlett's test (1 %) does not tell them apart. Of two or three forks that test sees little: a
 * restless service among quiet ones passes it. So each service has the pool that makes its intervals wider, its own or the common one.
 *
 * @implNote The rest is taken from the cells themselves, not from batches within a window: what differs from fork to fork in
 *     one cell alone is then in the interval too.
 */
public final class ForkModel {
    private static final double DIFFERENT = Rules.FORKS_DIFFER.value();

    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<String, Pool> pools = new HashMap<>();
    private final boolean pooled;

    /**
     * A measured cell in a fork.
     *
     * @param service whose forks they are
     * @param cell what is the same over forks: payload and level
     * @param fork number of the fork
     * @param tps greater than 0
     */
    public record Observation(String service, String cell, int fork, double tps) {}

    private ForkModel(List<Observation> observations) {
        for (Observation o : observations) {
            services.computeIfAbsent(o.service(), s -> new Service()).add(o);
        }
        services.values().forEach(Service::estimate);
        List<Service> forked =
                services.values().stream().filter(s -> s.forkFreedom() > 0).toList();
        pooled = alike(forked);
        Optional<Pool> common = pooled && !forked.isEmpty() ? Optional.of(pool(forked)) : Optional.empty();
        services.forEach((name, service) -> {
            if (service.forkFreedom() > 0) {
                Pool own = pool(List.of(service));
                pools.put(
                        name,
                        common.filter(c -> c.halfWidth() >= own.halfWidth()).orElse(own));
            }
        });
    }

    /** Estimates from the measured cells of a run. */
    public static ForkModel of(List<Observation> observations) {
        return new ForkModel(observations);
    }

    /** Whether services are not told apart by their variance. */
    public boolean pooled() {
        return pooled;
    }

    /** A cell's mean with its variance; empty if the service has a single fork, or the cell none. */
    public Optional<LogMean> mean(String service, String cell) {
        return Optional.ofNullable(pools.get(service))
                .flatMap(pool -> Optional.ofNullable(services.get(service).cells.get(cell))
                        .map(forks -> new LogMean(average(forks), forks.size(), pool)));
    }

    private static Pool pool(List<Service> services) {
        double forkSquares = 0;
        double forkFreedom = 0;
        double ownSquares = 0;
        double ownFreedom = 0;
        double cells = 0;
        for (Service s : services) {
            forkSquares += s.forkSquares;
            forkFreedom += s.forkFreedom();
            ownSquares += s.ownSquares;
            ownFreedom += s.ownFreedom();
            cells += s.cellsPerFork() / services.size();
        }
        return Pool.of(forkSquares, forkFreedom, ownSquares, ownFreedom, cells);
    }

    /** Bartlett's test of equal variances of the forks' effects. */
    private static boolean alike(List<Service> services) {
        int k = services.size();
        if (k < 2) {
            return true;
        }
        double freedom = 0;
        double squares = 0;
        double logs = 0;
        double inverses = 0;
        for (Service s : services) {
            double f = s.forkFreedom();
            freedom += f;
            squares += s.forkSquares;
            logs += f * Math.log(Math.max(s.forkSquares / f, Double.MIN_NORMAL));
            inverses += 1 / f;
        }
        if (squares == 0) {
            return true;
        }
        double correction = 1 + (inverses - 1 / freedom) / (3 * (k - 1));
        double statistic = (freedom * Math.log(squares / freedom) - logs) / correction;
        return 1 - new ChiSquaredDistribution(k - 1).cumulativeProbability(statistic) >= DIFFERENT;
    }

    private static double average(Map<Integer, Double> forks) {
        return forks.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    /** One service's cells, and the sums of squares that they give. */
    private static final class Service {
        private final Map<String, Map<Integer, Double>> cells = new LinkedHashMap<>();
        private final Set<Integer> forks = new LinkedHashSet<>();
        private int observations;
        private double forkSquares;
        private double ownSquares;

        void add(Observation o) {
            if (!(o.tps() > 0)) {
                throw new IllegalArgumentException("tps must be greater than 0, got: " + o);
            }
            cells.computeIfAbsent(o.cell(), c -> new LinkedHashMap<>()).put(o.fork(), Math.log(o.tps()));
            forks.add(o.fork());
            observations++;
        }

        void estimate() {
            Map<Integer, List<Double>> residuals = new LinkedHashMap<>();
            for (Map<Integer, Double> cell : cells.values()) {
                double mean = average(cell);
                cell.forEach((fork, ln) ->
                        residuals.computeIfAbsent(fork, f -> new ArrayList<>()).add(ln - mean));
            }
            for (List<Double> fork : residuals.values()) {
                double effect =
                        fork.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
                forkSquares += effect * effect;
                ownSquares += fork.stream()
                        .mapToDouble(r -> (r - effect) * (r - effect))
                        .sum();
            }
        }

        double forkFreedom() {
            return forks.size() - 1;
        }

        double ownFreedom() {
            return Math.max(0, observations - cells.size() - forkFreedom());
        }

        double cellsPerFork() {
            return (double) observations / forks.size();
        }
    }
}
