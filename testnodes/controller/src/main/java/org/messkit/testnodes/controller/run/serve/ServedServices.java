// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.controller.room.Room;
import org.messkit.testnodes.monitor.Machine;

/** Services that are up for use, not for measurement: one process per technology, not pinned. */
public final class ServedServices implements AutoCloseable {
    private final List<ServiceName> services;
    private final Map<String, ServiceProcess> processes = new ConcurrentSkipListMap<>();
    private volatile boolean failed;

    private ServedServices(List<ServiceName> services) {
        this.services = List.copyOf(services);
    }

    /**
     * Starts services, as many processes at a time as there are processors.
     *
     * @param heap of each process
     * @param jvmOptions of each process, beside its settings
     * @param port service port, 0 for any free one; else all services must be of one technology
     * @throws IOException if a process does not get ready; none is left then
     */
    public static ServedServices start(
            Home home, List<ServiceName> services, String heap, List<String> jvmOptions, int port) throws IOException {
        JvmSettings jvm = new JvmSettings(Home.java(), heap, "Parallel", Machine.processors(), false);
        ServiceProcess.Options options =
                new ServiceProcess.Options(List.of("--port", Integer.toString(port)), jvmOptions);
        List<Room> rooms = services.stream().map(home.rooms()::of).distinct().toList();
        ServedServices served = new ServedServices(services);
        ExecutorService starters = Executors.newFixedThreadPool(jvm.cores().size());
        try {
            CompletableFuture<?>[] starts = rooms.stream()
                    .map(room -> CompletableFuture.runAsync(() -> served.start(room, jvm, options), starters))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(starts).join();
            return served;
        } catch (CompletionException e) {
            served.close();
            throw e.getCause() instanceof UncheckedIOException io ? io.getCause() : new IOException(e.getCause());
        } finally {
            starters.shutdown();
        }
    }

    private void start(Room room, JvmSettings jvm, ServiceProcess.Options options) {
        if (failed) {
            return;
        }
        try {
            Path log = Files.createTempFile("messkit-" + room.name(), ".log");
            log.toFile().deleteOnExit();
            List<ServiceName> own = services.stream()
                    .filter(service -> service.technology().equals(room.name()))
                    .toList();
            processes.put(room.name(), ServiceProcess.start(room, own, jvm, options, log));
        } catch (IOException e) {
            failed = true;
            throw new UncheckedIOException(e);
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
}
