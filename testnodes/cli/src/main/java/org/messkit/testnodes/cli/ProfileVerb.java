// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.messkit.results.index.table.Markdown;
import org.messkit.results.log.Calibration;
import org.messkit.results.log.Cell;
import org.messkit.results.profile.Profile;
import org.messkit.results.profile.ProfileIndex;
import org.messkit.results.profile.ProfileSheets;
import org.messkit.results.report.ProfileReport;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.Jvm;
import org.messkit.testnodes.controller.profile.Benchmark;
import org.messkit.testnodes.controller.profile.ProfiledLoad;
import org.messkit.testnodes.controller.profile.Profiling;
import org.messkit.testnodes.controller.profile.Sampler;
import org.messkit.testnodes.controller.profile.StatedLayers;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.controller.run.walk.RunControl;
import org.messkit.testnodes.controller.scenario.Ceiling;
import org.messkit.testnodes.controller.scenario.Scenario;
import org.messkit.usecases.Payload;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
    /** What answers on other bindings is no handler. */
    private static final Set<String> BINDINGS = Set.of("pox", "soap11", "soap12");
    /** CXF and a compiler that shares the cores need it. */
    private static final String LOAD_WARM_UP = "30s";

    private static final String LOAD_WINDOW = "2s";

    @Spec
    private CommandSpec spec;

    @Mixin
    private MachineShare machine;

    @Mixin
    private ServicePatterns patterns;

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
                    "Also samples each service's process in cells of a run, and says what of a transaction is the handler's.")
    private boolean underLoad;

    @Option(
            names = "--concurrency",
            paramLabel = "CR",
            description =
                    "The level of that load, one for all (default: of most TPS in a calibration that is made first).")
    private Optional<Integer> concurrency = Optional.empty();

    @Option(
            names = "--calibration",
            paramLabel = "FILE",
            description = "A calibration.xml: each service is loaded at the level of most TPS that was measured there.")
    private Path calibration;

    @Option(names = "--out", paramLabel = "FOLDER", description = "New folder of the profile.")
    private Path output;

    @Override
    public Integer call() throws Exception {
        return machine.alone(this::profile);
    }

    private int profile() throws IOException {
        Home home = Home.find();
        Path folder = output == null
                ? Measuring.folder(home, "profile")
                : output.toAbsolutePath().normalize();
        PrintWriter screen = spec.commandLine().getOut();
        int code = ExitCode.OK;
        Optional<IOException> failure = Optional.empty();
        boolean profiled = false;
        try (Profiling profiling = new Profiling(settings(home), folder, line -> {
            screen.println(line);
            screen.flush();
        })) {
            Thread hook = new Thread(profiling::close, "interrupted");
            Runtime.getRuntime().addShutdownHook(hook);
            Profile made = profiling.run();
            Profile profile = made.with(StatedLayers.of(made, home.rooms()));
            profile.write(folder);
            profiled = true;
            Runtime.getRuntime().removeShutdownHook(hook);
            if (underLoad) {
                code = underLoad(home, folder, profile, screen);
            }
        } catch (IOException e) {
            if (!profiled) {
                throw e;
            }
            // What was profiled before is whole, and reported.
            failure = Optional.of(e);
        }
        ProfileIndex index = ProfileIndex.read(folder);
        screen.println();
        screen.print(Markdown.of("Profile", ProfileSheets.summary(index)));
        if (!index.loads().isEmpty()) {
            screen.print(Markdown.of("Under load", ProfileSheets.underLoad(index)));
        }
        screen.println();
        screen.println("report: " + ProfileReport.write(folder, index));
        screen.flush();
        if (failure.isPresent()) {
            throw failure.get();
        }
        return code;
    }

    /** A run of the services of the patterns, on each JVM, in a folder of its own within the profile's. */
    private int underLoad(Home home, Path folder, Profile profile, PrintWriter screen) throws IOException {
        int code = ExitCode.OK;
        Path levels = calibration;
        if (levels == null && concurrency.isEmpty()) {
            Path calibrated = folder.resolve("calibration");
            code = calibrate(home, calibrated, screen);
            levels = calibrated.resolve(Calibration.FILE);
            if (!Files.exists(levels)) {
                screen.println("without a calibration nothing is loaded");
                return Math.max(code, ExitCode.INVALID);
            }
        }
        List<Calibration.Range> ranges =
                levels == null ? List.of() : Calibration.read(levels).ranges();
        ranges.forEach(range -> range.doubt()
                .ifPresent(why ->
                        screen.println(range.service() + " " + range.payload().bytes() + " B: " + why)));
        ProfiledLoad load = new ProfiledLoad(
                loadScenario(home.rooms(), ranges), (service, payload) -> level(ranges, service, payload), 1, folder);
        List<Cell> cells = List.of();
        if (load.plan().cells() > 0) {
            Optional<List<Cell>> whole = run(home, load, folder.resolve(folder.getFileName() + "-load"), screen);
            if (whole.isEmpty()) {
                return ExitCode.INTERRUPTED;
            }
            cells = whole.get();
        }
        List<Profile.Loaded> loads = load.loads(cells);
        profile.with(loads).write(folder);
        boolean all = loads.stream().allMatch(Profile.Loaded::isValid);
        int worst =
                cells.stream().mapToInt(cell -> cell.outcome().exitCode()).max().orElse(ExitCode.OK);
        return Math.max(Math.max(code, worst), all ? ExitCode.OK : ExitCode.INVALID);
    }

    /** What is to be driven, each service and size at its level. */
    private Scenario loadScenario(Rooms rooms, List<Calibration.Range> ranges) {
        Scenario asked = scenario(rooms, warmup);
        List<ServiceName> services = handled(asked);
        OptionScenario options = new OptionScenario(
                        "profile", services.stream().map(ServiceName::toString).toList(), payloads)
                .goal("What do the services do under load? Cells under a profiler and without it, in turn.")
                .timing(LOAD_WARM_UP, LOAD_WINDOW, "1")
                .jvms(jvms)
                .otherWork("refused");
        for (ServiceName service : services) {
            for (Payload payload : asked.payloads()) {
                level(ranges, service, payload)
                        .ifPresent(level -> options.level(service.toString(), payload.bytes(), level));
            }
        }
        return options.read(rooms);
    }

    private int calibrate(Home home, Path folder, PrintWriter screen) throws IOException {
        List<String> command = new ArrayList<>(List.of("calibrate"));
        handled(scenario(home.rooms(), warmup)).forEach(service -> command.add(service.toString()));
        payloads.forEach(size -> command.addAll(List.of("--payload", size)));
        // This verb has the machine to itself already, or was told to share it.
        command.addAll(List.of("--share-machine", "--out", folder.toString()));
        return MessKit.commandLine().setOut(screen).execute(command.toArray(String[]::new));
    }

    /** Its cells; empty where the user interrupted it, and then the hook says what there is. */
    private static Optional<List<Cell>> run(Home home, ProfiledLoad load, Path folder, PrintWriter screen)
            throws IOException {
        try (ScreenProgress progress = ScreenProgress.on(screen)) {
            RunControl control = new RunControl(home, home.rooms(), load.plan(), folder, progress, load);
            Thread hook = new Thread(() -> Measuring.interrupted(control, folder), "interrupted");
            Runtime.getRuntime().addShutdownHook(hook);
            List<Cell> cells = List.of();
            boolean mine = false;
            try {
                cells = control.run();
            } finally {
                mine = Measuring.remove(hook);
            }
            return mine ? Optional.of(cells) : Optional.empty();
        } catch (IllegalArgumentException e) {
            throw UserError.usage(e.getMessage());
        }
    }

    private OptionalInt level(List<Calibration.Range> ranges, ServiceName service, Payload payload) {
        if (concurrency.isPresent()) {
            return OptionalInt.of(concurrency.get());
        }
        return ranges.stream()
                .filter(range -> range.service().equals(service.toString())
                        && range.payload().bytes() == payload.bytes())
                .mapToInt(Calibration.Range::best)
                .findFirst();
    }

    private static List<ServiceName> handled(Scenario scenario) {
        return scenario.services().stream()
                .filter(service -> BINDINGS.contains(service.binding()))
                .toList();
    }

    /** A scenario is what knows sizes, times and patterns, and says what is wrong with them. */
    private Scenario scenario(Rooms rooms, String warmUp) {
        return new OptionScenario("profile", patterns.all(), payloads)
                .timing(warmUp, window, Integer.toString(Math.max(1, forks)))
                .read(rooms);
    }

    private Profiling.Settings settings(Home home) throws IOException {
        Rooms rooms = home.rooms();
        if (concurrency.isPresent() && concurrency.get() < 1) {
            throw UserError.usage("--concurrency must be at least 1, got: " + concurrency.get());
        }
        if (!underLoad && (calibration != null || concurrency.isPresent())) {
            throw UserError.usage("--calibration and --concurrency are for --under-load");
        }
        if (calibration != null && concurrency.isPresent()) {
            throw UserError.usage("--calibration and --concurrency do not go together");
        }
        Scenario scenario = scenario(rooms, warmup);
        List<ServiceName> services = handled(scenario);
        if (services.isEmpty()) {
            throw UserError.usage("what answers " + String.join(" ", patterns.all()) + " is a servlet, no handler");
        }
        if (underLoad) {
            // Now, and not when all else has been measured.
            loadScenario(rooms, List.of());
            requireLevels(services, scenario.payloads());
        }
        Set<String> useCases = new LinkedHashSet<>();
        services.forEach(service -> useCases.add(service.useCase()));
        useCases.remove(Ceiling.SERVICE.useCase());
        List<Benchmark> benchmarks = new ArrayList<>();
        List<String> floors = new ArrayList<>(List.of(Ceiling.SERVICE.toString()));
        for (var payload : scenario.payloads()) {
            for (String useCase : useCases) {
                Benchmark tokeniser = Benchmark.tokeniser(home, useCase, payload.bytes());
                floors.add(tokeniser.name());
                benchmarks.add(tokeniser);
            }
            services.stream()
                    .filter(service -> !service.equals(Ceiling.SERVICE))
                    .forEach(service -> benchmarks.add(Benchmark.of(home, rooms, service, payload.bytes())));
            benchmarks.add(Benchmark.of(home, rooms, Ceiling.SERVICE, payload.bytes()));
        }
        try {
            List<Jvm> on = jvms.isEmpty()
                    ? List.of(Jvm.own())
                    : jvms.stream().map(Jvm::named).toList();
            if (underLoad) {
                on.forEach(Sampler::requireTools);
            }
            return new Profiling.Settings(
                    benchmarks,
                    floors,
                    on,
                    forks,
                    (int) scenario.timing().warmup().toSeconds(),
                    (int) scenario.timing().window().toSeconds());
        } catch (IllegalArgumentException e) {
            throw UserError.usage(e.getMessage());
        }
    }

    private void requireLevels(List<ServiceName> services, List<Payload> sizes) throws IOException {
        if (calibration == null) {
            return;
        }
        List<Calibration.Range> ranges = Calibration.read(calibration).ranges();
        for (ServiceName service : services) {
            for (Payload payload : sizes) {
                if (level(ranges, service, payload).isEmpty()) {
                    throw UserError.usage(
                            calibration + " has no level for " + service + " with " + payload.bytes() + " bytes");
                }
            }
        }
    }
}
