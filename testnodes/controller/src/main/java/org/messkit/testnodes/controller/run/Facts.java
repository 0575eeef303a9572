// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.messkit.results.log.Environment;
import org.messkit.results.log.Expectation;
import org.messkit.results.log.RunInfo;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.controller.scenario.Scenario;
import org.messkit.testnodes.monitor.Doctor;
import org.messkit.testnodes.monitor.Finding;
import org.messkit.testnodes.monitor.Machine;
import org.messkit.testnodes.monitor.MachineMonitor;
import org.messkit.usecases.UseCases;

/** What a run says about its conditions. */
final class Facts {
    /** How the property of a service begins that asks for a level. */
    static final String DURABILITY = "messkit.store.durability=";

    private Facts() {}

    /** What a reader must know to read the figures. */
    static List<String> notes(Plan plan, JvmSettings service) {
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
        if (plan.scenario().closed().any()) {
            notes.add(
                    "Service times of closed load show no stalls that a schedule of requests would: while a service stalls,"
                            + " nobody asks it.");
        }
        return notes;
    }

    /** The conditions of all cells. */
    static Map<String, String> settings(Plan plan, JvmSettings service, JvmSettings node) {
        Scenario scenario = plan.scenario();
        Map<String, String> settings = new LinkedHashMap<>();
        if (scenario.closed().any()) {
            settings.put("closed load", "one platform thread and one connection per concurrent request");
        }
        scenario.open()
                .ifPresent(open -> settings.put(
                        "open load",
                        (open.poisson() ? "Poisson" : "evenly spaced") + " arrivals over at most " + open.connections()
                                + " connections, " + open.backlog() + " may wait; "
                                + (open.ramp().isZero() ? "" : "ramp " + seconds(open.ramp()) + ", ") + "window "
                                + seconds(open.window())));
        settings.put(
                ServiceJdks.NAME, ServiceJdks.versions(scenario.serviceJvm().jvms()));
        settings.put("service cores", service.facts().get("cores"));
        settings.put("service heap", service.facts().get("heap"));
        settings.put("service collector", service.gc());
        settings.put("service threads", scenario.serviceJvm().threads() + " at most");
        if (!scenario.serviceJvm().properties().isEmpty()) {
            settings.put(
                    "service properties", String.join(" ", scenario.serviceJvm().properties()));
        }
        if (scenario.services().stream()
                .anyMatch(name -> UseCases.named(name.useCase()).isStateful())) {
            settings.put("durability", durability(scenario));
            settings.put("orders beforehand", scenario.workload().orders() + " of each payload");
            settings.put(
                    "mix",
                    scenario.workload().mix().isEmpty()
                            ? "the use case's own"
                            : scenario.workload().mix());
        }
        settings.put("TestNode cores", node.facts().get("cores"));
        settings.put("TestNode heap", node.facts().get("heap"));
        settings.put("TestNode collector", node.gc());
        if (scenario.testNodeJvm().linkMegabits() > 0) {
            settings.put("link", scenario.testNodeJvm().linkMegabits() + " Mbit/s, as the scenario says");
        }
        settings.put(
                "warm-up",
                seconds(scenario.timing().warmup()) + " per service process, over all payloads"
                        + (service.pinned() ? ", on any core; pinned afterwards" : ""));
        scenario.timing()
                .steady()
                .ifPresent(
                        steady -> settings.put(
                                "steady state",
                                "waited for, at most " + seconds(steady.cap()) + ": speed within "
                                        + BigDecimal.valueOf(steady.tolerance() * 100)
                                                .stripTrailingZeros()
                                                .toPlainString()
                                        + " %, nothing compiled or loaded; drift looked for within windows of 1,000 transactions or more"));
        settings.put("settle", seconds(scenario.timing().settle()) + " per cell");
        settings.put("window", seconds(scenario.timing().window()) + " per cell");
        settings.put("forks", Integer.toString(scenario.timing().forks()));
        scenario.budget().time().ifPresent(time -> settings.put("budget", "at most " + seconds(time)));
        scenario.budget()
                .precision()
                .ifPresent(precision -> settings.put(
                        "precision asked for",
                        BigDecimal.valueOf(precision * 100).stripTrailingZeros().toPlainString()
                                + " % half width; then no further fork"));
        settings.put("errors accepted", scenario.limits().errors() + " of a cell's transactions");
        settings.put(
                "order",
                (scenario.timing().forks() > 1 ? "services A-B-B-A over forks" : "services as listed")
                        + (scenario.closed().rising()
                                ? ", levels rising, each if the one below it held"
                                : ", cells of a service drawn from seed " + plan.seed()));
        return settings;
    }

    /** What the stores of all services are asked for: one level, or their figures could not stand side by side. */
    static String durability(Scenario scenario) {
        return scenario.serviceJvm().properties().stream()
                .filter(property -> property.startsWith(DURABILITY))
                .map(property -> property.substring(DURABILITY.length()))
                .findFirst()
                .orElse("process");
    }

    /** The machine, what is wrong with it, the kit's sources, the controller's JVM and the rooms' versions. */
    static Environment machine(Plan plan, Home home, Rooms rooms, JvmSettings service, MachineMonitor machine)
            throws IOException {
        List<Environment.Group> groups = new ArrayList<>();
        Map<String, String> facts = new LinkedHashMap<>(Machine.facts());
        if (!plan.scenario().limits().otherWork()) {
            // Beside other work it would be an index of what that work left.
            facts.putAll(PerformanceIndex.facts(home, service));
        }
        groups.add(group("machine", facts));
        groups.add(group("what may spoil measurements here", findings(home, machine)));
        home.checkout()
                .flatMap(GitState::of)
                .ifPresent(state -> groups.add(group("kit", Map.of("sources (git)", state))));
        groups.add(group(
                "Java",
                Map.of("JVM", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"))));
        groups.addAll(ServiceJdks.groups(plan.scenario().serviceJvm().jvms()));
        groups.add(of("service JVM", service, Map.of("JVM options", String.join(" ", service.options()))));
        plan.scenario().services().stream()
                .map(rooms::of)
                .distinct()
                .forEach(room -> groups.add(group("technology " + room.name(), room.versions())));
        return new Environment(groups);
    }

    private static Map<String, String> findings(Home home, MachineMonitor machine) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        try {
            for (Finding finding : Doctor.examine(home.runs())) {
                if (finding.severity() != Finding.Severity.GOOD) {
                    String before = finding.severity() == Finding.Severity.WARNING ? "WARNING: " : "";
                    facts.put(finding.subject(), before + finding.seen() + ": " + finding.effect());
                }
            }
            if (!machine.isKnown()) {
                facts.put("machine's counters", "WARNING: cannot be read: cores, network and disks are not watched");
            }
            return facts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** A results folder is made to be published: it says nothing of whose machine it was. */
    private static String masked(String value) {
        String home = System.getProperty("user.home", "");
        return home.length() > 1 ? value.replace(home, "~") : value;
    }

    /**
     * Half of a run on one machine or build and half on another would be no run.
     *
     * @throws IOException in one line for the user
     */
    static void requireSameMachine(Environment before, Environment now) throws IOException {
        for (String[] fact : new String[][] {
            {"machine", "processor"}, {"machine", "operating system"}, {"machine", "processors usable"}, {"Java", "JVM"}
        }) {
            String was = before.value(fact[0], fact[1]).orElse("");
            String is = now.value(fact[0], fact[1]).orElse("");
            if (!was.isEmpty() && !was.equals(is)) {
                throw new IOException("the run cannot go on here: its " + fact[1] + " was " + was + ", and is " + is);
            }
        }
        for (Environment.Group group : before.groups()) {
            boolean software = group.name().equals("kit") || group.name().startsWith("technology ");
            if (software && !now.groups().contains(group)) {
                throw new IOException("the run cannot go on with other software: what it says of '" + group.name()
                        + "' has changed since it began");
            }
        }
    }

    /** What is written of a run before it begins. */
    static RunInfo ofRun(
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
    static RunInfo resumed(RunInfo info, int kept) {
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

    /** The environment with how a service's store is set up; services that differ in the binding have the same. */
    static Environment withStore(Environment environment, ServiceName service, Map<String, String> settings) {
        Environment.Group store = group("store " + service.technologyAndVariant(), settings);
        return environment.groups().contains(store) ? environment : environment.with(store);
    }

    /** A process's settings and what it said of itself. */
    static Environment.Group of(String name, JvmSettings jvm, Map<String, String> said) {
        Map<String, String> facts = new LinkedHashMap<>(jvm.facts());
        said.forEach((key, value) -> {
            if (!key.equals("pid")) {
                facts.put(key, value);
            }
        });
        return group(name, facts);
    }

    static Environment.Group group(String name, Map<String, String> facts) {
        return new Environment.Group(
                name,
                facts.entrySet().stream()
                        .map(e -> new Environment.Fact(e.getKey(), masked(e.getValue())))
                        .toList());
    }

    private static String seconds(java.time.Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
