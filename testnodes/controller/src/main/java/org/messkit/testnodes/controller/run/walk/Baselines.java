// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.walk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.messkit.loads.ClosedLoad;
import org.messkit.results.index.compare.SameRelease;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Expectation;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunReader;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.controller.scenario.element.Expect;

/** Makes a scenario's expectations ready for a run: what is expected of a baseline becomes a number per level. */
public final class Baselines {
    private Baselines() {}

    /**
     * The expectations of a plan.
     *
     * @throws IllegalArgumentException in one line for the user, if a baseline cannot be read or lacks a level that it is to be held
     *     against
     */
    public static List<Expectation> resolve(Plan plan) {
        List<Expectation> resolved = new ArrayList<>();
        for (Expect expect : plan.scenario().expectations()) {
            if (expect.baseline().isEmpty()) {
                resolved.add(expect.expectation());
            } else {
                resolved.addAll(against(read(expect.baseline().get()), expect.expectation(), plan));
            }
        }
        return resolved;
    }

    private static Run read(String folder) {
        try {
            Run run = RunReader.read(Path.of(folder).toAbsolutePath());
            if (!run.problems().isEmpty()) {
                throw new IOException(
                        run.folder() + ": " + run.problems().get(0).text());
            }
            return run;
        } catch (IOException e) {
            throw new IllegalArgumentException("baseline: " + e.getMessage(), e);
        }
    }

    private static List<Expectation> against(Run baseline, Expectation ratio, Plan plan) {
        List<Expectation> limits = new ArrayList<>();
        for (Plan.Visit visit : plan.visits()) {
            for (Plan.Step step : visit.fork() == 1 ? visit.steps() : List.<Plan.Step>of()) {
                limits.addAll(limit(baseline, ratio, visit, step));
            }
        }
        if (limits.isEmpty()) {
            throw new IllegalArgumentException("baseline: no level of this scenario can be held against "
                    + baseline.info().id() + "; a share of the peak is no level of its own");
        }
        return limits;
    }

    /** Of the service of exactly that name. */
    private static OptionalDouble tps(Run baseline, Expectation level, String name) {
        Expectation same = new Expectation(
                List.of(name), level.bytes(), level.concurrency(), level.rate(), level.figure(), 0, "", level.abort());
        return baseline.cells().stream()
                .filter(cell ->
                        cell.service().name().equals(name) && same.concerns(cell) && cell.outcome() == Outcome.MEASURED)
                .map(cell -> cell.figures().map(Cell.Figures::tps).orElseThrow())
                .mapToDouble(Double::doubleValue)
                .average();
    }

    private static List<Expectation> limit(Run baseline, Expectation ratio, Plan.Visit visit, Plan.Step step) {
        OptionalInt level =
                step.load() instanceof ClosedLoad closed ? OptionalInt.of(closed.concurrency()) : OptionalInt.empty();
        OptionalDouble rate = step.load().rate().map(OptionalDouble::of).orElse(OptionalDouble.empty());
        String service = visit.name();
        boolean meant = ratio.services().contains(visit.service().toString())
                && (ratio.bytes().isEmpty()
                        || ratio.bytes().getAsInt() == step.payload().bytes())
                && (ratio.concurrency().isEmpty() || ratio.concurrency().equals(level))
                && (ratio.rate().isEmpty() || ratio.rate().equals(rate));
        if (!meant || level.isEmpty() && rate.isEmpty()) {
            return List.of();
        }
        Expectation same = new Expectation(
                List.of(service),
                OptionalInt.of(step.payload().bytes()),
                level,
                rate,
                Expectation.Figure.TPS,
                0,
                "",
                ratio.abort());
        OptionalDouble tps = tps(baseline, same, service);
        if (tps.isEmpty()) {
            // A baseline on a single JVM has the service under its plain name.
            tps = tps(baseline, same, visit.service().toString());
        }
        String jdk = "";
        if (tps.isEmpty()) {
            Optional<Cell.Service> update = SameRelease.of(
                    service, baseline.cells().stream().map(Cell::service).toList());
            tps = update.map(other -> tps(baseline, same, other.name())).orElse(OptionalDouble.empty());
            jdk = update.map(other -> ", there " + other.name()).orElse("");
        }
        if (tps.isEmpty()) {
            throw new IllegalArgumentException("baseline: " + baseline.info().id() + " has not measured " + service
                    + " with " + step.payload().bytes() + " bytes at "
                    + step.load().label());
        }
        double limit = ratio.limit() * tps.getAsDouble();
        return List.of(new Expectation(
                same.services(),
                same.bytes(),
                level,
                rate,
                Expectation.Figure.TPS,
                Math.round(limit * 10) / 10.0,
                String.format(
                        Locale.ROOT,
                        "%s of %.1f in %s%s",
                        ratio.limit(),
                        tps.getAsDouble(),
                        baseline.info().id(),
                        jdk),
                ratio.abort()));
    }
}
