// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.calibrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.Cores;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.controller.process.LocalTestNode;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.controller.scenario.Scenario;
import org.messkit.testnodes.fleet.Fleet;
import org.messkit.testnodes.fleet.Node;
import org.messkit.testnodes.monitor.Machine;

/** Starts processes for probes, with the settings that a run would give them, and ends them. One thread. */
final class ProbeProcesses implements AutoCloseable {
    private final Home home;
    private final Rooms rooms;
    private final Scenario scenario;
    private final JvmSettings serviceJvm;
    private final JvmSettings nodeJvm;
    private final Path logs;
    private final List<Node> nodes = new ArrayList<>();
    private ServiceProcess service;

    /**
     * Makes one; nothing is started yet.
     *
     * @throws IllegalArgumentException if the machine does not have the cores that the scenario wants
     */
    ProbeProcesses(Home home, Rooms rooms, Scenario scenario) throws IOException {
        this.home = home;
        this.rooms = rooms;
        this.scenario = scenario;
        Cores cores = Cores.split(
                scenario.serviceJvm().cores(), scenario.testNodeJvm().cores());
        serviceJvm = scenario.serviceJvm().settings(cores);
        nodeJvm = new JvmSettings(
                Home.java(), scenario.testNodeJvm().heap(), "Parallel", cores.testNode(), cores.pinned());
        logs = Files.createTempDirectory("messkit-probe");
    }

    /** Whether a second TestNode has as many cores of its own as the first. */
    boolean hasSpareCores() {
        return serviceJvm.pinned() && spareCores().size() == nodeJvm.cores().size();
    }

    private JvmSettings spareJvm() {
        return new JvmSettings(Home.java(), scenario.testNodeJvm().heap(), "Parallel", spareCores(), true);
    }

    private List<Integer> spareCores() {
        return Machine.processors().stream()
                .filter(core ->
                        !serviceJvm.cores().contains(core) && !nodeJvm.cores().contains(core))
                .limit(nodeJvm.cores().size())
                .toList();
    }

    /** So many TestNodes, the second on cores of its own where there are any; those that are alive are kept. */
    Fleet fleet(int count) throws IOException {
        nodes.removeIf(node -> !node.process().isAlive());
        while (nodes.size() < count) {
            JvmSettings jvm = nodes.isEmpty() || !hasSpareCores() ? nodeJvm : spareJvm();
            nodes.add(LocalTestNode.start(home.testNodeClassPath(), jvm, logs.resolve("testnode.log")));
        }
        return new Fleet(nodes.subList(0, count));
    }

    /** Cores of the TestNodes, together. */
    List<Integer> nodeCores() {
        return nodeJvm.cores();
    }

    /** A fresh process of a service, not pinned yet; the one before is ended. */
    ServiceProcess service(ServiceName name) throws IOException {
        endService();
        service = ServiceProcess.start(
                rooms.of(name),
                List.of(name),
                serviceJvm.unpinned(),
                scenario.serviceJvm().options(),
                logs.resolve("service.log"));
        return service;
    }

    /** To be called when the service is warm: compilers that share a pinned core take minutes. */
    void pinService() throws IOException {
        if (serviceJvm.pinned()) {
            Cores.pin(service.handle(), serviceJvm.cores());
        }
    }

    /** What a failure is, for the user: that of a service that ended, if it did. */
    IOException explained(ServiceName name, IOException failure) {
        boolean ended = service != null && !service.isAlive() && !(failure instanceof ServiceProcess.StartException);
        return new IOException(name + ": " + (ended ? service.obituary() : failure.getMessage()), failure);
    }

    private void endService() {
        if (service != null) {
            service.close();
            service = null;
        }
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.process().kill());
        endService();
    }
}
