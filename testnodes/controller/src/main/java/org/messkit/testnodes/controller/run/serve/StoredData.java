// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.messkit.loads.ClosedLoad;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.controller.process.LocalTestNode;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.controller.process.StoreState;
import org.messkit.testnodes.fleet.Fleet;
import org.messkit.testnodes.monitor.Machine;
import org.messkit.testnodes.wire.Asked;
import org.messkit.testnodes.wire.CellOrder;
import org.messkit.testnodes.wire.CellTiming;
import org.messkit.testnodes.wire.Target;
import org.messkit.usecases.Changes;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCase;
import org.messkit.usecases.UseCases;
import org.messkit.usecases.Workload;

/** What a stateful service keeps, outside of a run: loaded, put back, looked at. The service is up as long as this is open. */
public final class StoredData implements AutoCloseable {
    private static final String HEAP = "512m";

    private final Home home;
    private final ServiceName name;
    private final ServiceProcess service;

    /**
     * Orders that follow from a seed.
     *
     * @param payloads of each so many
     * @param orders of each payload, 1 or more
     */
    public record Seeded(List<Payload> payloads, int orders, long seed) {
        /** Copies. */
        public Seeded {
            payloads = List.copyOf(payloads);
        }

        /** What an empty store holds when they have been put in, computed without a store. */
        public Changes changes(ServiceName of) {
            UseCase useCase = UseCases.named(of.useCase()).with(new Workload(orders, ""));
            Changes all = Changes.NONE;
            for (Payload payload : payloads) {
                UseCase.Base base = useCase.base(payload, seed).orElseThrow();
                for (int i = 0; i < base.count(); i++) {
                    base.next();
                }
                all = all.plus(base.changes());
            }
            return all;
        }
    }

    private StoredData(Home home, ServiceName name, ServiceProcess service) {
        this.home = home;
        this.name = name;
        this.service = service;
    }

    /**
     * Starts a service on its data.
     *
     * @param folder of its store; empty where the store is an existing server
     * @throws IOException if it does not get ready
     */
    public static StoredData open(Home home, ServiceName name, Optional<Path> folder) throws IOException {
        Path log = Files.createTempFile("messkit-data", ".log");
        log.toFile().deleteOnExit();
        List<String> properties = folder.map(path -> List.of("-Dmesskit.store.folder=" + path.toAbsolutePath()))
                .orElse(List.of());
        ServiceProcess service = ServiceProcess.start(
                home.rooms().of(name), List.of(name), jvm(), new ServiceProcess.Options(List.of(), properties), log);
        return new StoredData(home, name, service);
    }

    /**
     * Puts orders in, through the service, and makes what is there then the known good state. What is there already is not put in twice.
     *
     * @throws IOException if one is not stored
     */
    public void load(Seeded seeded) throws IOException {
        Path log = Files.createTempFile("messkit-data-node", ".log");
        try (Fleet fleet = Fleet.of(LocalTestNode.start(home.testNodeClassPath(), jvm(), log))) {
            for (Payload payload : seeded.payloads()) {
                fleet.store(order(payload, seeded));
            }
        } finally {
            Files.deleteIfExists(log);
        }
        service.snapshot();
    }

    /** Goes back to the known good state; that is an empty store where nothing was loaded. */
    public void reset() throws IOException {
        service.reset();
    }

    /** What is there. */
    public StoreState state() throws IOException {
        return service.state();
    }

    @Override
    public void close() {
        service.close();
    }

    private CellOrder order(Payload payload, Seeded seeded) {
        return new CellOrder(
                0,
                new Target(service.url(name), name.binding()),
                new Asked(name.useCase(), payload, new Workload(seeded.orders(), "")),
                new ClosedLoad(1),
                new CellTiming(Duration.ZERO, Duration.ZERO),
                seeded.seed());
    }

    private static JvmSettings jvm() {
        return new JvmSettings(Home.java(), HEAP, "Parallel", Machine.processors(), false);
    }
}
