// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.controller.process.StoreState;
import org.messkit.testnodes.controller.run.serve.StoredData;
import org.messkit.testnodes.controller.scenario.Scenario;
import org.messkit.usecases.Changes;
import org.messkit.usecases.UseCases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code messkit data}. */
@Command(
        name = "data",
        description = {
            "The data of stateful services whose stores stay: in a folder, or in a database that exists.",
            "A run needs none of this: it loads, puts back and verifies by itself, in a folder of its own."
        },
        mixinStandardHelpOptions = true,
        subcommands = {DataVerb.Load.class, DataVerb.Reset.class, DataVerb.Verify.class})
final class DataVerb {
    private DataVerb() {}

    /** What is done to one service's data; false if an expectation failed. */
    private interface Work {
        boolean on(ServiceName service, StoredData data) throws IOException;
    }

    /** Which services, and where their data are. */
    static final class Stores {
        @Parameters(arity = "1..*", paramLabel = "PATTERN", description = "Services, for example 'pantry/pg-text@pox'.")
        private List<String> patterns;

        @Option(
                names = "--folder",
                paramLabel = "DIR",
                description =
                        "Where the stores are, each in a folder named after its technology and variant; made if it is not there.")
        private Path folder;

        @Mixin
        private ExistingDatabase database;

        /** Does it for each store once: services that differ in the binding have one. */
        private int each(List<String> payloads, Work work) throws IOException {
            if (folder == null && !ExistingDatabase.isGiven()) {
                throw UserError.usage("--folder or --jdbc-url must say where the data stay");
            }
            ServiceProcess.keepDatabase();
            Home home = Home.find();
            Scenario scenario = scenario(home, payloads);
            boolean met = true;
            for (ServiceName service : byStore(scenario).values()) {
                Optional<Path> store =
                        Optional.ofNullable(folder).map(path -> path.resolve(service.technologyAndVariant()));
                try (StoredData data = StoredData.open(home, service, store)) {
                    met &= work.on(service, data);
                }
            }
            return met ? ExitCode.OK : ExitCode.EXPECTATION;
        }

        private Scenario scenario(Home home, List<String> payloads) throws IOException {
            Scenario scenario = new OptionScenario("data", patterns, payloads)
                    .timing("1s", "1s", "1")
                    .readAny(home.rooms());
            for (ServiceName service : scenario.services()) {
                if (!UseCases.named(service.useCase()).isStateful()) {
                    throw UserError.usage(service + " keeps no data");
                }
            }
            return scenario;
        }

        private static Map<String, ServiceName> byStore(Scenario scenario) {
            Map<String, ServiceName> services = new LinkedHashMap<>();
            scenario.services().forEach(service -> services.putIfAbsent(service.technologyAndVariant(), service));
            return services;
        }
    }

    /** Which orders. */
    static final class Orders {
        @Option(names = "--orders", paramLabel = "N", description = "Of each payload (default: 1000).")
        private int orders = 1000;

        @Option(
                names = "--payload",
                paramLabel = "SIZE",
                description = "Such as 5000 (default) or 100kB; may stand many times.")
        private List<String> payloads = List.of("5000");

        @Option(names = "--seed", paramLabel = "N", description = "They follow from it (default: 1).")
        private long seed = 1;

        private StoredData.Seeded seeded(Home home, ServiceName service) throws IOException {
            if (orders < 1) {
                throw UserError.usage("--orders must be at least 1, got: " + orders);
            }
            Scenario scenario = new OptionScenario("data", List.of(service.toString()), payloads)
                    .timing("1s", "1s", "1")
                    .readAny(home.rooms());
            return new StoredData.Seeded(scenario.payloads(), orders, seed);
        }
    }

    /** {@code messkit data load}. */
    @Command(
            name = "load",
            description = "Puts seeded orders in and makes what is there then the known good state.",
            mixinStandardHelpOptions = true)
    static final class Load implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private Stores stores;

        @Mixin
        private Orders orders;

        @Override
        public Integer call() throws IOException {
            return stores.each(orders.payloads, (service, data) -> {
                data.load(orders.seeded(Home.find(), service));
                say(spec, service, data.state(), "loaded");
                return true;
            });
        }
    }

    /** {@code messkit data reset}. */
    @Command(
            name = "reset",
            description = "Goes back to the known good state: what was loaded last, or nothing.",
            mixinStandardHelpOptions = true)
    static final class Reset implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private Stores stores;

        @Override
        public Integer call() throws IOException {
            return stores.each(List.of("5000"), (service, data) -> {
                data.reset();
                say(spec, service, data.state(), "reset");
                return true;
            });
        }
    }

    /** {@code messkit data verify}. */
    @Command(
            name = "verify",
            description = {
                "Reads all that is stored and compares number and content with seeded orders, as they were loaded.",
                "Ends with exit code 3 if they differ."
            },
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private Stores stores;

        @Mixin
        private Orders orders;

        @Override
        public Integer call() throws IOException {
            return stores.each(orders.payloads, (service, data) -> {
                Changes expected = orders.seeded(Home.find(), service).changes(service);
                StoreState there = data.state();
                boolean counts = there.rows() == expected.rows();
                boolean same = counts && there.checksum() == expected.checksum();
                String outcome = same
                        ? "as expected"
                        : counts ? "the content differs" : "there should be " + expected.rows() + " orders";
                say(spec, service, there, outcome);
                return same;
            });
        }
    }

    private static void say(CommandSpec spec, ServiceName service, StoreState state, String what) {
        PrintWriter screen = spec.commandLine().getOut();
        screen.println(service + ": " + what + "; " + state.rows() + " orders, checksum "
                + Long.toHexString(state.checksum()) + ", " + state.bytes() + " bytes");
        screen.flush();
    }
}
