// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.messkit.results.index.CalibratedRange;
import org.messkit.results.index.RunIndex;
import org.messkit.results.log.Calibration;
import org.messkit.results.log.RunReader;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.calibrate.Calibrator;
import org.messkit.testnodes.controller.calibrate.Calibrator.Found;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.controller.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code messkit calibrate}. */
@Command(
        name = "calibrate",
        description = {
            "Searches the levels of concurrency at which each service neither idles nor drowns, measures them afresh, and writes",
            "them into a file that a scenario takes: <closed concurrency=\"calibrated\" calibration=\"FILE\"/>."
        },
        mixinStandardHelpOptions = true)
final class CalibrateVerb implements Callable<Integer> {
    private static final int SEEDS = 1_000_000_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private MachineShare machine;

    @Mixin
    private ServicePatterns patterns;

    @Mixin
    private ProbedService probed;

    @Option(
            names = "--payload",
            paramLabel = "SIZE",
            defaultValue = "5000",
            description = "Size such as 5000 or 100kB; may stand many times (default: ${DEFAULT-VALUE}).")
    private List<String> payloads;

    @Option(
            names = "--most",
            paramLabel = "CR",
            defaultValue = "256",
            description = "Highest level that may be driven (default: ${DEFAULT-VALUE}).")
    private int most;

    @Option(
            names = "--window",
            paramLabel = "TIME",
            defaultValue = "3s",
            description = "What is measured, per level that was found (default: ${DEFAULT-VALUE}).")
    private String window;

    @Option(
            names = "--forks",
            paramLabel = "N",
            defaultValue = "1",
            description = "Service processes that the levels are measured in (default: ${DEFAULT-VALUE}).")
    private String forks;

    @Option(
            names = "--other-work",
            paramLabel = "accepted|refused",
            defaultValue = "refused",
            description = "Whether other work may keep the TestNode's cores busy (default: ${DEFAULT-VALUE}).")
    private String otherWork;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the measurement, new or empty (default: results/runs/calibrate-TIME).")
    private Path out;

    @Override
    public Integer call() throws Exception {
        return machine.alone(this::calibrate);
    }

    private int calibrate() throws IOException {
        if (most < 1) {
            throw UserError.usage("--most must be at least 1, got: " + most);
        }
        Home home = Home.find();
        Rooms rooms = home.rooms();
        Scenario scenario = new OptionScenario("calibrate", patterns.all(), payloads)
                .goal(
                        "Calibration: at which levels does each service neither idle nor drown? The levels were searched before; what"
                                + " the search saw is in search.csv and in no figure.")
                .timing(probed.warmup(), window, forks)
                .properties(probed.properties())
                .otherWork(otherWork)
                .read(rooms);
        long seed = ThreadLocalRandom.current().nextInt(SEEDS);
        PrintWriter screen = spec.commandLine().getOut();
        List<Found> found = search(home, rooms, scenario, seed, screen);
        Path folder = out != null ? out.toAbsolutePath() : Measuring.folder(home, scenario.name());
        Plan plan = Plan.of(Calibrator.measuring(scenario, found), seed);
        int code = new Measuring(home, rooms, screen).run(plan, folder, Optional.empty());
        if (code == ExitCode.INTERRUPTED) {
            return code;
        }
        Files.writeString(folder.resolve("search.csv"), csv(found));
        Calibration calibration = Calibrator.doubted(CalibratedRange.of(RunIndex.of(RunReader.read(folder))), found);
        if (calibration.ranges().isEmpty()) {
            return Math.max(code, ExitCode.INVALID);
        }
        calibration.write(folder.resolve(Calibration.FILE));
        screen.println();
        screen.print(table(calibration));
        screen.println();
        for (Found f : found) {
            f.doubt()
                    .ifPresent(doubt ->
                            screen.println(f.service() + " " + f.payload().bytes() + " B: " + doubt));
        }
        screen.println("<closed concurrency=\"calibrated\" calibration=\"" + folder.resolve(Calibration.FILE) + "\"/>");
        screen.flush();
        return code;
    }

    private List<Found> search(Home home, Rooms rooms, Scenario scenario, long seed, PrintWriter screen)
            throws IOException {
        List<Found> found = new ArrayList<>();
        try (Calibrator calibrator = calibrator(home, rooms, scenario, seed)) {
            int done = 0;
            for (ServiceName service : scenario.services()) {
                String count = "search " + ++done + "/" + scenario.services().size() + ": ";
                found.addAll(calibrator.search(service, most, line -> {
                    screen.println(count + line);
                    screen.flush();
                }));
            }
        }
        return found;
    }

    private static Calibrator calibrator(Home home, Rooms rooms, Scenario scenario, long seed) throws IOException {
        try {
            return new Calibrator(home, rooms, scenario, seed);
        } catch (IllegalArgumentException e) {
            throw UserError.usage(e.getMessage());
        }
    }

    private static String csv(List<Found> found) {
        StringBuilder csv = new StringBuilder("service,payload_bytes,concurrency,probe_tps\n");
        for (Found f : found) {
            for (Map.Entry<Integer, Double> probe : f.probes().entrySet()) {
                csv.append(String.format(
                        Locale.ROOT,
                        "%s,%d,%d,%.1f%n",
                        f.service(),
                        f.payload().bytes(),
                        probe.getKey(),
                        probe.getValue()));
            }
        }
        return csv.toString();
    }

    private static Table table(Calibration calibration) {
        Table table =
                new Table("service", "payload B", "range CR", "knee CR", "best CR", "TPS there", "limit", "levels");
        for (Calibration.Range range : calibration.ranges()) {
            table.row(
                    range.service(),
                    Integer.toString(range.payload().bytes()),
                    text(range.from()) + " to " + text(range.to()),
                    range.knee().isPresent()
                            ? String.format(Locale.ROOT, "%.1f", range.knee().getAsDouble())
                            : "not reached",
                    Integer.toString(range.best()),
                    String.format(Locale.ROOT, "%.1f", range.tps()),
                    range.limit(),
                    range.levels().toString().replaceAll("[\\[\\],]", ""));
        }
        return table;
    }

    private static String text(OptionalInt level) {
        return level.isPresent() ? Integer.toString(level.getAsInt()) : "–";
    }
}
