// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.messkit.loads.Load;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.process.Jvm;
import org.messkit.testnodes.controller.scenario.element.Steady;
import org.messkit.testnodes.controller.scenario.element.Timing;
import org.messkit.usecases.Payload;

/**
 * What a run will do, in its order: per fork every service once on each JVM, those of even forks in reverse (A-B-B-A), each
 * service's cells in an order drawn from the seed, or payload by payload with rising levels. Where the scenario has an anchor,
 * each visit ends with a repetition of its first cell. After the first fork comes the null service, unless it is among the services.
 *
 * @param scenario what it was made from
 * @param seed of the order and of all payloads
 * @param visits one per service and fork
 */
public record Plan(Scenario scenario, long seed, List<Visit> visits) {
    private static final Duration START = Duration.ofSeconds(3);
    private static final Duration SLICE = Duration.ofMillis(2500);
    private static final Duration LONGEST_REST = Duration.ofSeconds(15);
    private static final Duration BETWEEN = Duration.ofMillis(400);

    /** Copies. */
    public Plan {
        visits = List.copyOf(visits);
    }

    /**
     * A fresh service process and its cells.
     *
     * @param name in results: the service's, and the JVM's where the run has several
     * @param jvm that the process runs on
     * @param fork from 1
     */
    public record Visit(ServiceName service, String name, Jvm jvm, int fork, List<Step> steps) {
        /** Copies. */
        public Visit {
            steps = List.copyOf(steps);
        }

        /** The same with other steps. */
        public Visit of(List<Step> others) {
            return new Visit(service, name, jvm, fork, others);
        }
    }

    /**
     * One cell.
     *
     * @param id from 1 in the order of the run
     * @param repeats the id of the cell that this one repeats; 0 for none
     */
    public record Step(int id, Payload payload, Load load, int repeats) {
        /** One that repeats none. */
        public Step(int id, Payload payload, Load load) {
            this(id, payload, load, 0);
        }
    }

    /** Makes the plan of a scenario; the seed is used where the scenario has none. */
    public static Plan of(Scenario scenario, long freshSeed) {
        long seed = scenario.seed().orElse(freshSeed);
        Random random = new Random(seed);
        List<Visit> visits = new ArrayList<>();
        int id = 0;
        List<Jvm> jvms = scenario.serviceJvm().jvms();
        for (int fork = 1; fork <= scenario.timing().forks(); fork++) {
            List<Visit> round = round(scenario, jvms, fork);
            if (fork % 2 == 0) {
                Collections.reverse(round);
            }
            for (Visit visit : round) {
                List<Step> steps = new ArrayList<>();
                for (Step step : shuffled(scenario, visit.service(), random)) {
                    steps.add(new Step(++id, step.payload(), step.load()));
                }
                if (scenario.timing().anchored() && steps.size() > 1) {
                    Step first = steps.get(0);
                    steps.add(new Step(++id, first.payload(), first.load(), first.id()));
                }
                visits.add(visit.of(steps));
            }
            if (fork == 1) {
                List<Step> ceiling = Ceiling.steps(scenario, id);
                if (!ceiling.isEmpty()) {
                    id += ceiling.size();
                    visits.add(new Visit(Ceiling.SERVICE, Ceiling.SERVICE.toString(), jvms.get(0), fork, ceiling));
                }
            }
        }
        return new Plan(scenario, seed, visits);
    }

    /** Every service on each JVM, the JVMs of a service next to each other. */
    private static List<Visit> round(Scenario scenario, List<Jvm> jvms, int fork) {
        List<Visit> round = new ArrayList<>();
        for (ServiceName service : scenario.services()) {
            for (Jvm jvm : jvms) {
                String name = jvms.size() == 1 ? service.toString() : service + " on JDK " + jvm.version();
                round.add(new Visit(service, name, jvm, fork, List.of()));
            }
        }
        return round;
    }

    /** Which fork a visit is, in words for the user; nothing where there is one alone. */
    public String fork(Visit visit) {
        return scenario.timing().forks() > 1 ? ", fork " + visit.fork() : "";
    }

    /** Number of cells. */
    public int cells() {
        return visits.stream().mapToInt(visit -> visit.steps().size()).sum();
    }

    /** How long it will take, starts and gaps estimated. */
    public Duration duration() {
        return duration(visits);
    }

    /** How long it will take at most: no longer than the budget, if there is one. */
    public Duration limit() {
        return scenario.budget()
                .time()
                .filter(time -> time.compareTo(duration()) < 0)
                .orElseGet(this::duration);
    }

    /** How long some visits will take. */
    public Duration duration(List<Visit> some) {
        return some.stream().map(this::duration).reduce(Duration.ZERO, Duration::plus);
    }

    /** How long one visit will take; at most, where it waits for a steady state. */
    public Duration duration(Visit visit) {
        return visit.steps().stream().map(this::duration).reduce(START.plus(warmUp(visit)), Duration::plus);
    }

    /** How a service is waited for; the rig's ceiling is not: too low a bound raises a doubt too many, and hides none. */
    public Optional<Steady> steady(Visit visit) {
        ServiceName service = visit.service();
        boolean ceiling = Ceiling.asksNothing(service) && service.technology().equals(Ceiling.SERVICE.technology());
        return ceiling ? Optional.empty() : scenario.timing().steady();
    }

    /** How long a service is under load before its first cell; at most, where it is waited for a steady state. */
    public Duration warmUp(Visit visit) {
        Timing timing = scenario.timing();
        // The last turn begins before the cap and ends after it.
        Duration turn = SLICE.multipliedBy(scenario.payloads().size());
        return timing.warmup()
                .plus(steady(visit).map(steady -> steady.cap().plus(turn)).orElse(compilersRest()));
    }

    /** How long a service's compilers are waited for after its warm-up, at most, where no steady state is. */
    public Duration compilersRest() {
        Duration warmup = scenario.timing().warmup();
        return warmup.compareTo(LONGEST_REST) < 0 ? warmup : LONGEST_REST;
    }

    /** How long one cell will take. */
    public Duration duration(Step step) {
        return step.load()
                .ramp()
                .plus(scenario.timing().settle())
                .plus(window(step))
                .plus(BETWEEN);
    }

    /** What a cell measures. */
    public Duration window(Step step) {
        return step.load().window().orElse(scenario.timing().window());
    }

    /** Cells in an order drawn by chance unless levels are to rise; those that need the closed ones' peak after them. */
    private static List<Step> shuffled(Scenario scenario, ServiceName service, Random random) {
        List<Step> steps = new ArrayList<>();
        List<Step> afterPeak = new ArrayList<>();
        for (Payload payload : scenario.payloads()) {
            for (Load load : scenario.loads().of(service, payload)) {
                (load.needsPeak() ? afterPeak : steps).add(new Step(0, payload, load));
            }
        }
        if (!scenario.loads().rising()) {
            Collections.shuffle(steps, random);
        }
        Collections.shuffle(afterPeak, random);
        steps.addAll(afterPeak);
        return steps;
    }
}
