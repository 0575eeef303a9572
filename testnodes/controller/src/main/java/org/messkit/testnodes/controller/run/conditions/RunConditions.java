// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.conditions;

import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.messkit.loads.ClosedLoad;
import org.messkit.results.log.Expectation;
import org.messkit.results.log.RunInfo;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.controller.scenario.Scenario;
import org.messkit.testnodes.controller.scenario.element.Budget;
import org.messkit.testnodes.controller.scenario.element.Limits;
import org.messkit.testnodes.controller.scenario.element.Placed;
import org.messkit.testnodes.controller.scenario.element.ServiceJvm;
import org.messkit.testnodes.controller.scenario.element.StoreElement;
import org.messkit.testnodes.controller.scenario.element.TestNodeJvm;
import org.messkit.testnodes.controller.scenario.element.Timing;
import org.messkit.usecases.UseCases;

/** What a run says of the conditions of its cells. */
public final class RunConditions {
    /** How the property of a service begins that asks for a level. */
    public static final String DURABILITY = "messkit.store.durability=";

    private RunConditions() {}

    /** What a reader must know to read the figures. */
    public static List<String> notes(Plan plan, JvmSettings service) {
        List<String> notes = new ArrayList<>();
        if (plan.scenario().timing().steady().isEmpty()) {
            notes.add(
                    "Steadiness not tested: the warm-up is a fixed time, so a figure may be of a service that still got"
                            + " faster.");
        }
        if (plan.scenario().budget().precision().isPresent()) {
            notes.add(
                    "Services get forks until their figures are precise enough: intervals from so many forks are a little"
                            + " narrower than the truth.");
        }
        if (plan.scenario().limits().otherWork()) {
            notes.add("Other work on the TestNode's cores was accepted: a figure may be lower than the service's own.");
        }
        if (service.cores().size() == 1) {
            notes.add("Each service had one core: nothing here tells how it scales over cores, nor about locks.");
        }
        if (plan.scenario().timing().forks() == 1) {
            notes.add(
                    "One fork: each service was one process, so how far processes differ, and drift over the run, cannot be"
                            + " told from differences between services.");
        }
        notes.addAll(plan.scenario().doubts());
        if (plan.scenario().loads().has(ClosedLoad.KIND)) {
            notes.add(
                    "Service times of closed load show no stalls that a schedule of requests would: while a service stalls,"
                            + " nobody asks it.");
        }
        return notes;
    }

    /** The conditions of all cells. */
    public static Map<String, String> settings(Plan plan, JvmSettings service, JvmSettings node) {
        Scenario scenario = plan.scenario();
        Placed placed = new Placed(service, node);
        Map<String, String> settings = new LinkedHashMap<>();
        scenario.loads()
                .kinds()
                .forEach(element -> settings.put(
                        element.kind().model() + " load", element.kind().describe(element.loads())));
        settings.put(
                ServiceJdks.NAME, ServiceJdks.versions(scenario.serviceJvm().jvms()));
        settings.putAll(ServiceJvm.ELEMENT.facts(scenario.serviceJvm(), placed));
        if (scenario.services().stream()
                .anyMatch(name -> UseCases.named(name.useCase()).isStateful())) {
            settings.put("durability", durability(scenario));
            settings.putAll(StoreElement.ELEMENT.facts(scenario.workload(), placed));
        }
        Home.moreCases().ifPresent(path -> settings.put("test cases", "of the user's own: " + fileNames(path)));
        settings.putAll(TestNodeJvm.ELEMENT.facts(scenario.testNodeJvm(), placed));
        settings.putAll(Timing.ELEMENT.facts(scenario.timing(), placed));
        settings.putAll(Budget.ELEMENT.facts(scenario.budget(), placed));
        settings.putAll(Limits.ELEMENT.facts(scenario.limits(), placed));
        settings.put(
                "order",
                (scenario.timing().forks() > 1 ? "services A-B-B-A over forks" : "services as listed")
                        + (scenario.loads().rising()
                                ? ", levels rising, each if the one below it held"
                                : ", cells of a service drawn from seed " + plan.seed()));
        return settings;
    }

    /** What the stores of all services are asked for: one level, or their figures could not stand side by side. */
    public static String durability(Scenario scenario) {
        return scenario.serviceJvm().properties().stream()
                .filter(property -> property.startsWith(DURABILITY))
                .map(property -> property.substring(DURABILITY.length()))
                .findFirst()
                .orElse("process");
    }

    /** What is written of a run before it begins. */
    public static RunInfo ofRun(
            Path folder, Plan plan, JvmSettings service, JvmSettings node, List<Expectation> expectations) {
        return new RunInfo(
                folder.getFileName().toString(),
                plan.scenario().name(),
                plan.scenario().goal(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                plan.seed(),
                plan.cells(),
                notes(plan, service),
                settings(plan, service, node),
                expectations);
    }

    /** What is true of a run that goes on. */
    public static RunInfo resumed(RunInfo info, int kept) {
        List<String> notes = new ArrayList<>(info.notes());
        notes.add("The run was interrupted after " + kept + " cells and went on at "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS)
                + ": a service whose cells were not done then went on in another process, counted as the same fork.");
        return new RunInfo(
                info.id(),
                info.scenario(),
                info.goal(),
                info.start(),
                info.seed(),
                info.cells(),
                notes,
                info.settings(),
                info.expectations());
    }

    /** Without folders, which are of this machine. */
    private static String fileNames(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .map(path -> Path.of(path).getFileName().toString())
                .collect(Collectors.joining(" "));
    }
}
