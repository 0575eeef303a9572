// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.messkit.loads.ClosedLoad;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.profile.Profile;
import org.messkit.results.series.Interval;
import org.messkit.results.series.Quantiles;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.process.Jvm;
import org.messkit.testnodes.controller.run.Companion;
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
    private final List<Part> parts = new ArrayList<>();
    private final Map<Integer, String> recordings = new HashMap<>();
    /** By step, why it does not count though it is valid. */
    private final Map<Integer, String> troubles = new HashMap<>();
    /** Processes that a profiler was not surely taken from: what they do from then on is neither with it nor without. */
    private final Set<ProcessHandle> spoilt = new HashSet<>();

    private final Map<Jvm, Sampler> samplers = new HashMap<>();

    /** One service, JVM and payload; without steps where no level is known. */
    private record Part(Plan.Visit visit, Payload payload, List<Plan.Step> steps) {
        int concurrency() {
            return steps.isEmpty() ? 0 : steps.get(0).load().concurrency();
        }
    }

    /**
     * Prepares; nothing is started or written yet.
     *
     * @param scenario of one fork; its services, JVMs and payloads; its levels count for the warm-up alone
     * @param level of a service and payload, at least 1; empty where none is known, and then it is not loaded
     * @param folder of the profile
     */
    public ProfiledLoad(
            Scenario scenario, BiFunction<ServiceName, Payload, OptionalInt> level, long seed, Path folder) {
        this.folder = folder;
        List<Plan.Visit> visits = new ArrayList<>();
        int id = 0;
        for (Plan.Visit visit : Plan.of(scenario, seed).visits()) {
            List<Plan.Step> all = new ArrayList<>();
            for (Payload payload : scenario.payloads()) {
                OptionalInt closed = level.apply(visit.service(), payload);
                List<Plan.Step> steps = new ArrayList<>();
                for (int i = 0; i < CELLS && closed.isPresent(); i++) {
                    steps.add(new Plan.Step(++id, payload, new ClosedLoad(closed.getAsInt())));
                    if (isSampled(i)) {
                        recordings.put(id, "recordings/load-" + id + ".jfr");
                    }
                }
                parts.add(new Part(visit, payload, steps));
                all.addAll(steps);
            }
            visits.add(visit.of(all));
        }
        plan = new Plan(scenario, seed, visits);
    }

    /** Without, under, under, without, and so on, after the first. */
    private static boolean isSampled(int cell) {
        return cell > 0 && cell / 2 % 2 == 1;
    }

    /** What is to be run, with this as its companion; without cells where no level is known. */
    public Plan plan() {
        return plan;
    }

    @Override
    public void before(Plan.Visit visit, Plan.Step step, ProcessHandle service) {
        String recording = recordings.get(step.id());
        if (spoilt.contains(service)) {
            troubles.put(step.id(), "the profiler failed before and may still be on");
            return;
        }
        if (recording == null || !service.isAlive()) {
            return;
        }
        try {
            Path file = folder.resolve(recording);
            Files.createDirectories(file.getParent());
            sampler(visit.jvm()).start(service, visit.jvm(), file);
        } catch (IOException e) {
            spoilt(step, service, e);
        }
    }

    private void spoilt(Plan.Step step, ProcessHandle service, IOException e) {
        troubles.put(step.id(), "not sampled, " + e.getMessage());
        spoilt.add(service);
    }

    @Override
    public Cell after(Plan.Visit visit, Plan.Step step, ProcessHandle service, Cell cell) {
        String recording = recordings.get(step.id());
        if (recording != null && service.isAlive() && !troubles.containsKey(step.id())) {
            try {
                sampler(visit.jvm()).stop(service, visit.jvm(), folder.resolve(recording));
            } catch (IOException e) {
                spoilt(step, service, e);
            }
        }
        if (cell.outcome() != Outcome.MEASURED) {
            return cell;
        }
        String trouble = troubles.get(step.id());
        String plain = recording == null ? "without the profiler, beside cells under it" : "under it: " + recording;
        String reason = trouble == null ? plain : trouble;
        return cell.withOutcome(Outcome.PROFILED, reason);
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
        return parts.stream().map(part -> loaded(part, byId)).toList();
    }

    private Profile.Loaded loaded(Part part, Map<Integer, Cell> cells) {
        if (part.steps().isEmpty()) {
            return failed(part, "no level of it was measured in the calibration");
        }
        List<Cell> without = new ArrayList<>();
        List<String> sampled = new ArrayList<>();
        List<Double> slower = new ArrayList<>();
        Optional<String> failure = Optional.empty();
        for (int i = 1; i < CELLS; i += 2) {
            Plan.Step plain = part.steps().get(isSampled(i) ? i + 1 : i);
            Plan.Step under = part.steps().get(isSampled(i) ? i : i + 1);
            Optional<String> why = failure(plain, cells).or(() -> failure(under, cells));
            failure = failure.isPresent() ? failure : why;
            if (why.isEmpty()) {
                without.add(cells.get(plain.id()));
                sampled.add(recordings.get(under.id()));
                slower.add(Math.log(tps(cells.get(plain.id())) / tps(cells.get(under.id()))));
            }
        }
        if (slower.size() < FEWEST_PAIRS) {
            return failed(part, failure.orElseThrow());
        }
        Interval cost = Interval.ofRatios(
                slower.stream().mapToDouble(Double::doubleValue).toArray());
        return new Profile.Loaded(
                part.visit().service().toString(),
                part.payload().bytes(),
                part.visit().jvm().version(),
                part.concurrency(),
                Quantiles.of(without.stream().mapToDouble(ProfiledLoad::tps).toArray(), 0.5),
                processorMicros(without),
                new Profile.Bounds(cost.estimate() - 1, cost.low() - 1, cost.high() - 1),
                sampled,
                failure.map(why -> sampled.size() + " of " + PAIRS + " pairs count: " + why)
                        .orElse(""));
    }

    private static Profile.Loaded failed(Part part, String why) {
        return Profile.Loaded.failed(
                part.visit().service().toString(),
                part.payload().bytes(),
                part.visit().jvm().version(),
                part.concurrency(),
                why);
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
    private Optional<String> failure(Plan.Step step, Map<Integer, Cell> cells) {
        Cell cell = cells.get(step.id());
        if (cell == null) {
            return Optional.of("the run ended before cell " + step.id());
        }
        String of = "cell " + cell.id() + ": ";
        if (cell.outcome() != Outcome.PROFILED) {
            return Optional.of(of + cell.outcome().label() + " (" + cell.reason() + ")");
        }
        return Optional.ofNullable(troubles.get(cell.id())).map(why -> of + why);
    }
}
