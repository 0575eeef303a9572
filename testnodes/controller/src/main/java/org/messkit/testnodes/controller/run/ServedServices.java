// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.controller.room.Room;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.monitor.Machine;

/** Services that are up for use, not for measurement: one process per technology, not pinned. */
public final class ServedServices implements AutoCloseable {
    private final List<ServiceName> services;
    private final Map<String, ServiceProcess> processes = new LinkedHashMap<>();

    private ServedServices(List<ServiceName> services) {
        this.services = List.copyOf(services);
    }

    /**
     * Starts services.
     *
     * @param heap of each process
     * @param port service port, 0 for any free one; else all services must be of one technology
     * @throws IOException if a process does not get ready
     */
    public static ServedServices start(Home home, List<ServiceName> services, String heap, int port)
            throws IOException {
        Rooms rooms = home.rooms();
        ServedServices served = new ServedServices(services);
        JvmSettings jvm = new JvmSettings(Home.java(), heap, "Parallel", Machine.processors(), false);
        ServiceProcess.Options options =
                new ServiceProcess.Options(List.of("--port", Integer.toString(port)), List.of());
        try {
            for (ServiceName service : services) {
                Room room = rooms.of(service);
                if (!served.processes.containsKey(room.name())) {
                    Path log = Files.createTempFile("messkit-" + room.name(), ".log");
                    log.toFile().deleteOnExit();
                    served.processes.put(
                            room.name(), ServiceProcess.start(room, of(room, services), jvm, options, log));
                }
            }
            return served;
        } catch (IOException | RuntimeException e) {
            served.close();
            throw e;
        }
    }

    /** The services that are up. */
    public List<ServiceName> services() {
        return services;
    }

    /** Where one of them is. */
    public String url(ServiceName service) {
        return processes.get(service.technology()).url(service);
    }

    /** The admin ports, one per process. */
    public List<String> adminUrls() {
        return processes.values().stream().map(ServiceProcess::adminUrl).toList();
    }

    /** Calls back when a process ends. */
    public void onAnyExit(Runnable then) {
        processes.values().forEach(process -> process.onExit(then));
    }

    /** How the process that ended ended. */
    public String obituary() {
        return processes.values().stream()
                .filter(process -> !process.isAlive())
                .map(ServiceProcess::obituary)
                .findFirst()
                .orElse("all services are alive");
    }

    @Override
    public void close() {
        processes.values().forEach(ServiceProcess::close);
    }

    private static List<ServiceName> of(Room room, List<ServiceName> services) {
        return services.stream().filter(s -> s.technology().equals(room.name())).toList();
    }
}
