// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.messkit.results.index.table.Markdown;
import org.messkit.results.log.Calibration;
import org.messkit.results.profile.Profile;
import org.messkit.results.profile.ProfileIndex;
import org.messkit.results.profile.ProfileSheets;
import org.messkit.results.report.ProfileReport;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.calibrate.ProfiledLoad;
import org.messkit.testnodes.controller.process.Jvm;
import org.messkit.testnodes.controller.profile.Benchmark;
import org.messkit.testnodes.controller.profile.Profiling;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.controller.scenario.Scenario;
import org.messkit.usecases.Payload;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code messkit profile}. */
@Command(
        name = "profile",
        description = {
            "Looks into handlers: JMH on each without HTTP, and a sampling profiler that says where time and memory go.",
            "No figure of it enters an index. Stateful services are not profiled so."
        },
        mixinStandardHelpOptions = true)
final class ProfileVerb implements Callable<Integer> {
    private static final ServiceName NULL = ServiceName.parse("null/baseline@pox");
    /** What answers on other bindings is no handler. */
    private static final Set<String> BINDINGS = Set.of("pox", "soap11", "soap12");
    /** CXF and a compiler that shares the cores need it. */
    private static final String LOAD_WARM_UP = "30s";

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATTERN", description = "Services, for example 'buffet/*@pox'.")
    private List<String> patterns;

    @Option(
            names = "--payload",
            paramLabel = "SIZE",
            split = ",",
            defaultValue = "100kB",
            description = "Sizes such as 5000 or 100kB (default: ${DEFAULT-VALUE}).")
    private List<String> payloads;

    @Option(
            names = "--jvm",
            paramLabel = "JVM",
            split = ",",
            description = "Releases such as 17 or 25, or paths of JDKs (default: the one that runs this).")
    private List<String> jvms = List.of();

    @Option(names = "--forks", paramLabel = "N", defaultValue = "3", description = "For the figures (default: 3).")
    private int forks;

    @Option(
            names = "--warmup",
            paramLabel = "TIME",
            defaultValue = "5s",
            description = "Of each fork (default: ${DEFAULT-VALUE}).")
    private String warmup;

    @Option(
            names = "--window",
            paramLabel = "TIME",
            defaultValue = "3s",
            description = "Measured in each fork (default: ${DEFAULT-VALUE}).")
    private String window;

    @Option(
            names = "--under-load",
            description =
                    "Also samples each service's process under the load of a TestNode, and says what of a transaction is the handler's.")
    private boolean underLoad;

    @Option(
            names = "--concurrency",
            paramLabel = "CR",
            defaultValue = "4",
            description = "The level of that load (default: ${DEFAULT-VALUE}).")
    private int concurrency;

    @Option(
            names = "--calibration",
            paramLabel = "FILE",
            description =
                    "A calibration.xml: each service is loaded at the level of most TPS that was measured there, instead of at one for all.")
    private Path calibration;

    @Option(names = "--out", paramLabel = "FOLDER", description = "New folder of the profile.")
    private Path output;

    @Option(
            names = "--share-machine",
            description = "Profiles although a run is measuring. Both will disturb each other.")
    private boolean share;

    @Override
    public Integer call() throws Exception {
        return Measuring.alone(share, this::profile);
    }

    private int profile() throws IOException {
        Home home = Home.find();
        Path folder = output == null ? Measuring.folder(home, "profile") : output;
        PrintWriter screen = spec.commandLine().getOut();
        try (Profiling profiling = new Profiling(settings(home), folder, line -> {
            screen.println(line);
            screen.flush();
        })) {
            Thread hook = new Thread(profiling::close, "interrupted");
            Runtime.getRuntime().addShutdownHook(hook);
            Profile profile = profiling.run();
            Runtime.getRuntime().removeShutdownHook(hook);
            if (underLoad) {
                profile.with(loads(home, folder, screen)).write(folder);
            }
        }
        ProfileIndex index = ProfileIndex.read(folder);
        screen.println();
        screen.print(Markdown.of("Profile", ProfileSheets.summary(index)));
        if (underLoad) {
            screen.print(Markdown.of("Under load", ProfileSheets.underLoad(index)));
        }
        screen.println();
        screen.println("report: " + ProfileReport.write(folder, index));
        screen.flush();
        return ExitCode.OK;
    }

    /** The services of the patterns, one after the other, in processes as a run would start them. */
    private List<Profile.Loaded> loads(Home home, Path folder, PrintWriter screen) throws IOException {
        Scenario scenario = scenario(home.rooms(), LOAD_WARM_UP);
        List<Profile.Loaded> loads = new ArrayList<>();
        try (ProfiledLoad load = new ProfiledLoad(home, home.rooms(), scenario, 1)) {
            for (ServiceName service : handled(scenario)) {
                for (Payload payload : scenario.payloads()) {
                    String prefix = "recordings/load-" + (loads.size() + 1);
                    loads.add(load.record(service, payload, level(service, payload), folder, prefix, line -> {
                        screen.println(line);
                        screen.flush();
                    }));
                }
            }
        }
        return loads;
    }

    private int level(ServiceName service, Payload payload) throws IOException {
        if (calibration == null) {
            return concurrency;
        }
        return Calibration.read(calibration).ranges().stream()
                .filter(range -> range.service().equals(service.toString())
                        && range.payload().bytes() == payload.bytes())
                .findFirst()
                .map(Calibration.Range::best)
                .orElseThrow(() -> UserError.usage(
                        calibration + " has no level for " + service + " with " + payload.bytes() + " bytes"));
    }

    private static List<ServiceName> handled(Scenario scenario) {
        return scenario.services().stream()
                .filter(service -> BINDINGS.contains(service.binding()))
                .toList();
    }

    /** A scenario is what knows sizes, times and patterns, and says what is wrong with them. */
    private Scenario scenario(Rooms rooms, String warmUp) {
        return new OptionScenario("profile", patterns, payloads)
                .timing(warmUp, window, Integer.toString(Math.max(1, forks)))
                .read(rooms);
    }

    private Profiling.Settings settings(Home home) throws IOException {
        Rooms rooms = home.rooms();
        if (concurrency < 1) {
            throw UserError.usage("--concurrency must be at least 1, got: " + concurrency);
        }
        if (underLoad && !jvms.isEmpty()) {
            throw UserError.usage("--under-load is on the JVM that runs this alone: --jvm does not go with it");
        }
        if (calibration != null && !underLoad) {
            throw UserError.usage("--calibration is for --under-load");
        }
        Scenario scenario = scenario(rooms, warmup);
        List<ServiceName> services = handled(scenario);
        for (ServiceName service : underLoad ? services : List.<ServiceName>of()) {
            for (Payload payload : scenario.payloads()) {
                // Now, and not when all else has been measured.
                level(service, payload);
            }
        }
        if (services.isEmpty()) {
            throw UserError.usage("what answers " + String.join(" ", patterns) + " is a servlet, no handler");
        }
        Set<String> useCases = new LinkedHashSet<>();
        services.forEach(service -> useCases.add(service.useCase()));
        useCases.remove(NULL.useCase());
        List<Benchmark> benchmarks = new ArrayList<>();
        List<String> floors = new ArrayList<>(List.of(NULL.toString()));
        for (var payload : scenario.payloads()) {
            for (String useCase : useCases) {
                Benchmark tokeniser = Benchmark.tokeniser(home, useCase, payload.bytes());
                floors.add(tokeniser.name());
                benchmarks.add(tokeniser);
            }
            services.stream()
                    .filter(service -> !service.equals(NULL))
                    .forEach(service -> benchmarks.add(Benchmark.of(home, rooms, service, payload.bytes())));
            benchmarks.add(Benchmark.of(home, rooms, NULL, payload.bytes()));
        }
        try {
            return new Profiling.Settings(
                    benchmarks,
                    floors,
                    jvms.isEmpty()
                            ? List.of(Jvm.own())
                            : jvms.stream().map(Jvm::named).toList(),
                    forks,
                    (int) scenario.timing().warmup().toSeconds(),
                    (int) scenario.timing().window().toSeconds());
        } catch (IllegalArgumentException e) {
            throw UserError.usage(e.getMessage());
        }
    }
}
