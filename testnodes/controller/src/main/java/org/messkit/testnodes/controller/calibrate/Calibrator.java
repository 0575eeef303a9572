// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.calibrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.Cores;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.controller.process.NodeProcess;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.controller.scenario.Scenario;
import org.messkit.usecases.Payload;

/**
 * Searches the levels at which services are to be measured, each service in a process of its own, with the settings that the
 * measurement will have. One thread.
 */
public final class Calibrator implements AutoCloseable {
    private static final int WARM_UP_USERS = 8;

    private final Home home;
    private final Rooms rooms;
    private final Scenario scenario;
    private final long seed;
    private final JvmSettings serviceJvm;
    private final JvmSettings nodeJvm;
    private final Path logs;
    private NodeProcess node;
    private ServiceProcess service;

    /**
     * Makes one; nothing is started yet.
     *
     * @param scenario services, payloads, timing and JVMs; its levels do not count
     * @throws IllegalArgumentException if the machine does not have the cores that the scenario wants
     */
    public Calibrator(Home home, Rooms rooms, Scenario scenario, long seed) throws IOException {
        this.home = home;
        this.rooms = rooms;
        this.scenario = scenario;
        this.seed = seed;
        Cores cores = Cores.split(
                scenario.serviceJvm().cores(), scenario.testNodeJvm().cores());
        serviceJvm = new JvmSettings(
                Home.java(), scenario.serviceJvm().heap(), scenario.serviceJvm().gc(), cores.service(), cores.pinned());
        nodeJvm = new JvmSettings(
                Home.java(), scenario.testNodeJvm().heap(), "Parallel", cores.testNode(), cores.pinned());
        logs = Files.createTempDirectory("messkit-calibrate");
    }

    /** What the search of one service and payload saw. */
    public record Found(ServiceName service, Payload payload, List<Integer> levels, Map<Integer, Double> probes) {}

    /**
     * Searches one service.
     *
     * @param most highest level that may be driven
     * @param say told after each probe, a line for the user
     * @throws IOException if a process does not start, or the service cannot be driven
     */
    public List<Found> search(ServiceName name, int most, Consumer<String> say) throws IOException {
        if (node == null || !node.isAlive()) {
            node = NodeProcess.start(home.testNodeClassPath(), nodeJvm, logs.resolve("testnode.log"));
        }
        List<String> options =
                List.of("--threads", Integer.toString(scenario.serviceJvm().threads()));
        List<String> properties = scenario.serviceJvm().properties().stream()
                .map(property -> "-D" + property)
                .toList();
        List<Found> found = new ArrayList<>();
        try (ServiceProcess started = ServiceProcess.start(
                rooms.of(name),
                List.of(name),
                serviceJvm.unpinned(),
                new ServiceProcess.Options(options, properties),
                logs.resolve("service.log"))) {
            service = started;
            Prober prober = new Prober(started, name, node, nodeJvm.cores(), seed);
            say.accept(name + ": warming up");
            prober.warmUp(
                    scenario.payloads(),
                    Math.min(most, WARM_UP_USERS),
                    scenario.timing().warmup());
            if (serviceJvm.pinned()) {
                Cores.pin(started.handle(), serviceJvm.cores());
            }
            for (Payload payload : scenario.payloads()) {
                Search search = new Search(most, concurrency -> {
                    say.accept(name + " " + payload.bytes() + " B: " + concurrency + " CR");
                    return prober.tps(payload, concurrency);
                });
                found.add(new Found(name, payload, search.levels(), search.seen()));
            }
        } catch (ServiceProcess.StartException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            String why = service != null && !service.isAlive() ? service.obituary() : e.getMessage();
            throw new IOException(name + ": " + why, e);
        }
        return found;
    }

    /** The scenario with what was found in place of its levels. */
    public static Scenario measuring(Scenario scenario, List<Found> found) {
        return scenario.at(found.stream()
                .map(f -> new Scenario.Levels(
                        List.of(f.service().toString()),
                        OptionalInt.of(f.payload().bytes()),
                        f.levels()))
                .toList());
    }

    /** Ends what it started. */
    @Override
    public void close() {
        if (node != null) {
            node.kill();
        }
        if (service != null) {
            service.kill();
        }
    }
}
