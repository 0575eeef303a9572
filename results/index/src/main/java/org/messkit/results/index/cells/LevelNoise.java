// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.cells;

import java.util.List;
import java.util.Optional;
import org.messkit.results.index.curve.Curve;
import org.messkit.results.index.forks.ForkModel;
import org.messkit.results.index.forks.LogMean;
import org.messkit.results.index.forks.Pool;
import org.messkit.results.index.law.Noise;
import org.messkit.results.log.Cell;

/** By how much the levels of a curve err against each other. What all levels of a fork share moves the curve as a whole, and bends no law. */
public final class LevelNoise {
    private LevelNoise() {}

    /** Of the curve of a service and payload; empty where levels have a single fork, or forks a single cell. */
    public static Optional<Noise> of(ForkModel forks, Cell.Service service, Cell.Payload payload, Curve curve) {
        List<LogMean> means = curve.points().stream()
                .flatMap(p -> forks.mean(service.name(), Points.key(payload, p.concurrency())).stream())
                .toList();
        if (means.size() < curve.points().size()) {
            return Optional.empty();
        }
        Pool pool = means.get(0).pool();
        double variance = means.stream()
                .mapToDouble(mean -> pool.own() / mean.forks())
                .average()
                .orElseThrow();
        return variance > 0 && pool.ownDegreesOfFreedom() > 0
                ? Optional.of(new Noise(variance, pool.ownDegreesOfFreedom()))
                : Optional.empty();
    }
}
