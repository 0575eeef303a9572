// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.messkit.services.spi.ServiceName;
import org.messkit.usecases.Payload;

/**
 * What a run will do, in its order: per fork every service once, the services of even forks in reverse (A-B-B-A), each
 * service's cells in an order drawn from the seed.
 *
 * @param scenario what it was made from
 * @param seed of the order and of all payloads
 * @param visits one per service and fork
 */
public record Plan(Scenario scenario, long seed, List<Visit> visits) {
    private static final Duration START = Duration.ofSeconds(3);
    private static final Duration BETWEEN = Duration.ofMillis(400);

    /** Copies. */
    public Plan {
        visits = List.copyOf(visits);
    }

    /**
     * A fresh service process and its cells.
     *
     * @param fork from 1
     */
    public record Visit(ServiceName service, int fork, List<Step> steps) {
        /** Copies. */
        public Visit {
            steps = List.copyOf(steps);
        }
    }

    /**
     * One cell.
     *
     * @param id from 1 in the order of the run
     */
    public record Step(int id, Payload payload, int concurrency) {}

    /** Makes the plan of a scenario; the seed is used where the scenario has none. */
    public static Plan of(Scenario scenario, long freshSeed) {
        long seed = scenario.seed().orElse(freshSeed);
        Random random = new Random(seed);
        List<Visit> visits = new ArrayList<>();
        int id = 0;
        for (int fork = 1; fork <= scenario.timing().forks(); fork++) {
            List<ServiceName> services = new ArrayList<>(scenario.services());
            if (fork % 2 == 0) {
                Collections.reverse(services);
            }
            for (ServiceName service : services) {
                List<Step> steps = new ArrayList<>();
                for (Step step : shuffled(scenario, random)) {
                    steps.add(new Step(++id, step.payload(), step.concurrency()));
                }
                visits.add(new Visit(service, fork, steps));
            }
        }
        return new Plan(scenario, seed, visits);
    }

    /** Number of cells. */
    public int cells() {
        return visits.stream().mapToInt(visit -> visit.steps().size()).sum();
    }

    /** How long it will take, starts and gaps estimated. */
    public Duration duration() {
        return visits.stream().map(this::duration).reduce(Duration.ZERO, Duration::plus);
    }

    /** How long one visit will take. */
    public Duration duration(Visit visit) {
        return START.plus(scenario.timing().warmup())
                .plus(cellDuration().multipliedBy(visit.steps().size()));
    }

    /** How long one cell will take. */
    public Duration cellDuration() {
        return scenario.timing().settle().plus(scenario.timing().window()).plus(BETWEEN);
    }

    private static List<Step> shuffled(Scenario scenario, Random random) {
        List<Step> steps = new ArrayList<>();
        for (Payload payload : scenario.payloads()) {
            scenario.concurrency().forEach(level -> steps.add(new Step(0, payload, level)));
        }
        Collections.shuffle(steps, random);
        return steps;
    }
}
