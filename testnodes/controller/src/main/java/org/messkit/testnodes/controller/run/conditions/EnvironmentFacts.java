// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.conditions;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.messkit.results.log.Environment;
import org.messkit.results.log.Rules;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.monitor.Doctor;
import org.messkit.testnodes.monitor.Finding;
import org.messkit.testnodes.monitor.Machine;
import org.messkit.testnodes.monitor.MachineMonitor;
import org.messkit.testnodes.wire.Frame;

/** What a run says of where it runs: machine, JVMs, software. */
public final class EnvironmentFacts {
    private static final String KIT = "kit";

    private EnvironmentFacts() {}

    /** The machine, what is wrong with it, the kit's sources, the controller's JVM and the rooms' versions. */
    public static Environment machine(
            Plan plan, Home home, Software software, Rooms rooms, JvmSettings service, MachineMonitor machine)
            throws IOException {
        List<Environment.Group> groups = new ArrayList<>();
        Map<String, String> facts = new LinkedHashMap<>(Machine.facts());
        if (!plan.scenario().limits().otherWork()) {
            // Beside other work it would be an index of what that work left.
            facts.putAll(PerformanceIndex.facts(home, service));
        }
        groups.add(group("machine", facts));
        groups.add(group("what may spoil measurements here", findings(home, machine)));
        Map<String, String> kit = new LinkedHashMap<>(Map.of(Software.CONTENTS, software.contents()));
        home.checkout().flatMap(GitState::of).ifPresent(state -> kit.put("sources (git)", state));
        groups.add(group(KIT, kit));
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
            for (Finding finding : Doctor.examine(home.runs(), Rules.CORES_FOR_LOCKS.count())) {
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
    public static void requireSameMachine(Environment before, Environment now) throws IOException {
        if (before.value(KIT, Software.CONTENTS).isPresent()) {
            requireSame(before, now, KIT, Software.CONTENTS, "the kit's ");
        }
        for (String[] fact : new String[][] {
            {"machine", "processor"}, {"machine", "operating system"}, {"machine", "processors usable"}, {"Java", "JVM"}
        }) {
            requireSame(before, now, fact[0], fact[1], "its ");
        }
        for (Environment.Group group : before.groups()) {
            // Where contents are known they have been compared: sources may be named alike and differ.
            boolean software = group.name().equals(KIT)
                            && before.value(KIT, Software.CONTENTS).isEmpty()
                    || group.name().startsWith("technology ");
            if (software && !now.groups().contains(group)) {
                throw new IOException("the run cannot go on with other software: what it says of '" + group.name()
                        + "' has changed since it began");
            }
        }
    }

    private static void requireSame(Environment before, Environment now, String group, String name, String whose)
            throws IOException {
        String was = before.value(group, name).orElse("");
        String is = now.value(group, name).orElse("");
        if (!was.isEmpty() && !was.equals(is)) {
            throw new IOException("the run cannot go on here: " + whose + name + " was " + was + ", and is " + is);
        }
    }

    /** The environment with how a service's store is set up; services that differ in the binding have the same. */
    public static Environment withStore(Environment environment, ServiceName service, Map<String, String> settings) {
        Environment.Group store = group("store " + service.technologyAndVariant(), settings);
        return environment.groups().contains(store) ? environment : environment.with(store);
    }

    /** A process's settings and what else is known of it. */
    public static Environment.Group of(String name, JvmSettings jvm, Map<String, String> said) {
        Map<String, String> facts = new LinkedHashMap<>(jvm.facts());
        facts.putAll(said);
        return group(name, facts);
    }

    /** What a TestNode said of itself. */
    public static Environment.Group testNode(JvmSettings jvm, Frame.Hello hello) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("JVM", hello.jvm());
        facts.put("JVM options", String.join(" ", hello.jvmOptions()));
        facts.put("processors seen", Integer.toString(hello.processors()));
        return of("TestNode JVM", jvm, facts);
    }

    /** A group of facts that has no name or folder of the user in it. */
    public static Environment.Group group(String name, Map<String, String> facts) {
        return new Environment.Group(
                name,
                facts.entrySet().stream()
                        .map(e -> new Environment.Fact(e.getKey(), masked(e.getValue())))
                        .toList());
    }
}
