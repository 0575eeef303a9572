// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.calibrate.LimitProbe;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.controller.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code messkit probe}. */
@Command(
        name = "probe",
        description = {
            "Asks what limits a service at one level, by changing one thing: the same users from two TestNodes, and the same load on",
            "the null service. A minute or two; no figure of it is a result."
        },
        mixinStandardHelpOptions = true)
final class ProbeVerb implements Callable<Integer> {
    private static final int SEEDS = 1_000_000_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private MachineShare machine;

    @Mixin
    private ProbedService probed;

    @Parameters(paramLabel = "SERVICE", description = "One service, for example tv-dinner/stax@soap11.")
    private String service;

    @Option(
            names = "--payload",
            paramLabel = "SIZE",
            defaultValue = "5000",
            description = "Size such as 5000 or 100kB (default: ${DEFAULT-VALUE}).")
    private String payload;

    @Option(names = "--concurrency", paramLabel = "CR", defaultValue = "8", description = "The level (default: 8).")
    private int concurrency;

    @Override
    public Integer call() throws Exception {
        return machine.alone(this::probe);
    }

    private int probe() throws IOException {
        if (concurrency < 1) {
            throw UserError.usage("--concurrency must be at least 1, got: " + concurrency);
        }
        Home home = Home.find();
        Rooms rooms = home.rooms();
        Scenario scenario = new OptionScenario("probe", List.of(service), List.of(payload))
                .timing(probed.warmup(), "3s", "1")
                .properties(probed.properties())
                .read(rooms);
        if (scenario.services().size() != 1) {
            throw UserError.usage(service + " names " + scenario.services().size() + " services; name one");
        }
        PrintWriter screen = spec.commandLine().getOut();
        ServiceName name = scenario.services().get(0);
        int seed = ThreadLocalRandom.current().nextInt(SEEDS);
        try (LimitProbe probe = limitProbe(home, rooms, scenario, seed)) {
            LimitProbe.Result result = probe.probe(name, concurrency, line -> {
                screen.println(line);
                screen.flush();
            });
            screen.println();
            result.words().forEach(screen::println);
            screen.flush();
            return ExitCode.OK;
        }
    }

    private static LimitProbe limitProbe(Home home, Rooms rooms, Scenario scenario, long seed) throws IOException {
        try {
            return new LimitProbe(home, rooms, scenario, seed);
        } catch (IllegalArgumentException e) {
            throw UserError.usage(e.getMessage());
        }
    }
}
