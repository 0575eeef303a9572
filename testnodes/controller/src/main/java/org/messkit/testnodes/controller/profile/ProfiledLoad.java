// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import java.util.stream.Collectors;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.profile.Profile;
import org.messkit.results.series.Interval;
import org.messkit.results.series.Quantiles;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.process.Jvm;
import org.messkit.testnodes.controller.run.Companion;
import org.messkit.testnodes.controller.scenario.Level;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.controller.scenario.Scenario;
import org.messkit.usecases.Payload;

/**
 * A run whose services are sampled: cells under the profiler and cells without, in turn against one warm process, so that what the
 * profiler costs is known. Every cell must hold the proofs of any other; none of them enters an index. Not thread-safe.
 */
public final class ProfiledLoad implements Companion {
    static final int PAIRS = 6;
    /** Of a payload at its level: one to get used to it, and the pairs. */
    static final int CELLS = 1 + 2 * PAIRS;

    private static final int FEWEST_PAIRS = 2;

    private final Plan plan;
    private final Path folder;
    private final Map<Integer, String> recordings;
    private final Map<Jvm, Sampler> samplers = new HashMap<>();

    /**
     * Prepares; nothing is started or written yet.
     *
     * @param scenario of one fork; its services, JVMs and payloads, each once at one level
     * @param level of a service and payload, at least 1
     * @param folder of the profile
     */
    public ProfiledLoad(Scenario scenario, ToIntBiFunction<ServiceName, Payload> level, long seed, Path folder) {
        this.folder = folder;
        List<Plan.Visit> visits = new ArrayList<>();
        int id = 0;
        for (Plan.Visit visit : Plan.of(scenario, seed).visits()) {
            List<Plan.Step> steps = new ArrayList<>();
            for (Payload payload : scenario.payloads()) {
                Level closed = new Level.Closed(level.applyAsInt(visit.service(), payload));
                for (int i = 0; i < CELLS; i++) {
                    steps.add(new Plan.Step(++id, payload, closed));
                }
            }
            visits.add(visit.of(steps));
        }
        plan = new Plan(scenario, seed, visits);
        recordings = visits.stream()
                .flatMap(visit -> visit.steps().stream())
                .map(Plan.Step::id)
                .filter(ProfiledLoad::isSampled)
                .collect(Collectors.toMap(step -> step, step -> "recordings/load-" + step + ".jfr"));
    }

    /** Without, under, under, without, and so on, after the first. */
    private static boolean isSampled(int id) {
        int within = (id - 1) % CELLS;
        return within > 0 && within / 2 % 2 == 1;
    }

    /** What is to be run, with this as its companion. */
    public Plan plan() {
        return plan;
    }

    @Override
    public void before(Plan.Visit visit, Plan.Step step, ProcessHandle service) throws IOException {
        String recording = recordings.get(step.id());
        if (recording != null) {
            Path file = folder.resolve(recording);
            Files.createDirectories(file.getParent());
            sampler(visit.jvm()).start(service, visit.jvm(), file);
        }
    }

    @Override
    public Cell after(Plan.Visit visit, Plan.Step step, ProcessHandle service, Cell cell) throws IOException {
        String recording = recordings.get(step.id());
        if (recording != null && service.isAlive()) {
            sampler(visit.jvm()).stop(service, visit.jvm(), folder.resolve(recording));
        }
        return cell.outcome() != Outcome.MEASURED
                ? cell
                : new Cell(
                        cell.id(),
                        cell.service(),
                        cell.payload(),
                        cell.load(),
                        cell.fork(),
                        Outcome.PROFILED,
                        recording == null ? "without the profiler, beside cells under it" : "under it: " + recording,
                        cell.figures());
    }

    private Sampler sampler(Jvm jvm) throws IOException {
        Sampler sampler = samplers.get(jvm);
        if (sampler == null) {
            // Its library is in use while a service lives, so that each JVM has its own.
            sampler = Sampler.find(folder.resolve("logs/profiler/" + jvm.version()), jvm);
            samplers.put(jvm, sampler);
        }
        return sampler;
    }

    /**
     * What the run saw.
     *
     * @param cells of it, in any order
     * @return services and payloads in the order of the plan; with too few valid cells, why that is
     */
    public List<Profile.Loaded> loads(List<Cell> cells) {
        Map<Integer, Cell> byId = cells.stream().collect(Collectors.toMap(Cell::id, cell -> cell));
        List<Profile.Loaded> loads = new ArrayList<>();
        for (Plan.Visit visit : plan.visits()) {
            List<Plan.Step> steps = visit.steps();
            for (int from = 0; from < steps.size(); from += CELLS) {
                loads.add(loaded(visit, steps.subList(from, from + CELLS), byId));
            }
        }
        return loads;
    }

    private Profile.Loaded loaded(Plan.Visit visit, List<Plan.Step> steps, Map<Integer, Cell> cells) {
        List<Cell> without = new ArrayList<>();
        List<String> sampled = new ArrayList<>();
        List<Double> slower = new ArrayList<>();
        Optional<String> failure = Optional.empty();
        for (int i = 1; i < CELLS; i += 2) {
            boolean firstIsSampled = isSampled(steps.get(i).id());
            Cell plain = cells.get(steps.get(firstIsSampled ? i + 1 : i).id());
            Cell under = cells.get(steps.get(firstIsSampled ? i : i + 1).id());
            failure = failure.or(() -> failure(plain)).or(() -> failure(under));
            if (failure(plain).isEmpty() && failure(under).isEmpty()) {
                without.add(plain);
                sampled.add(recordings.get(under.id()));
                slower.add(Math.log(tps(plain) / tps(under)));
            }
        }
        Plan.Step step = steps.get(0);
        int concurrency = ((Level.Closed) step.level()).concurrency();
        String service = visit.service().toString();
        String jvm = visit.jvm().version();
        if (slower.size() < FEWEST_PAIRS) {
            return Profile.Loaded.failed(service, step.payload().bytes(), jvm, concurrency, failure.orElseThrow());
        }
        Interval cost = Interval.ofRatios(
                slower.stream().mapToDouble(Double::doubleValue).toArray());
        return new Profile.Loaded(
                service,
                step.payload().bytes(),
                jvm,
                concurrency,
                Quantiles.of(without.stream().mapToDouble(ProfiledLoad::tps).toArray(), 0.5),
                processorMicros(without),
                new Profile.Bounds(cost.estimate() - 1, cost.low() - 1, cost.high() - 1),
                sampled,
                failure.map(why -> sampled.size() + " of " + PAIRS + " pairs are valid: " + why)
                        .orElse(""));
    }

    private static double tps(Cell cell) {
        return cell.figures().orElseThrow().tps();
    }

    private static double processorMicros(List<Cell> cells) {
        double seconds = 0;
        long transactions = 0;
        for (Cell cell : cells) {
            Cell.Figures figures = cell.figures().orElseThrow();
            seconds += figures.cpu().serverCores() * figures.seconds();
            transactions += figures.transactions();
        }
        return seconds * 1e6 / transactions;
    }

    /** Why a cell does not count; empty if it does. */
    private static Optional<String> failure(Cell cell) {
        if (cell == null) {
            return Optional.of("interrupted");
        }
        return cell.outcome() == Outcome.PROFILED
                ? Optional.empty()
                : Optional.of("cell " + cell.id() + ": " + cell.outcome().label() + " (" + cell.reason() + ")");
    }
}
